using System.Net;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>DOSE-7, DOSE-11, DOSE-14, DOSE-15 by every way a dose can come: the form, the API, a forged request. Show 4 of the first session.</summary>
public sealed class GivingADoseInTheRoom(RunningRoom room) : IClassFixture<RunningRoom>
{
    /// <summary>At 80 kg the lower of 130 mg and 1.5 mg/kg.</summary>
    private const string Sentence =
        "125 mg, injection into a muscle, is above the absolute limit for one dose, 120 mg (the lower of 130 mg and 1.5 mg/kg at 80 kg; source: default, the lower of the two). No reason lifts this limit; the order must change.";

    [Fact]
    public async Task DOSE_7_Above_the_absolute_limit_the_form_the_API_and_a_forged_request_get_the_same_sentence()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        var form = await Post(nurse, session, "doses", ("route", "im"), ("mg", "125"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin), ("override-by", Written(room.Clinic.Farrow)), ("override-reason", "Asked for."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.Contains(Sentence, WebUtility.HtmlDecode(await form.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var (status, problem) = await PostJson(nurse, session, "doses", new Dictionary<string, object> { ["route"] = "im", ["mg"] = 125, ["checked-by"] = Written(room.Clinic.Ellery), ["checker-pin"] = RunningRoom.Pin });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(Sentence, Sentences(problem));

        var (forged, again) = await PostJson(nurse, session, "doses", new Dictionary<string, object>
        {
            ["route"] = "im", ["mg"] = 125, ["mg-again"] = 125, ["checked-by"] = Written(room.Clinic.Ellery), ["checker-pin"] = RunningRoom.Pin, ["override-by"] = Written(room.Clinic.Farrow), ["override-reason"] = "Let it pass",
            ["weight"] = 300, ["per-dose"] = 1000, ["limit"] = 1000, ["confirmed"] = true, ["action"] = "pass",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged);
        Assert.Contains(Sentence, Sentences(again));
        Assert.Empty(room.Clinic.Record(session).Doses);
    }

    [Fact]
    public async Task DOSE_11_Above_the_band_a_named_prescriber_gives_a_reason_which_the_room_and_the_persons_page_show()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        var asked = await Post(nurse, session, "doses", ("route", "im"), ("mg", "60"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Contains("A prescriber must take it on by name, with a reason.", page, StringComparison.Ordinal);
        Assert.Contains("name=\"override-reason\"", page, StringComparison.Ordinal);
        Assert.Contains("60 mg is 0.75 mg/kg at 80 kg", page, StringComparison.Ordinal);

        var given = await Post(
            nurse, session, "doses", ("route", "im"), ("mg", "60"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin), ("override-by", Written(room.Clinic.Farrow)), ("override-reason", "Second series; 60 mg went well."));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        Assert.EndsWith("/room#dose", given.Headers.Location!.ToString(), StringComparison.Ordinal);
        var seen = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room"));
        Assert.Contains("Taken on by <b>Dr I. Farrow</b>: “Second series; 60 mg went well.”", seen, StringComparison.Ordinal);
        var review = WebUtility.HtmlDecode(await nurse.GetStringAsync("/reviews/doses"));
        Assert.Contains("Second series; 60 mg went well.", review, StringComparison.Ordinal);
        Assert.Contains($"/sessions/{session}/room", review, StringComparison.Ordinal);
        Assert.Contains("None in these seven days", await nurse.GetStringAsync("/reviews/doses?until=2020-01-01"), StringComparison.Ordinal);
        var person = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/people/{room.Clinic.Person.Value}"));
        Assert.Contains("Taken on by <b>Dr I. Farrow</b>: “Second series; 60 mg went well.”", person, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_14_A_tenfold_slip_is_caught_before_saving_and_the_same_figure_again_is_not()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        (string, string)[] slip = [("route", "im"), ("mg", "3"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin), ("override-by", Written(room.Clinic.Farrow)), ("override-reason", "Very frail.")];
        var asked = await Post(nurse, session, "doses", slip);
        var page = await asked.Content.ReadAsStringAsync();
        Assert.Contains("Is a decimal point out of place?", page, StringComparison.Ordinal);
        Assert.Contains("name=\"mg-again\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"3\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "doses", [.. slip, ("mg-again", "3.0")])).StatusCode);
    }

    [Fact]
    public async Task DOSE_18_The_same_dose_sent_twice_is_one_dose()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        (string, string)[] dose = [("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin), ("command-id", Guid.CreateVersion7().ToString())];
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "doses", dose)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "doses", dose)).StatusCode);
        Assert.Single(room.Clinic.Record(session).Doses);
    }

    [Fact]
    public async Task DOSE_15_Naming_the_second_person_is_not_enough_they_type_their_own_pin()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        (string, string)[] dose = [("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery))];
        var without = await Post(nurse, session, "doses", dose);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        var page = WebUtility.HtmlDecode(await without.Content.ReadAsStringAsync());
        Assert.Contains("checks, then types their own PIN here.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#dose-form-checker-pin\"", page, StringComparison.Ordinal);

        var wrong = await Post(nurse, session, "doses", [.. dose, ("checker-pin", "8642")]);
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("This is not the PIN of", again, StringComparison.Ordinal);
        Assert.DoesNotContain("8642", again, StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(session).Doses);

        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "doses", [.. dose, ("checker-pin", RunningRoom.Pin)])).StatusCode);
        Assert.True(Assert.Single(room.Clinic.Record(session).Doses).CheckedWithPin);
        Assert.Contains("with their PIN", await nurse.GetStringAsync($"/sessions/{session}/room"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_15_Five_wrong_pins_shut_it_for_a_quarter_of_an_hour_and_somebody_else_can_check()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        Dictionary<string, object> dose = new() { ["route"] = "im", ["mg"] = 30, ["checked-by"] = Written(room.Clinic.Farrow), ["checker-pin"] = "1357" };
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Contains("This is not the PIN of", Assert.Single(Sentences((await PostJson(nurse, session, "doses", dose)).Body)), StringComparison.Ordinal);
        }

        dose["checker-pin"] = RunningRoom.Pin;
        Assert.Contains("Too many wrong PINs", Assert.Single(Sentences((await PostJson(nurse, session, "doses", dose)).Body)), StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(session).Doses);
        dose["checked-by"] = Written(room.Clinic.Ellery);
        Assert.Equal(HttpStatusCode.OK, (await PostJson(nurse, session, "doses", dose)).Status);
    }

    [Fact]
    public async Task A_therapist_records_in_the_room_and_gives_no_dose()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var therapist = await room.Client("therapist");
        var (status, _) = await PostJson(therapist, session, "doses", new Dictionary<string, object> { ["route"] = "im", ["mg"] = 30, ["checked-by"] = Written(room.Clinic.Nair), ["checker-pin"] = RunningRoom.Pin });
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("Record the dose", await therapist.GetStringAsync($"/sessions/{session}/room"), StringComparison.Ordinal);
    }
}
