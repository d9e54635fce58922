using Sojourn.Domain.Programmes;
using Sojourn.Domain.Scheduling;

namespace Sojourn.Clinic.Calendar.Series;

/// <summary>Says which window of the programme an appointment does not keep.</summary>
internal sealed class SeriesBreaks(SeriesToBook wanted, SlotGrid grid)
{
    /// <summary>Null where it keeps all.</summary>
    public string? Of(SeriesPlan plan, PlacedStep step)
    {
        var sessions = plan.Steps.Where(other => other.Step.Type == wanted.Medicine.Id).ToList();
        var at = sessions.IndexOf(step);
        if (Before(sessions, at) is { } earlier && Outside(grid.DayOf(step.Slot) - earlier, wanted.Spacing) is { } spacing)
        {
            return $"{spacing} after the one before; this programme keeps {Range(wanted.Spacing)}.";
        }

        if (at >= 0 && at == sessions.Count - 1 && wanted.Window is { } window && Outside(grid.DayOf(step.Slot) - (Placed?.First ?? grid.DayOf(sessions[0].Slot)), window) is { } whole)
        {
            return $"{whole} from the first to the last; “{wanted.Phase.Title}” keeps {Range(window)}.";
        }

        return step.Step.Type == wanted.After?.Id && sessions.FindLast(session => session.End <= step.Slot) is { } before && (step.Slot - before.End) * grid.Minutes > wanted.AfterHours.Most * 60
            ? $"Later than {wanted.AfterHours.Most} hours after the session before it."
            : null;
    }

    private PlacedDays? Placed => wanted.PlacedFrom(grid.First);

    /// <summary>The day of the session before one; null where it is the first, or none of them.</summary>
    private int? Before(List<PlacedStep> sessions, int at) => at > 0 ? grid.DayOf(sessions[at - 1].Slot) : at == 0 ? Placed?.Last : null;

    private static string? Outside(int days, Bounds<int> window) => days < window.Least || days > window.Most ? (days == 1 ? "1 day" : $"{days} days") : null;

    private static string Range(Bounds<int> days) => days.Least == days.Most ? $"{days.Least} days" : $"{days.Least} to {days.Most} days";
}
