using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Models;
using Sojourn.Pharmacology.Prediction;

namespace Sojourn.Pharmacology.Tests.Prediction;

/// <summary>The figures that the consensus model and its spread were published with, and what goes with every curve.</summary>
public sealed class PredictingASession
{
    private static readonly Grid Session = new(0, 0.5, 601);
    private static readonly Body Typical = new(70, 40);

    [Theory]
    [InlineData(10, 151, 55)]
    [InlineData(20, 214, 132)]
    [InlineData(40, 270, 230)]
    [InlineData(60, 91, 149)]
    public void PK_12_35_mg_over_40_minutes(int minute, double plasma, double effect)
    {
        var curve = Of(new GivenDose(Route.VeinEvenly, 0, 35, 40));
        Assert.Equal(plasma, curve.Plasma[minute * 2], 1.0);
        Assert.Equal(effect, curve.Effect[minute * 2], 1.0);
    }

    [Theory]
    [InlineData(Route.Muscle, 35, 227, 15, 183, 29)]
    [InlineData(Route.UnderTongue, 100, 112, 29, 102, 48)]
    [InlineData(Route.Nose, 50, 122, 17, 98, 31)]
    public void PK_12_Peaks_by_route(Route route, double milligrams, double plasma, double plasmaAt, double effect, double effectAt)
    {
        var curve = Of(new GivenDose(route, 0, milligrams));
        Assert.Equal(plasma, curve.Plasma.Max(), 1.0);
        Assert.Equal(plasmaAt, curve.Grid.At(Array.IndexOf(curve.Plasma, curve.Plasma.Max())), 1.0);
        Assert.Equal(effect, curve.Landmarks.PeakLevel!.Value, 1.0);
        Assert.Equal(effectAt, curve.Landmarks.Peak!.Value, 1.0);
    }

    [Fact]
    public void PK_12_70_mg_swallowed_shows_mostly_as_norketamine()
    {
        var curve = Of(new GivenDose(Route.Mouth, 0, 70));
        Assert.Equal(54, curve.Plasma.Max(), 1.0);
        Assert.Equal(231, curve.Norketamine!.Max(), 1.0);
    }

    [Theory]
    [InlineData(Route.VeinEvenly, 35, 40, 176, 265, 398, 136.0, 219.0, 343.0)]
    [InlineData(Route.UnderTongue, 100, 0, 41, 100, 222, null, null, null)]
    public void PK_13_How_much_people_differ_at_40_minutes(Route route, double milligrams, double minutes, double low, double middle, double high, double? lowSite, double? middleSite, double? highSite)
    {
        var curve = Of(new GivenDose(route, 0, milligrams, minutes));
        Near(low, curve.PlasmaBand!.P05[80]);
        Near(middle, curve.PlasmaBand.P50[80]);
        Near(high, curve.PlasmaBand.P95[80]);
        if (lowSite is not null)
        {
            Near(lowSite.Value, curve.EffectBand!.P05[80]);
            Near(middleSite!.Value, curve.EffectBand.P50[80]);
            Near(highSite!.Value, curve.EffectBand.P95[80]);
        }
    }

    [Theory]
    [InlineData(1, 43.8)]
    [InlineData(2, 72.5)]
    [InlineData(3, 101.0)]
    public void PK_14_The_esketamine_device_reaches_its_published_peaks(int devices, double peak)
    {
        var curve = Predict.Of(ModelLibrary.Find("perezruixo2021")!, Typical, [new GivenDose(Route.NasalDevice, 0, 28 * devices)], Session, 0).Curve!;
        Assert.Equal(peak, curve.Plasma.Max(), peak * 0.015);
    }

    [Fact]
    public void PK_15_The_same_session_gives_the_same_band_every_time()
    {
        var dose = new GivenDose(Route.Muscle, 0, 50);
        Assert.Equal(Of(dose).EffectBand!.P95, Of(dose).EffectBand!.P95);
    }

    [Fact]
    public void PK_16_The_band_agrees_with_each_person_computed_alone()
    {
        GivenDose[] doses = [new(Route.VeinEvenly, 3.3, 20, 25), new(Route.Muscle, 40.1, 30), new(Route.UnderTongue, -10, 80), new(Route.NasalDevice, 0, 0)];
        Sojourn.Pharmacology.Tests.Band.EachAlone.Agree(ModelLibrary.Default, [.. doses[..3]], new Grid(0, 1, 120));
        Sojourn.Pharmacology.Tests.Band.EachAlone.Agree(ModelLibrary.Find("perezruixo2021")!, [new(Route.NasalDevice, 2.5, 56), new(Route.Mouth, 20, 40)], new Grid(0, 1, 120));
    }

