using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Measures, reviews, boosters, adjuncts, medicine taken home, prices.</summary>
internal sealed partial class ProgrammeReader
{
    private MeasureTime MeasureOf(Fields fields)
    {
        var measure = new MeasureTime(
            fields.Id(),
            Instrument(fields),
            fields.Choice("when", Words<MeasureMoment>.All),
            fields.Wholes("at", 0, 8760),
            fields.WholeOrNull("every-nth", 1, 20) ?? 1,
            fields.WholeOrNull("least-days-since-last", 0, 365) ?? 0,
            fields.YesNo("may-be-declined", true),
            fields.Block("only-if", one => new FollowsFrom(Instrument(one), one.Number("at-least", 0, 1000))),
            RoleOf(fields, "read-by"),
            fields.Whole("within-hours", 0, 336),
            Source(fields));
        var needsAt = measure.When is MeasureMoment.HoursAfterMedicine or MeasureMoment.DailyAfterFirstMedicine or MeasureMoment.DaysAfterInduction or MeasureMoment.MonthsAfterInduction;
        if (needsAt && measure.At.Count == 0)
        {
            findings.Add(fields.Here, $"“{Words<MeasureMoment>.Of(measure.When)}” does not say how many.", "Write “at: [24, 72]”.");
        }
        else if (!needsAt && measure.At.Count > 0)
        {
            findings.Add(fields.Find("at")!, $"“{Words<MeasureMoment>.Of(measure.When)}” has no use for “at”.", "Take it away.");
        }

        return measure;
    }

    private ReviewRule ReviewOf(Fields fields)
    {
        var review = new ReviewRule(
            fields.Id(),
            fields.Text("title", 160),
            fields.Whole("after-medicine-session", 1, 60),
            [.. fields.Items("instruments").Select(node => InstrumentOf(fields, node, "instruments"))],
            fields.NumberOrNull("less-than-percent", 1, 100),
            fields.Choice("action", Words<ReviewAction>.All),
            Source(fields));
        if (review.LessThanPercent is not null && review.Instruments.Count == 0)
        {
            findings.Add(fields.Here, "A percentage is given, but not of which score.", "Write “instruments: [phq-9]”.");
        }

        return review;
    }

    private BoosterStep BoosterOf(Fields fields)
    {
        var source = Source(fields);
        var step = new BoosterStep(
            fields.Id(),
            fields.Text("title", 120),
            NeedRange(fields, "every-days", 1, 400),
            fields.Whole("least-gap-days", 1, 400),
            fields.WholeOrNull("exit-after", 1, 60),
            fields.Text("exit-rule", 400),
            NeedRoles(fields, "decided-by"),
            fields.YesNo("as-needed", false),
            source);
        if (step.LeastGapDays > step.EveryDays.Most)
        {
            findings.Add(
                fields.Find("least-gap-days")!,
                $"Boosters are {step.EveryDays.Most} days apart at most, but never sooner than {step.LeastGapDays} days.",
                "Make the gap smaller or the interval longer.");
        }

        return step;
    }

    private BoosterSignal SignalOf(Fields fields)
    {
        var signal = new BoosterSignal(
            fields.Id(),
            fields.Text("title", 160),
            Instrument(fields),
            fields.NumberOrNull("points-from-best", 0.1m, 100),
            fields.NumberOrNull("percent-of-gain-lost", 1, 100),
            Source(fields));
        if (signal.PointsFromBest is null && signal.PercentOfGainLost is null)
        {
            findings.Add(fields.Here, "The signal has no figure.", "Write “points-from-best” or “percent-of-gain-lost”.");
        }

        return signal;
    }

    private OpportunityWindow OpportunityOf(Fields fields)
    {
        var window = new OpportunityWindow(
            Instrument(fields),
            fields.Id("propose-session"),
            fields.Whole("days", 1, 60),
            fields.Text("text", 600),
            RoleOf(fields, "owner"),
            RoleOf(fields, "deputy"),
            Source(fields));
        places.Set(window, fields.Here);
        return window;
    }

    private Adjunct AdjunctOf(Fields fields) =>
        new(fields.Id(), fields.Text("title", 120), fields.YesNo("booked-here", false), fields.TextOrNull("note"), Source(fields));

    private RescueRules RescueOf(Fields fields) => new(
        fields.Blocks("forms", NamedOf),
        fields.Texts("reasons"),
        fields.Whole("most-doses", 1, 60),
        fields.Whole("most-days", 1, 90),
        fields.Number("refill-after-percent", 1, 100),
        fields.Whole("supervised-first", 0, 10),
        fields.Whole("most-per-week", 1, 14),
        fields.Whole("full-treatment-talk-after", 1, 60),
        fields.Texts("rules"),
        Source(fields));

    private Price PriceOf(Fields fields)
    {
        var price = new Price(
            fields.Id(),
            fields.Text("title", 160),
            fields.Find("session") is { } session ? fields.IdOf(session, "session") : null,
            fields.ChoiceOrNull("format", Words<SessionFormat>.All),
            fields.NumberOrNull("amount", 0, 100_000),
            fields.TextOrNull("currency"),
            fields.YesNo("approximate", false),
            fields.Choice("unit", Words<PriceUnit>.All),
            Source(fields));
        if (price.Currency is { } currency && (currency.Length != 3 || currency.Any(letter => !char.IsAsciiLetterUpper(letter))))
        {
            findings.Add(fields.Find("currency")!, $"“{currency}” is not a currency.", "Write three capital letters such as CAD, or leave it out where the clinic must say.");
        }

        if (price.Amount is { } amount && decimal.Round(amount, 2) != amount)
        {
            findings.Add(fields.Find("amount")!, $"{amount} has more than two decimals.", "Write it with two at most.");
        }

        return price;
    }
}
