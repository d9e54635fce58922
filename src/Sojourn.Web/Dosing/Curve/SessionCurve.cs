using Sojourn.Domain.Dosing;
using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Models;
using Sojourn.Pharmacology.Prediction;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing.Curve;

/// <summary>The predicted course of one session, and the session it is about. Zero is its first dose.</summary>
public sealed class SessionCurve
{
    /// <summary>Minutes after the last dose within which fade and readiness are looked for.</summary>
    private const int LookAhead = 360;

    private const int MostMinutes = 720;

    private SessionCurve(RoomView room, DateTimeOffset zero, Model model, IReadOnlyList<GivenDose> doses, Body body)
    {
        (Room, Zero, Model) = (room, zero, model);
        var predicted = KeptPredictions.Of(model, body, doses, GridFor(room.State, zero));
        (Curve, Reasons) = (predicted.Curve, predicted.Reasons);
        Others = [.. ModelLibrary.All.Where(other => !ReferenceEquals(other, model) && Alike(other, model) && Predict.Of(other, body, doses, new Grid(0, 1, 1), 0).Curve is not null)];
    }

    internal RoomView Room { get; }

    internal DateTimeOffset Zero { get; }

    internal Model Model { get; }

    /// <summary>Null where the model cannot say; <see cref="Reasons"/> says why.</summary>
    internal EffectCurve? Curve { get; }

    internal IReadOnlyList<string> Reasons { get; }

    /// <summary>Models that know these routes too.</summary>
    internal IReadOnlyList<Model> Others { get; }

    /// <summary>A clock on the curve's minutes.</summary>
    internal DateTimeOffset At(double minute) => Zero.AddMinutes(minute);

    /// <summary>Every minute from the first dose to so long after the last one that fade and readiness are on it.</summary>
    internal static Grid GridFor(MedicineSession.State state, DateTimeOffset zero) =>
        new(0, 1, (int)Math.Min(MostMinutes, Math.Ceiling(((state.LastDoseEndsAt ?? zero) - zero).TotalMinutes) + LookAhead) + 1);

    /// <returns>Null before the first dose: there is nothing to predict from.</returns>
    internal static SessionCurve? Of(Exchange x, RoomView room, string? modelId = null)
    {
        if (room.State.FirstDoseAt is not { } zero)
        {
            return null;
        }

        var doses = CurveInputs.Doses(room.State.Doses, zero);
        var own = CurveInputs.Model(doses);
        var model = modelId is not null && ModelLibrary.Find(modelId) is { } asked && Alike(asked, own) ? asked : own;
        return new SessionCurve(room, zero, model, doses, CurveInputs.Body(x.Records, room.Booking, room.State, x.Today));
    }

    /// <summary>Esketamine and racemic ketamine are two medicines; a model of one says nothing about the other.</summary>
    private static bool Alike(Model one, Model other) => string.Equals(one.Medicine, other.Medicine, StringComparison.Ordinal);
}