    [Fact]
    public void PK_17_Onset_peak_fade_and_the_likely_ready_band_come_in_order()
    {
        var read = Of(new GivenDose(Route.VeinEvenly, 0, 35, 40)).Landmarks;
        Assert.InRange(read.Onset!.Value, 5, 15);
        Assert.InRange(read.Peak!.Value, 40, 45);
        Assert.True(read.Fade > read.Peak);
        Assert.True(read.LikelyReadyFrom > read.Peak);
        Assert.True(read.LikelyReadyUntil > read.LikelyReadyFrom);
    }

    [Fact]
    public void PK_17_What_the_chart_does_not_reach_is_not_said()
    {
        var read = Predict.Of(ModelLibrary.Default, Typical, [new GivenDose(Route.VeinEvenly, 0, 35, 40)], new Grid(0, 1, 30)).Curve!.Landmarks;
        Assert.Null(read.Fade);
        Assert.Null(read.LikelyReadyUntil);
        var none = Predict.Of(ModelLibrary.Default, Typical, [], new Grid(0, 1, 30)).Curve!.Landmarks;
        Assert.Equal(new Landmarks(null, null, null, null, null, null), none);
    }

    [Fact]
    public void PK_18_Every_curve_says_that_it_is_predicted_and_by_which_model() =>
        Assert.Equal("Predicted, not measured. Model consensus3c: consensus model (project fit to published mean data).", Of(new GivenDose(Route.Muscle, 0, 10)).Caption);

    [Theory]
    [InlineData(59, null)]
    [InlineData(60, null)]
    [InlineData(61, "age.older")]
    [InlineData(76, "age.outside")]
    public void PK_19_Age_is_flagged_and_changes_no_number(int years, string? code)
    {
        var curve = Predict.Of(ModelLibrary.Default, new Body(70, years), [new GivenDose(Route.VeinAtOnce, 0, 10)], Session, 0).Curve!;
        Assert.Equal(code is null, !curve.Cautions.Any(caution => caution.Code.StartsWith("age.", StringComparison.Ordinal)));
        Assert.True(code is null || curve.Cautions.Any(caution => string.Equals(caution.Code, code, StringComparison.Ordinal)));
        Assert.Equal(Of(new GivenDose(Route.VeinAtOnce, 0, 10)).Plasma, curve.Plasma);
    }

    [Theory]
    [InlineData(44.9, true)]
    [InlineData(45, false)]
    [InlineData(130, false)]
    [InlineData(130.1, true)]
    public void PK_19_A_weight_outside_is_flagged_and_held(double kilograms, bool flagged)
    {
        var curve = Predict.Of(ModelLibrary.Default, new Body(kilograms, 40), [new GivenDose(Route.VeinAtOnce, 0, 10)], Session, 0).Curve!;
        Assert.Equal(flagged, curve.Cautions.Any(caution => string.Equals(caution.Code, "weight.outside", StringComparison.Ordinal)));
    }

    [Fact]
    public void PK_19_Liver_pregnancy_medicines_and_large_doses_are_flagged()
    {
        var body = new Body(70, 40, LiverDisease: true, Pregnant: true, Interacting: ["clarithromycin"]);
        var codes = Predict.Of(ModelLibrary.Default, body, [new GivenDose(Route.VeinAtOnce, 0, 100), new GivenDose(Route.VeinAtOnce, 100, 41)], Session, 0).Curve!.Cautions.Select(caution => caution.Code);
        Assert.Equal(["liver", "pregnancy", "interaction", "dose.outside", "level.outside", "level.beyond-sedation"], codes);
    }

    [Fact]
    public void PK_20_Nobody_under_eighteen_gets_a_curve()
    {
        var answer = Predict.Of(ModelLibrary.Default, new Body(50, 17), [], Session);
        Assert.Null(answer.Curve);
        Assert.Equal(["The models know nothing about people under 18 years."], answer.Reasons);
    }

    [Fact]
    public void PK_20_A_model_refuses_a_route_that_it_knows_nothing_about()
    {
        var answer = Predict.Of(ModelLibrary.Find("domino1984")!, Typical, [new GivenDose(Route.UnderTongue, 0, 100)], Session);
        Assert.Equal(["Domino 1984 says nothing about doses under the tongue; choose a model that does."], answer.Reasons);
    }

    private static EffectCurve Of(GivenDose dose) => Predict.Of(ModelLibrary.Default, Typical, [dose], Session, bandInPlasma: true).Curve!;

    private static void Near(double published, double found) => Assert.Equal(published, found, published * 0.05);
}
