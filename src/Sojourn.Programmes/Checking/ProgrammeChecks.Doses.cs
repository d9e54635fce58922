using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Compiling;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Checking;

/// <summary>Bands below limits, limits in order.</summary>
internal sealed partial class ProgrammeChecks
{
    /// <summary>A limit so many times the highest band is more likely a slip of the decimal point than a wish.</summary>
    private const decimal SuspiciousTimes = 5m;

    /// <summary>A light adult: a band by weight that is above a fixed limit even for this weight is above it for everyone.</summary>
    private static readonly Kilograms LightAdult = new(40m);

    private void Doses()
    {
        foreach (var dosing in programme.Dosing)
        {
            var route = DoseRoutes.Id(dosing.Route);
            if (dosing.Bands.Count == 0)
            {
                Add(dosing, $"The route “{route}” has no recommended band.", "Write psycholytic, psychedelic or both under “bands”.");
            }

            if (dosing.FirstSessionBand is { } first && dosing.Band(first) is null)
            {
                Add(dosing, $"A first session starts in the {Words<DoseBandName>.Of(first)} band, which “{route}” does not have.", "Add the band, or change “first-session”.");
            }

            foreach (var band in dosing.Bands)
            {
                _ = BandWithin(band, dosing.PerDose, "per-dose") && BandWithin(band, dosing.PerSession, "per-session");
            }

            if (dosing.Band(DoseBandName.Psycholytic) is { } low && dosing.Band(DoseBandName.Psychedelic) is { } high && low.Unit == high.Unit && low.Least > high.Least)
            {
                AddAtOwn(low, high, "The psycholytic band begins above the psychedelic one.", "The psycholytic band is the low one; swap the figures.");
            }

            NotAbove(dosing.PerDose, dosing.PerSession, "per-dose", "per-session");
            NotAbove(dosing.PerSession, dosing.PerThirtyDays, "per-session", "per-30-days");
        }
    }

    /// <summary>Sessions that must be given have to fit the limit for 30 days; how near to it those that may be given come is said, and the order is refused then.</summary>
    private void DosePaths()
    {
        foreach (var (phase, booked) in programme.Phases.SelectMany(phase => phase.Sessions.Where(booked => KindOf(booked) == SessionKind.Medicine).Select(booked => (phase, booked))))
        {
            foreach (var dosing in programme.Dosing)
            {
                if (DosePath.Farthest(dosing, booked) is { Passes: true } must)
                {
                    Add(
                        booked,
                        $"{Words(must, "at the foot of", phase)}: session {must.Breaks.Session}, on day {must.Breaks.Day}, could never be given.",
                        "Book fewer, further apart, or have the medical lead raise the limit with its source.");
                }
                else if (DosePath.Nearest(dosing, booked) is { Passes: true } may)
                {
                    Note(booked, $"{Words(may, "at the top of", phase)}: session {may.Breaks.Session}, on day {may.Breaks.Day}, would be refused.");
                }
            }
        }
    }

    private static string Words(DosePath path, string end, Phase phase) =>
        $"{path.Sessions} sessions in “{phase.Id}”, {path.Days} days apart, each {end} the {Words<DoseBandName>.Of(path.Band.Name)} band of “{DoseRoutes.Id(path.Dosing.Route)}” ({path.Dose:0.###} {path.Unit}), come to {path.Total:0.###} {path.Unit}; the limit for 30 days is {path.Limit:0.###}";

    private bool BandWithin(DoseBand band, DoseLimit limit, string limitName)
    {
        var unit = band.Unit == DoseUnit.Milligrams ? "mg" : "mg/kg";
        var (bandMost, limitMost, figure) = Comparable(band, limit);
        if (bandMost > limitMost)
        {
            AddAtOwn(
                band,
                limit,
                $"The {Words<DoseBandName>.Of(band.Name)} band goes up to {band.Most:0.###} {unit}, above the absolute limit “{limitName}”, {figure}.",
                "Lower the band, or have the medical lead raise the limit with its source.");
        }
        else if (limitMost > bandMost * SuspiciousTimes && ReferenceEquals(band, HighestOf(band)))
        {
            AddAtOwn(
                limit,
                band,
                $"The absolute limit “{limitName}”, {figure}, is more than {SuspiciousTimes:0} times the highest band, {band.Most:0.###} {unit}.",
                "Is it ten times too much? Check the decimal point of both.");
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>Band and limit in one unit: their own where they share one, else milligrams for a light adult.</summary>
    private static (decimal Band, decimal Limit, string Figure) Comparable(DoseBand band, DoseLimit limit) => (band.Unit, limit) switch
    {
        (DoseUnit.MilligramsPerKilogram, { MilligramsPerKilogram: { } byWeight }) => (band.Most, byWeight, $"{byWeight:0.###} mg/kg"),
        (DoseUnit.Milligrams, { Milligrams: { } flat }) => (band.Most, flat, $"{flat:0.###} mg"),
        _ => (band.MilligramsFor(LightAdult).Most, limit.For(LightAdult).Value, $"{limit.For(LightAdult)} for a person of {LightAdult}"),
    };

    private DoseBand HighestOf(DoseBand band) => programme.Dosing.First(dosing => dosing.Bands.Contains(band)).Bands.MaxBy(one => one.Most)!;

    private void NotAbove(DoseLimit lower, DoseLimit upper, string lowerName, string upperName)
    {
        if (lower.Milligrams > upper.Milligrams || lower.MilligramsPerKilogram > upper.MilligramsPerKilogram)
        {
            AddAtOwn(lower, upper, $"The limit “{lowerName}” is above the limit “{upperName}”.", "Check both figures.");
        }
    }
}
