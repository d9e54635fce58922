using Sojourn.Clinic.Waiting;
using Sojourn.Domain.Staff;
using Sojourn.Programmes;
using Sojourn.Web.Calendar;
using Sojourn.Web.Design;

namespace Sojourn.Web.Waiting;

/// <summary>How a line of the waiting list reads.</summary>
internal static class WaitingWords
{
    internal static IReadOnlyList<DayOfWeek> Week { get; } = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    internal static string Name(WaitingRow row) => row.Family is { } family ? Words.Name(family, row.Given ?? "") : row.Asker ?? "Somebody";

    internal static string What(WaitingRow row, ProgrammeLibrary programmes) =>
        row is { ProgrammeId: { } programme, Type: { } type } && programmes.Find(programme, row.ProgrammeVersion)?.Session(type) is { } known ? known.Title : SessionWords.Kind(row.Kind);

    internal static string Suits(WaitingRow row)
    {
        var days = string.Join(", ", Week.Where(row.DayList.Contains).Select(day => $"{day}s"));
        var times = string.Join(", ", row.TimeList.Select(time => Profile.AllTimes.GetValueOrDefault(time, time).ToLowerInvariant()));
        return (days, times) switch { ("", "") => "Any time", ("", _) => char.ToUpperInvariant(times[0]) + times[1..], (_, "") => days, _ => $"{days}, {times}" };
    }

    internal static string Since(WaitingRow row, Frame frame) => (int)(frame.Now - row.PutAt).TotalDays switch { 0 => "since today", 1 => "1 day", var days => $"{days} days" };
}
