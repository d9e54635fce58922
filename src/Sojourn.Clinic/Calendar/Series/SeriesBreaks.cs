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
        if (at > 0 && Outside(Days(sessions[at - 1], step), wanted.Spacing) is { } spacing)
        {
            return $"{spacing} after the one before; this programme keeps {Range(wanted.Spacing)}.";
        }

        if (at > 0 && at == sessions.Count - 1 && wanted.Window is { } window && Outside(Days(sessions[0], step), window) is { } whole)
        {
            return $"{whole} from the first to the last; “{wanted.Phase.Title}” keeps {Range(window)}.";
        }

        return step.Step.Type == wanted.After?.Id && sessions.FindLast(session => session.End <= step.Slot) is { } before && (step.Slot - before.End) * grid.Minutes > wanted.AfterHours.Most * 60
            ? $"Later than {wanted.AfterHours.Most} hours after the session before it."
            : null;
    }

    private int Days(PlacedStep one, PlacedStep other) => grid.DayOf(other.Slot) - grid.DayOf(one.Slot);

    private static string? Outside(int days, Bounds<int> window) => days < window.Least || days > window.Most ? (days == 1 ? "1 day" : $"{days} days") : null;

    private static string Range(Bounds<int> days) => days.Least == days.Most ? $"{days.Least} days" : $"{days.Least} to {days.Most} days";
}
