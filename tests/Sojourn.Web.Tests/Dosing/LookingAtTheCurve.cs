using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Pharmacology.Models;
using Sojourn.Web.Dosing.Curve;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>The effect curve of a session: from the record's doses, as page and as JSON.</summary>
public sealed class LookingAtTheCurve(RunningRoom room) : IClassFixture<RunningRoom>
{
    private static readonly DateTimeOffset Ten = DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture);

    [Fact]
    public void PK_24_An_infusion_that_was_changed_and_stopped_is_what_was_given_until_then()
    {
        var infusion = Infusion.Start(Ten, new Milligrams(40), 40).Change(Ten.AddMinutes(10), 2, 30).Stop(Ten.AddMinutes(20));
        var doses = CurveInputs.Doses([new Dose(new EntryId(Guid.NewGuid()), Ten, DoseRoute.IvInfusion, infusion.Total, infusion)], Ten.AddMinutes(-5));
        Assert.Equal([new GivenDose(Route.VeinEvenly, 5, 10, 10), new GivenDose(Route.VeinEvenly, 15, 20, 10)], doses);
        Assert.Equal((double)infusion.Total.Value, doses.Sum(dose => dose.Milligrams));
    }

    [Theory]
    [InlineData(DoseRoute.Intramuscular, Route.Muscle, "consensus3c")]
    [InlineData(DoseRoute.Sublingual, Route.UnderTongue, "consensus3c")]
    [InlineData(DoseRoute.Intranasal, Route.Nose, "consensus3c")]
    [InlineData(DoseRoute.Oral, Route.Mouth, "consensus3c")]
    [InlineData(DoseRoute.Esketamine, Route.NasalDevice, "perezruixo2021")]
    public void PK_24_Each_route_has_its_own_absorption_and_model(DoseRoute given, Route route, string model)
    {
        var doses = CurveInputs.Doses([new Dose(new EntryId(Guid.NewGuid()), Ten, given, new Milligrams(56), null)], Ten);
        Assert.Equal([new GivenDose(route, 0, 56)], doses);
        Assert.Equal(model, CurveInputs.Model(doses).Id);
    }

    [Fact]
    public async Task PK_25_Before_the_first_dose_there_is_no_curve_and_the_page_says_so()
    {
        var session = await room.Clinic.Book();
        using var nurse = await room.Client("nurse");
        Assert.Contains("No dose has been given yet", await nurse.GetStringAsync($"/sessions/{session}/curve"), StringComparison.Ordinal);
        using var missing = await nurse.GetAsync($"/sessions/{Guid.NewGuid()}/curve");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task PK_25_After_a_dose_page_and_JSON_say_what_is_predicted_and_by_which_model()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        using var given = await Post(nurse, session, "doses", ("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/curve"));
        Assert.Contains("Predicted, not measured.", page, StringComparison.Ordinal);
        Assert.Contains("Model consensus3c: consensus model (project fit to published mean data).", page, StringComparison.Ordinal);
        Assert.Contains("Likely ready for the debrief", page, StringComparison.Ordinal);
        Assert.Contains("<effect-curve", page, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sessions/{session}/curve");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await nurse.SendAsync(request);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("Predicted, not measured.", json.GetProperty("predicted").GetString());
        Assert.Equal("consensus3c", json.GetProperty("model").GetProperty("id").GetString());
        Assert.Equal(json.GetProperty("minutes").GetArrayLength(), json.GetProperty("effectBand").GetProperty("p95").GetArrayLength());
    }
}
