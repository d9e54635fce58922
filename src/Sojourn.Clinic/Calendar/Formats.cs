using Sojourn.Clinic.Running;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>A session's format in its column, and how much of a room it takes.</summary>
public static class Formats
{
    /// <summary>individual, group or null.</summary>
    public static string? Word(SessionFormat? format) => format is { } chosen ? Columns.Word(chosen) : null;

    public static SessionFormat? Of(string? word) => word is null ? null : Columns.Choice<SessionFormat>(word);

    /// <summary>One chair, or all of the room's where it is one to one by choice.</summary>
    internal static int Chairs(SessionFormat? format, int inRoom) => format == SessionFormat.Individual ? inRoom : 1;
}
