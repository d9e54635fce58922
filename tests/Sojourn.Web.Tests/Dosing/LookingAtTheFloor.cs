using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>Two people in one room: seen together, measured in one pass, and the alarm of one beside the other.</summary>
public sealed class LookingAtTheFloor(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task One_pass_of_vitals_records_each_row_on_its_own_and_a_refused_row_keeps_what_was_typed()
    {
        var (ana, luc, floor) = await TwoPeople();
        using var nurse = await room.Client("nurse");
        using var answer = await RunningRoom.Send(nurse, $"{floor}/vitals", $"{floor}/vitals",
            ("command-id", $"{Guid.CreateVersion7()}"), ($"{ana}-systolic", "131"), ($"{ana}-diastolic", "83"), ($"{luc}-systolic", "70"), ($"{luc}-diastolic", "140"), ($"{luc}-pulse", "77"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(131, room.Clinic.Record(ana).Vitals[^1].Systolic);
        Assert.DoesNotContain(room.Clinic.Record(luc).Vitals, row => row.Pulse == 77);
        Assert.Contains("are they swapped?", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"{luc}-pulse\" type=\"text\" inputmode=\"numeric\" value=\"77\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"131\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_pass_sent_twice_is_recorded_once()
    {
        var (ana, _, floor) = await TwoPeople();
        using var nurse = await room.Client("nurse");
        var id = $"{Guid.CreateVersion7()}";
        foreach (var _ in (int[])[1, 2])
        {
            using var answer = await RunningRoom.Send(nurse, $"{floor}/vitals", $"{floor}/vitals", ("command-id", id), ($"{ana}-pulse", "93"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Single(room.Clinic.Record(ana).Vitals, row => row.Pulse == 93);
    }

    [Fact]
    public async Task A_row_of_somebody_in_another_room_is_refused()
    {
        var elsewhere = await room.Clinic.BookAndPassGate();
        var (_, _, floor) = await TwoPeople();
        using var nurse = await room.Client("nurse");
        using var answer = await RunningRoom.Send(nurse, $"{floor}/vitals", $"{floor}/vitals", ($"{elsewhere}-pulse", "93"));
        Assert.Contains("not in this room any more", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(room.Clinic.Record(elsewhere).Vitals, row => row.Pulse == 93);
    }

    [Fact]
    public async Task A_red_alert_of_one_stands_above_both_and_holds_the_dose_of_the_other()
    {
        var (ana, luc, floor) = await TwoPeople();
        await room.Clinic.GivesThirty(ana);
        await room.Clinic.Reads(ana, MedicineClinic.Calm with { Oxygen = 88 });
        using var nurse = await room.Client("nurse");
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync(floor));
        Assert.Contains("Nothing new is given in this room until closed", page, StringComparison.Ordinal);
        Assert.Contains($"/sessions/{ana}/room#alert-1", page, StringComparison.Ordinal);
        Assert.Contains("DESMARAIS, Luc", page, StringComparison.Ordinal);
        var (status, body) = await RunningRoom.PostJson(nurse, luc, "doses", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["route"] = "im", ["mg"] = "30", ["checked-by"] = RunningRoom.Written(room.Clinic.Ellery), ["checker-pin"] = RunningRoom.Pin,
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(RunningRoom.Sentences(body), sentence => sentence.Contains("of RUIZ, Ana in this room is open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_wall_shows_initials_and_no_names_and_no_doses()
    {
        var (ana, _, floor) = await TwoPeople();
        await room.Clinic.GivesThirty(ana);
        using var nurse = await room.Client("nurse");
        var wall = await nurse.GetStringAsync($"{floor}?view=wall");
        Assert.Contains(">AR<", wall, StringComparison.Ordinal);
        Assert.DoesNotContain("RUIZ", wall, StringComparison.Ordinal);
        Assert.DoesNotContain("30 mg", wall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_68_Whose_peak_is_predicted_when_stands_on_one_line_with_the_models_name_also_of_a_dose_given_now()
    {
        var (ana, luc, floor) = await TwoPeople();
        await room.Clinic.GivesThirty(ana);
        using var nurse = await room.Client("nurse");
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync(floor));
        Assert.Contains("predicted, not measured", page, StringComparison.Ordinal);
        Assert.Contains("Model consensus3c", page, StringComparison.Ordinal);
        Assert.Matches(@"RUIZ, Ana</a> <span class=""small"">onset \d\d:\d\d, peak \d\d:\d\d, fade \d\d:\d\d", page);
        var own = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{ana}/room"));
        Assert.Contains($"<dd>{Peak(page)}, minute", own, StringComparison.Ordinal);

        var before = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{luc}/room"));
        Assert.Contains($"RUIZ, Ana, peak {Peak(page)}", before, StringComparison.Ordinal);
        Assert.Contains("the predicted peak is", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_69_What_was_said_and_noted_of_one_stands_in_their_own_room_and_nowhere_else()
    {
        var (ana, luc, floor) = await TwoPeople();
        await room.Clinic.GivesThirty(ana);
        await room.Clinic.InRoom(ana, _ => new MedicineSession.Command.NoteMoment(room.Clinic.Clock.Now, MedicineClinic.NewId(), room.Clinic.Clock.Now, MomentKind.Said, "My brother was there."));
        await room.Clinic.Sees(ana, "nausea", Severity.Mild, "Held her hand");
        using var nurse = await room.Client("nurse");
        Assert.Contains("My brother was there.", await nurse.GetStringAsync($"/sessions/{ana}/room"), StringComparison.Ordinal);
        foreach (var path in new[] { floor, $"{floor}?view=wall", $"{floor}/vitals", $"/sessions/{luc}/room" })
        {
            var page = WebUtility.HtmlDecode(await nurse.GetStringAsync(path));
            Assert.DoesNotContain("My brother", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Held her hand", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task From_the_floor_help_is_called_and_each_room_leads_back_to_it()
    {
        var (ana, _, floor) = await TwoPeople();
        using var nurse = await room.Client("nurse");
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync(floor));
        Assert.Contains("href=\"#emergency\"", page, StringComparison.Ordinal);
        Assert.Contains("tel:911", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{floor}\"", await nurse.GetStringAsync($"/sessions/{ana}/room"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{floor}\"", await nurse.GetStringAsync("/rooms"), StringComparison.Ordinal);
        var alone = await room.Clinic.BookAndPassGate();
        Assert.DoesNotContain("Group floor", await nurse.GetStringAsync($"/sessions/{alone}/room"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_gone_home_is_offered_what_was_recorded_and_asked_for_nothing_more()
    {
        var (ana, luc, floor) = await TwoPeople();
        await room.Clinic.GivesThirty(ana);
        await room.Clinic.InRoom(ana, _ => new MedicineSession.Command.LeaveAgainstAdvice(room.Clinic.Clock.Now, room.Clinic.Nair, "Wants to go home now."));
        using var nurse = await room.Client("nurse");
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync(floor));
        Assert.Contains($"href=\"/sessions/{ana}/room\" aria-label=\"Record of RUIZ, Ana\">What was recorded", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/sessions/{ana}/room#vitals", page, StringComparison.Ordinal);
        Assert.Contains($"/sessions/{luc}/room#vitals", page, StringComparison.Ordinal);
        Assert.Contains("accesskey=\"v\">Late reading</a>", await nurse.GetStringAsync($"/sessions/{ana}/room"), StringComparison.Ordinal);
    }

    private static string Peak(string floor) => Regex.Match(floor, @"onset \d\d:\d\d, peak (?<peak>\d\d:\d\d)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["peak"].Value;

    private async Task<(Guid Ana, Guid Luc, string Floor)> TwoPeople()
    {
        var ana = await room.Clinic.BookAndPassGate();
        var luc = await room.Clinic.PassGate(await room.Clinic.BookBeside("Luc", "Desmarais"));
        return (ana, luc, $"/rooms/{room.Clinic.Room.Value}/floor");
    }
}
