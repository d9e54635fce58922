using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Pharmacology.Prediction;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing.Curve;

/// <summary>The predicted course beside what happened; the same as JSON for whoever asks for it.</summary>
internal sealed class CurveRoutes : ISliceRoutes
{
    public static void Map(Routes routes) => routes.Get("/sessions/{id}/curve", Permission.SeeRoom, Show);

    private static IResult Show(Exchange x)
    {
        x.Http.Response.Headers.Vary = "Accept";
        if (RoomView.Of(x) is not { } room)
        {
            return x.Missing("There is no such medicine session.");
        }

        var curve = SessionCurve.Of(x, room, x.Query("model"));
        return x.WantsJson ? Results.Json(Answer(curve), JsonSerializerOptions.Web) : x.Page<CurvePage>(new CurvePage.View(room, curve));
    }

    private static object Answer(SessionCurve? session) => session?.Curve is not { } curve
        ? new { predicted = EffectCurve.Words, reasons = session?.Reasons ?? ["No dose has been given yet."] }
        : new
        {
            predicted = EffectCurve.Words,
            model = new { id = curve.ModelId, title = curve.ModelTitle, label = curve.ModelLabel },
            cautions = curve.Cautions,
            zeroAt = session.Zero,
            minutes = Enumerable.Range(0, curve.Grid.Points).Select(curve.Grid.At),
            nanogramsPerMilliliter = new { plasma = Rounded(curve.Plasma), effect = Rounded(curve.Effect), norketamine = Rounded(curve.Norketamine) },
            effectBand = curve.EffectBand is { } band ? new { p05 = Rounded(band.P05), p25 = Rounded(band.P25), p50 = Rounded(band.P50), p75 = Rounded(band.P75), p95 = Rounded(band.P95) } : null,
            landmarks = curve.Landmarks,
        };

    private static IEnumerable<double>? Rounded(double[]? line) => line?.Select(level => Math.Round(level, 2));
}
