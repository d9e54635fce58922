using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>What the person chose before the day is obeyed. No reason and no prescriber lifts it: only they could, and under medicine they are not asked.</summary>
internal static class ChosenBeforehand
{
    /// <summary>A further dose, against what the person said of a second one.</summary>
    internal static IEnumerable<Refusal> AgainstFurther(DoseFacts facts, MedicineSession.State state, DoseRoute route, Milligrams amount, Milligrams session, Kilograms weight)
    {
        if (state.Doses.Count == 0)
        {
            yield break;
        }

        if (facts.SecondDose == SecondDoseChoice.No)
        {
            yield return new("dosing.no-second-dose", "The person chose beforehand: no second dose on the same day. Nothing more is given today.", Field: "mg");
        }
        else if (facts.SecondDose == SecondDoseChoice.WithinPlan && state.Doses.Any(dose => dose.Route != route))
        {
            yield return new(
                "dosing.second-dose-by-another-route",
                "The person chose beforehand: a second dose only up to the plan. Amounts by two routes cannot be added up, so a second dose goes the way of the first.",
                Field: "route");
        }
        else if (AbovePlan(facts, session, weight) is { } above)
        {
            yield return above with { Sentence = $"{amount} brings this session to {session}. {above.Sentence}" };
        }
    }

    /// <summary>A running infusion that would give more than was agreed.</summary>
    internal static IEnumerable<Refusal> AgainstMore(DoseFacts facts, Milligrams session, Kilograms weight)
    {
        if (AbovePlan(facts, session, weight) is { } above)
        {
            yield return above with { Field = "rate", Sentence = $"This brings the session to {session}. {above.Sentence}" };
        }
    }

    private static Refusal? AbovePlan(DoseFacts facts, Milligrams session, Kilograms weight)
    {
        if (facts is not { SecondDose: not null, Dosing: { } dosing })
        {
            return null;
        }

        var (most, what) = facts.Aim is { } aim && dosing.Band(aim) is { } band
            ? (band.MilligramsFor(weight).Most, $"the {aim.ToString().ToLowerInvariant()} band of the plan")
            : (DosePlaces.Recommended(dosing, weight).Most, "the recommended range");
        return session.Value <= most
            ? null
            : new("dosing.above-chosen-ceiling", $"The person chose beforehand: never above the plan, and {what} ends at {Write.Number(most)} mg at {weight}. No reason lifts this.", Field: "mg");
    }

    internal static IEnumerable<Refusal> Recording(MomentKind kind, RecordingChoice? chosen) => (kind, chosen) switch
    {
        (MomentKind.SoundRecording, RecordingChoice.Sound or RecordingChoice.Video) or (MomentKind.VideoRecording, RecordingChoice.Video) => [],
        (MomentKind.SoundRecording or MomentKind.VideoRecording, RecordingChoice.No) => [Not("The person chose beforehand: no recording. Nothing is recorded.")],
        (MomentKind.VideoRecording, RecordingChoice.Sound) => [Not("The person chose beforehand: sound only. No picture is recorded.")],
        (MomentKind.SoundRecording or MomentKind.VideoRecording, _) => [Not("The person did not say beforehand that a recording may be made, and is not asked now. Nothing is recorded.")],
        _ => [],
    };

    private static Refusal Not(string sentence) => new("moment.no-recording", sentence, Field: "kind");
}
