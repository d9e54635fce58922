using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Doses. The bounds here are guards against mistyping, wider than any programme; what a programme allows stands in its file.</summary>
internal sealed partial class ProgrammeReader
{
    /// <summary>Most milligrams by weight that any route has in the reference: 7 mg/kg by mouth.</summary>
    private const decimal MostPerKilogram = 7m;

    /// <summary>Injected or infused, 2 mg/kg is an anaesthetic dose; a session of therapy has no use for it.</summary>
    private const decimal MostInjectedPerKilogram = 2m;

    /// <summary>Half a gram: more than any single dose in the reference.</summary>
    private const decimal MostMilligrams = 500m;

    private RouteDosing DosingOf(Fields fields)
    {
        var route = fields.Choice("route", DoseRoutes.ById);
        var perKilogram = route is DoseRoute.IvInfusion or DoseRoute.Intramuscular or DoseRoute.Subcutaneous ? MostInjectedPerKilogram : MostPerKilogram;
        return new(
            route,
            fields.Text("title", 120),
            fields.Blocks("bands", one => BandOf(one, perKilogram)),
            fields.NeedBlock("per-dose", one => LimitOf(one, MostMilligrams, perKilogram), NoLimit),
            fields.NeedBlock("per-session", one => LimitOf(one, MostMilligrams * 2, perKilogram * 2), NoLimit),
            fields.NeedBlock("per-30-days", one => LimitOf(one, MostMilligrams * 30, perKilogram * 30), NoLimit),
            fields.Block("step-up", StepUpOf),
            fields.ChoiceOrNull("first-session", Words<DoseBandName>.All),
            fields.NeedBlock("between", one => new Sourced<int>(one.Whole("hours", 1, 2000), Source(one)), new Sourced<int>(1, NoSource)),
            fields.Block("strength", one => new Sourced<decimal>(one.Number("mg-per-ml", 1, 200), Source(one))),
            fields.TextOrNull("note"));
    }

    private static DoseLimit NoLimit { get; } = new(0, 0, new Source(SourceStatus.Default, ""));

    private DoseBand BandOf(Fields fields, decimal mostPerKilogram)
    {
        var before = findings.Faults.Count;
        var unit = fields.Choice("unit", Units);
        var most = unit == DoseUnit.Milligrams ? MostMilligrams : mostPerKilogram;
        var least = unit == DoseUnit.Milligrams ? 5m : 0.05m;
        var band = new DoseBand(
            fields.Choice("band", Words<DoseBandName>.All),
            unit,
            fields.Number("least", least, most),
            fields.Number("most", least, most),
            Range(fields, "over-minutes", 1, 600),
            Source(fields));
        InOrder(fields, before, band.Least, band.Most);
        if (band.Most >= band.Least * 10 && findings.Faults.Count == before)
        {
            findings.Add(fields.Here, $"The band goes from {band.Least:0.###} to {band.Most:0.###}, ten times and more.", "Check both ends for a slip of the decimal point.");
        }

        places.Set(band, fields.Here);
        return band;
    }

    private DoseLimit LimitOf(Fields fields, decimal mostMilligrams, decimal mostPerKilogram)
    {
        var limit = new DoseLimit(fields.NumberOrNull("mg", 5, mostMilligrams), fields.NumberOrNull("mg-per-kg", 0.05m, mostPerKilogram), Source(fields));
        places.Set(limit, fields.Here);
        if (limit.Milligrams is null && limit.MilligramsPerKilogram is null)
        {
            findings.Add(fields.Here, "The limit has no figure.", "Write “mg”, “mg-per-kg” or both; the lower counts.");
        }

        return limit;
    }

    private StepUp StepUpOf(Fields fields)
    {
        var step = new StepUp(fields.NumberOrNull("percent", 1, 100), fields.NumberOrNull("mg", 1, MostMilligrams), Source(fields));
        if (step.Percent is null && step.Milligrams is null)
        {
            findings.Add(fields.Here, "“step-up” has no figure.", "Write “percent”, “mg” or both; the smaller rise counts.");
        }

        return step;
    }
}
