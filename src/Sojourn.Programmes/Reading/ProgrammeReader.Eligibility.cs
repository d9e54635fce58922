using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Facts, rules, validity, consent and preparation.</summary>
internal sealed partial class ProgrammeReader
{
    private FactQuestion Fact(Fields fields)
    {
        var kind = fields.Choice("kind", Words<FactKind>.All);
        var choices = fields.Blocks("choices", NamedOf);
        if (kind == FactKind.Choice && choices.Count < 2)
        {
            findings.Add(fields.Here, "A choice has fewer than two choices.", "Write at least two under “choices”.");
        }

        var fact = new FactQuestion(
            fields.Id(),
            fields.Text("question", 400),
            fields.Text("section", 80),
            kind,
            kind == FactKind.Number ? fields.Text("unit", 40) : fields.TextOrNull("unit", 40),
            fields.Block("plausible", PlausibleOf),
            choices,
            InstrumentOrNull(fields, "from-instrument"));
        places.Set(fact, fields.Here);
        return fact;
    }

    private Bounds<decimal> PlausibleOf(Fields fields)
    {
        var before = findings.Faults.Count;
        var bounds = new Bounds<decimal>(fields.Number("least", -10_000, 100_000), fields.Number("most", -10_000, 100_000));
        InOrder(fields, before, bounds.Least, bounds.Most);
        return bounds;
    }

    private EligibilityRule EligibilityOf(Fields fields)
    {
        var verdict = fields.Choice("verdict", Words<Verdict>.All);
        var deferDays = fields.WholeOrNull("defer-days", 1, 730);
        OnlyForDeferral(fields, verdict, deferDays);
        return new(
            fields.Id(),
            fields.Text("title", 160),
            fields.Text("ask", 400),
            NeedTrigger(fields, "when", facts),
            verdict,
            deferDays,
            fields.TextOrNull("action"),
            fields.YesNo("blocks-unanswered", verdict == Verdict.Exclude),
            fields.YesNo("no-take-home", false),
            fields.YesNo("no-group", false),
            Source(fields));
    }

    private MedicineRule MedicineRuleOf(Fields fields)
    {
        var verdict = fields.Choice("verdict", Words<Verdict>.All);
        var deferDays = fields.WholeOrNull("defer-days", 1, 730);
        OnlyForDeferral(fields, verdict, deferDays);
        var rule = new MedicineRule(
            fields.Id(),
            fields.Text("class", 160),
            [.. fields.Texts("names").Select(name => name.ToLowerInvariant())],
            fields.Text("effect", 400),
            verdict,
            fields.TextOrNull("action"),
            fields.Choices("routes", DoseRoutes.ById),
            deferDays,
            Source(fields));
        if (rule.Names.Count == 0)
        {
            findings.Add(fields.Here, $"{rule.Id} has no names to look for.", "Write “names: [name, other-name]”.");
        }

        return rule;
    }

    private void OnlyForDeferral(Fields fields, Verdict verdict, int? deferDays)
    {
        if (deferDays is not null && verdict != Verdict.Defer)
        {
            findings.Add(fields.Find("defer-days")!, "“defer-days” stands beside a verdict that does not defer.", "Take it away, or write “verdict: defer”.");
        }
    }

    private ValidityPeriod ValidityOf(Fields fields) => new(fields.Id(), fields.Text("title", 120), fields.Whole("days", 1, 1100), Source(fields));

    private PreparationItem PreparationOf(Fields fields) => new(
        fields.Id(),
        fields.Text("title", 200),
        fields.Choice("kind", Words<PreparationKind>.All),
        fields.YesNo("required", true),
        fields.YesNo("each-session", false),
        fields.WholeOrNull("due-hours-before", 0, 720) ?? 0,
        fields.WholeOrNull("version", 1, 10_000) ?? 1,
        fields.TextOrNull("text"),
        Source(fields));

    private UnderstandingQuestion UnderstandingOf(Fields fields)
    {
        var question = new UnderstandingQuestion(
            fields.Id(),
            fields.Text("question", 400),
            fields.Blocks("choices", NamedOf),
            fields.Id("right"),
            fields.Text("explanation", 1000));
        if (question.Choices.Count < 2)
        {
            findings.Add(fields.Here, "The question has fewer than two choices.", "Write at least two under “choices”.");
        }
        else if (question.Choices.All(choice => choice.Id != question.Right))
        {
            findings.Add(
                fields.Find("right") ?? fields.Here,
                $"“right” is “{question.Right}”, which is not one of the choices.",
                $"Write one of: {string.Join(", ", question.Choices.Select(choice => choice.Id))}.");
        }

        return question;
    }
}
