using System.Net;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>Every alert says on the room's page what, by which rule, whose and from where; and none goes with the browser that was closed.</summary>
public sealed class SeeingAlerts(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task DOSE_60_The_room_shows_cause_rule_owner_and_source_of_every_alert_at_once()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await clinic.Reads(session, MedicineClinic.Calm with { Pulse = 44 });
        var worst = new Vitals(Systolic: 184, Diastolic: 112, Pulse: 124, Oxygen: 88, Respiration: 7, Sedation: 1, Agitation: -4);
        foreach (var minutes in new[] { 1, 10 })
        {
            clinic.Clock.Pass(TimeSpan.FromMinutes(minutes));
            await clinic.Reads(session, worst);
        }

        foreach (var sign in clinic.Programme.Alerts.SelectMany(rule => rule.When.Facts()).Where(Domain.Programmes.SessionFacts.Signs.ContainsKey).Distinct().ToList())
        {
            await clinic.Sees(session, sign);
        }

        clinic.Clock.Pass(TimeSpan.FromMinutes(180));
        await RoomTick.Pass(clinic.Runner);
        var open = clinic.Record(session).OpenAlerts.ToList();
        Assert.Superset(clinic.Programme.Alerts.Where(rule => rule.Code.StartsWith('A')).Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal), open.Select(alert => alert.Code).ToHashSet(StringComparer.Ordinal));

        using var nurse = await room.Client("nurse");
        var page = await Page(nurse, session);
        foreach (var alert in open)
        {
            var card = page[page.IndexOf($"id=\"alert-{alert.Number}\"", StringComparison.Ordinal)..];
            card = card[..card.IndexOf("</section>", StringComparison.Ordinal)];
            Assert.Contains(alert.Title, card, StringComparison.Ordinal);
            Assert.Contains($"<b>{alert.Value}</b>", card, StringComparison.Ordinal);
            Assert.Contains($"Rule {alert.Code}: {alert.Threshold}. Source: {alert.Source}", card, StringComparison.Ordinal);
            Assert.Contains(alert.Owner == $"staff/{Written(clinic.Nair)}" ? "Owner <b>P. Nair</b>" : $"Owner <b>{alert.Owner[5..]}</b>", card, StringComparison.Ordinal);
            Assert.All(alert.Response.Split('\n'), line => Assert.Contains($"<li>{line}</li>", card, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task DOSE_61_Nothing_is_lost_by_closing_a_browser_it_waits_for_its_owner_and_then_for_the_deputy()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        using (var tablet = await room.Client("nurse"))
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Post(tablet, session, "vitals", ("systolic", "164"), ("diastolic", "90"))).StatusCode);
        }

        var link = $"href=\"/sessions/{session}/room#alert-1\"";
        using var owner = await room.Client("nurse");
        using var deputy = await room.Client("prescriber");
        var waiting = await Inbox(owner);
        Assert.Contains(link, waiting, StringComparison.Ordinal);
        Assert.Contains("answer by", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain(link, await Inbox(deputy), StringComparison.Ordinal);

        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await RoomTick.Pass(clinic.Runner);
        foreach (var client in new[] { owner, deputy })
        {
            var page = await Inbox(client);
            Assert.Contains(link, page, StringComparison.Ordinal);
            Assert.Contains("Not answered: prescriber was called at", page, StringComparison.Ordinal);
        }

        Assert.Contains("Nobody answered: prescriber was called at", await Page(deputy, session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_62_A_snooze_is_tapped_and_listed_with_who_and_until_when()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 164 });
        await clinic.Sees(session, "suicidal-statement");
        using var nurse = await room.Client("nurse");
        Assert.Contains("Snooze 5 min", await Page(nurse, session), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "alerts/1/snooze")).StatusCode);
        var page = await Page(nurse, session);
        Assert.Contains("by P. Nair. Not acknowledged.", page, StringComparison.Ordinal);
        Assert.Contains("Not yet acknowledged.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Snooze 5 min", page, StringComparison.Ordinal);
        var red = await Post(nurse, session, "alerts/2/snooze");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, red.StatusCode);
        Assert.Contains("Only an amber alert can be snoozed.", WebUtility.HtmlDecode(await red.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_65_Handing_over_is_two_taps_and_a_gap_is_named()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        using var nurse = await room.Client("nurse");
        var offered = await Page(nurse, session);
        Assert.InRange(offered.IndexOf(To(clinic.Ellery), StringComparison.Ordinal), 0, offered.IndexOf(To(clinic.Farrow), StringComparison.Ordinal));
        Assert.DoesNotContain(To(clinic.Nair), offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "presence", ("action", "hand-over"), ("to", Written(clinic.Ellery)))).StatusCode);
        var page = await Page(nurse, session);
        Assert.Contains("<b>T. Ellery</b>, therapist, watching", page, StringComparison.Ordinal);
        Assert.Contains("without a gap", page, StringComparison.Ordinal);

        using var therapist = await room.Client("therapist");
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(therapist, session, "presence", ("action", "end"))).StatusCode);
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await RoomTick.Pass(clinic.Runner);
        var alarmed = await Page(nurse, session);
        Assert.Contains("Red: Nobody watches", alarmed, StringComparison.Ordinal);
        Assert.Contains("Nobody watches, for 5 min", alarmed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "presence", ("action", "begin"))).StatusCode);
        var calm = await Page(nurse, session);
        Assert.Matches("Nobody watched \\d\\d:\\d\\d–\\d\\d:\\d\\d, 5 min", calm);
        Assert.Contains("Somebody watches again; nobody did for 5 minutes.", calm, StringComparison.Ordinal);
    }

    private static string To(Domain.Kernel.StaffId staff) => $"name=\"to\" value=\"{Written(staff)}\"";

    private static async Task<string> Page(HttpClient client, Guid session) => WebUtility.HtmlDecode(await client.GetStringAsync($"/sessions/{session}/room"));

    private static async Task<string> Inbox(HttpClient client) => WebUtility.HtmlDecode(await client.GetStringAsync("/inbox"));
}
