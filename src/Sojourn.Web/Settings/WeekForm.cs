using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Settings;

/// <summary>The hours of a week as fields and as words: one stretch a day; a day left empty has none.</summary>
internal static class WeekForm
{
    internal static IReadOnlyList<DayOfWeek> Days { get; } = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    internal static IReadOnlyList<DayHours> Read(FieldReader f)
    {
        var week = new List<DayHours>();
        foreach (var day in Days)
        {
            var (from, to) = (f.OptionalTime(DayHours.Field(day, "from"), "when it begins"), f.OptionalTime(DayHours.Field(day, "to"), "when it ends"));
            var (typedFrom, typedTo) = (f.Fields[DayHours.Field(day, "from")], f.Fields[DayHours.Field(day, "to")]);
            if (typedFrom is null != typedTo is null)
            {
                f.Fault(DayHours.Field(day, typedFrom is null ? "from" : "to"), $"Give both times of {day}, or leave both empty.");
            }
            else if (from is { } begins && to is { } ends)
            {
                week.Add(new DayHours(day, begins, ends));
            }
        }

        foreach (var fault in DayHours.Faults(week))
        {
            f.Fault(fault.Field!, fault.Sentence);
        }

        return week;
    }

    internal static IEnumerable<(string Name, string? Value)> Known(IEnumerable<DayHours> week) =>
        week.DistinctBy(hours => hours.Day).SelectMany(hours => new[]
        {
            (DayHours.Field(hours.Day, "from"), (string?)Words.Time(hours.From)),
            (DayHours.Field(hours.Day, "to"), Words.Time(hours.To)),
        });

    /// <summary>"Mon–Fri 07:30–19:00, Sat 09:00–12:00"; null for a week without hours.</summary>
    internal static string? InWords(IReadOnlyList<DayHours> week)
    {
        var days = Days.Select(day => (Day: day, Words: OfDay(week, day))).Where(day => day.Words is not null).ToList();
        var runs = new List<(DayOfWeek First, DayOfWeek Last, string Words)>();
        foreach (var (day, words) in days)
        {
            if (runs.Count > 0 && runs[^1].Words == words && (DayOfWeek)(((int)runs[^1].Last + 1) % 7) == day)
            {
                runs[^1] = runs[^1] with { Last = day };
            }
            else
            {
                runs.Add((day, day, words!));
            }
        }

        return runs.Count == 0 ? null : string.Join(", ", runs.Select(run => run.First == run.Last ? $"{Short(run.First)} {run.Words}" : $"{Short(run.First)}–{Short(run.Last)} {run.Words}"));
    }

    /// <summary>"07:30–19:00"; null for a day without.</summary>
    internal static string? OfDay(IEnumerable<DayHours> week, DayOfWeek day) =>
        string.Join(" and ", week.Where(hours => hours.Day == day).Select(hours => $"{Words.Time(hours.From)}–{(hours.To == TimeOnly.MinValue ? "24:00" : Words.Time(hours.To))}")) is { Length: > 0 } words ? words : null;

    private static string Short(DayOfWeek day) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(day);
}
