using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Vitals, alerts and going home.</summary>
internal sealed partial class ProgrammeReader
{
    /// <summary>What conditions in the room may speak of; the program measures these, so a file cannot add to them.</summary>
    private static readonly Dictionary<string, FactQuestion> RoomFacts = SessionFacts.Numbers
        .Select(number => new FactQuestion(number.Key, number.Key, "Session", FactKind.Number, "", number.Value, []))
        .Concat(SessionFacts.Signs.Select(sign => new FactQuestion(sign.Key, sign.Value, "Session", FactKind.YesNo, null, null, [])))
        .ToDictionary(fact => fact.Id, StringComparer.Ordinal);

    private VitalsCadence CadenceOf(Fields fields)
    {
        var route = fields.Choice("route", DoseRoutes.ById);
        var baseline = fields.NeedBlock("baseline", one => new Bounds<int>(one.Whole("readings", 1, 5), one.Whole("minutes-apart", 0, 60)), new Bounds<int>(1, 0));
        var cadence = new VitalsCadence(
            route,
            baseline.Least,
            baseline.Most,
            fields.Wholes("after-start", 0, MostSessionMinutes),
            fields.Choices("measures", Words<VitalSign>.All),
            fields.WholeOrNull("continuous-oxygen-minutes", 5, MostSessionMinutes),
            fields.Blocks("recovery", one => new RecoveryStep(one.Whole("every", 5, 120), one.WholeOrNull("times", 1, 20))),
            fields.Whole("earliest-discharge", 15, MostSessionMinutes),
            fields.Choice("discharge-from", Words<CountedFrom>.All),
            fields.Whole("late-after", 1, 30),
            Source(fields));
        CheckCadence(fields, cadence);
        return cadence;
    }

    private void CheckCadence(Fields fields, VitalsCadence cadence)
    {
        var minutes = cadence.AfterStartMinutes;
        if (minutes.Count == 0)
        {
            findings.Add(fields.Here, "No minutes are given at which vitals are taken.", "Write “after-start: [15, 30, 45, 60]”.");
        }
        else if (minutes.Zip(minutes.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            findings.Add(fields.Find("after-start")!, "The minutes in “after-start” do not rise.", "Write them in order, each once.");
        }

        if (cadence.Measures.Count == 0)
        {
            findings.Add(fields.Here, "It is not said what a reading takes.", "Write “measures: [blood-pressure, heart-rate, oxygen-saturation]”.");
        }

        if (cadence.Recovery.Count == 0 || cadence.Recovery[^1].Times is not null || cadence.Recovery.SkipLast(1).Any(step => step.Times is null))
        {
            findings.Add(
                fields.Find("recovery") ?? fields.Here,
                "“recovery” does not say how vitals go on until discharge.",
                "End it with a step without “times”, such as “- every: 30”; only the last may go without.");
        }
    }

    private AlertRule AlertOf(Fields fields)
    {
        var alert = new AlertRule(
            fields.Id("code"),
            fields.Text("title", 160),
            fields.Choice("level", Words<AlertLevel>.All),
            NeedTrigger(fields, "when", RoomFacts),
            fields.WholeOrNull("for-minutes", 1, 240) ?? 0,
            fields.WholeOrNull("readings", 1, 10) ?? 1,
            fields.WholeOrNull("minutes-apart", 1, 60) ?? 0,
            fields.Texts("response"),
            RoleOf(fields, "owner"),
            RoleOf(fields, "deputy"),
            fields.Whole("answer-within-minutes", 1, 120),
            fields.YesNo("holds-dosing", false),
            Source(fields));
        if (fields.WholeOrNull("snooze-minutes", 1, 30) is { } minutes && alert.Level == AlertLevel.Amber)
        {
            alert = alert with { SnoozeMinutes = minutes };
        }

        if (alert.Owner.Length > 0 && alert.Owner == alert.Deputy)
        {
            findings.Add(fields.Find("deputy")!, $"The deputy of {alert.Code} is its owner.", "Name another role, so that somebody is called when the owner does not answer.");
        }

        if (alert.Response.Count == 0)
        {
            findings.Add(fields.Here, $"{alert.Code} has no standard response.", "Write the steps under “response”.");
        }

        return alert;
    }

    private DischargeCriterion CriterionOf(Fields fields)
    {
        var kind = fields.Choice("kind", Words<CriterionKind>.All);
        var holds = fields.Find("holds") is { } node ? TriggerText.Read(node, RoomFacts, findings) : null;
        if (kind == CriterionKind.Checked && holds is not null)
        {
            findings.Add(fields.Here, "A criterion that a person checks has a measured limit.", "Write “kind: measured”, or take “holds” away.");
        }

        return new(fields.Id(), fields.Text("text", 400), kind, holds, Source(fields));
    }

    private NoDriving NoDrivingOf(Fields fields) =>
        new(fields.Text("text", 600), fields.Whole("hours", 1, 168), fields.YesNo("until-after-sleep", true), Source(fields));
}
