using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>How long ago things were, by the names of <see cref="SessionFacts"/>; nothing while nothing was given.</summary>
internal static class SessionTimes
{
    internal static IEnumerable<(string Fact, FactValue Value)> Facts(MedicineSession.State state, DateTimeOffset at)
    {
        if (state.Doses.Where(dose => dose.GivenAt <= at).Select(dose => (DateTimeOffset?)dose.EndsAt).Max() is { } lastDose && lastDose <= at)
        {
            yield return (SessionFacts.MinutesSinceLastDose, Since(lastDose, at));
        }

        if (state.Doses.Where(dose => dose.Infusion is not null && dose.GivenAt <= at).Select(dose => (DateTimeOffset?)dose.EndsAt).Max() is { } infusion && infusion <= at)
        {
            yield return (SessionFacts.MinutesSinceInfusionEnd, Since(infusion, at));
        }
    }

    /// <summary>Whole minutes, cut.</summary>
    internal static int Minutes(DateTimeOffset from, DateTimeOffset to) => (int)Math.Floor((to - from).TotalMinutes);

    private static FactValue.Number Since(DateTimeOffset from, DateTimeOffset at) => new(Minutes(from, at));
}
