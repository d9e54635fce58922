using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Models;
using Sojourn.Pharmacology.Prediction;
using Sojourn.Web.Dosing.Curve;

namespace Sojourn.Web.Dosing.Floor;

/// <summary>
/// What the model predicts for each person of a room, as their own rooms show it, on one axis of the clock: whose peaks lie close together is seen.
/// How close is too close no source says, so nothing here judges it, and nothing here is about an amount.
/// </summary>
public sealed record FloorPeaks(IReadOnlyList<PredictedCourse> Courses, DateTimeOffset From, DateTimeOffset To, TimeSpan Every)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    /// <summary>Each once, for the caption.</summary>
    public IReadOnlyList<string> Models => [.. Courses.Select(course => course.Model).Distinct(StringComparer.Ordinal)];

    public decimal Minutes => (decimal)(To - From).TotalMinutes;

    public IEnumerable<DateTimeOffset> Ticks
    {
        get
        {
            for (var at = From; at < To; at += Every)
            {
                yield return at;
            }
        }
    }

    /// <summary>The two of different people whose predicted peaks lie closest; null with fewer than two.</summary>
    public (PredictedCourse One, PredictedCourse Next)? Closest => Courses.Where(course => course.Peak is not null).OrderBy(course => course.Peak)
        .Zip(Courses.Where(course => course.Peak is not null).OrderBy(course => course.Peak).Skip(1)).OrderBy(pair => pair.Second.Peak - pair.First.Peak).Select(pair => ((PredictedCourse, PredictedCourse)?)pair).FirstOrDefault();

    /// <returns>Null where nobody has been given anything yet.</returns>
    internal static FloorPeaks? Of(Records records, IEnumerable<FloorTile> tiles, DateTimeOffset now, DateOnly today)
    {
        var courses = tiles.Where(tile => !tile.State.IsOver).Select(tile => PredictedCourse.Of(records, tile, now, today)).OfType<PredictedCourse>().ToList();
        if (courses.TrueForAll(course => course.IfGivenNow))
        {
            return null;
        }

        var from = courses.Select(course => course.From).Min();
        var to = courses.Select(course => course.Fade ?? course.Peak ?? now).Append(now + Step).Max();
        var begins = Down(from);
        var every = to - begins > 8 * Step ? 2 * Step : Step;
        return new FloorPeaks([.. courses.OrderBy(course => course.Peak ?? DateTimeOffset.MaxValue)], begins, begins + (every * Math.Ceiling((to - begins) / every)), every);
    }

    private static DateTimeOffset Down(DateTimeOffset at) => new(at.Ticks - (at.Ticks % Step.Ticks), at.Offset);
}

/// <summary>One person's predicted onset, peak and fade.</summary>
/// <param name="From">The first dose; of somebody who may be given one now, this instant.</param>
/// <param name="IfGivenNow">Nothing was given; the peak is that of any amount by the planned route at this instant.</param>
/// <param name="Route">Planned; null once something was given.</param>
public sealed record PredictedCourse(FloorTile Tile, bool IfGivenNow, DoseRoute? Route, string Model, DateTimeOffset From, DateTimeOffset? Onset, DateTimeOffset? Peak, DateTimeOffset? Fade)
{
    /// <summary>An amount cancels out of when the peak is; this one is never shown.</summary>
    private static readonly Milligrams Any = new(1m);

    /// <returns>Null before the gate, and where the model cannot say.</returns>
    internal static PredictedCourse? Of(Records records, FloorTile tile, DateTimeOffset now, DateOnly today)
    {
        var state = tile.State;
        if (state.FirstDoseAt is { } zero)
        {
            return Of(records, tile, CurveInputs.Doses(state.Doses, zero), SessionCurve.GridFor(state, zero), zero, null, today);
        }

        // How long an infusion would run is not known before it is ordered.
        return state.Stage == Stage.GatePassed && tile.Facts.PlannedRoute is not DoseRoute.IvInfusion and var route
            ? Of(records, tile, CurveInputs.AtOnce(route, Any), SessionCurve.GridFor(state, now), now, route, today)
            : null;
    }

    private static PredictedCourse? Of(Records records, FloorTile tile, IReadOnlyList<GivenDose> doses, Grid grid, DateTimeOffset zero, DoseRoute? route, DateOnly today)
    {
        if (Predict.Of(CurveInputs.Model(doses), CurveInputs.Body(records, tile.Facts.Booking, tile.State, today), doses, grid, people: 0).Curve is not { } curve)
        {
            return null;
        }

        var read = curve.Landmarks;
        return new PredictedCourse(tile, route is not null, route, curve.ModelId, zero, route is null ? At(read.Onset) : null, At(read.Peak), route is null ? At(read.Fade) : null);

        DateTimeOffset? At(double? minute) => minute is { } found ? zero.AddMinutes(found) : null;
    }
}
