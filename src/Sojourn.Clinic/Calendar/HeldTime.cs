using System.Runtime.InteropServices;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>Minutes that a room is held before and after a visit, as its programme says.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeldTime(int Before, int After)
{
    /// <summary>The most that a programme may say, in minutes.</summary>
    public const int Most = 240;

    public static HeldTime Of(SessionType? type) => type is null ? default : new HeldTime(type.PreparationMinutes, type.CleanupMinutes);

    public static HeldTime Of(ProgrammeLibrary programmes, string? programme, int version, string? type) =>
        programme is null || type is null ? default : Of(programmes.Find(programme, version)?.Session(type));

    public Span Around(DateTimeOffset from, DateTimeOffset to) => new(from.AddMinutes(-Before), to.AddMinutes(After));
}
