using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Prices;

/// <summary>R-50, R-51: an estimate for each person, of what is booked and planned, that says it is approximate.</summary>
public sealed class WhatItIsLikelyToCost(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Pain = "rise-chronic-pain";

    [Fact]
    public async Task R_50_Four_in_a_group_day_each_have_an_estimate_that_is_marked_approximate_and_see_nobody_elses()
    {
        var room = await clinic.OpenRoom("Long room", 6);
        var at = clinic.Runner.Now.AddDays(12);
        var sessions = new List<Guid>();
        var everybody = new List<TreatedPatient>();
        foreach (var family in new[] { "Holm", "Costa", "Walsh", "Berg" })
        {
            var patient = await TreatedPatient.Of(clinic, family, Pain);
            everybody.Add(patient);
            sessions.Add(await Booked(patient, "medicine-day", SessionFormat.Group, at, room));
        }

        var late = await TreatedPatient.Of(clinic, "Novak", Pain);
        using var desk = await clinic.Client("front-desk");
        var group = await Read(desk, $"/sessions/{sessions[0]}");
        Assert.Contains("4 people; 3 to 6 make a group", group, StringComparison.Ordinal);
        Assert.All(new[] { "HOLM, Ana", "COSTA, Ana", "WALSH, Ana", "BERG, Ana" }, name => Assert.Contains(name, group, StringComparison.Ordinal));
        var joining = await Read(desk, $"/sessions/new?group={sessions[0]}");
        Assert.Contains("NOVAK, Ana", joining, StringComparison.Ordinal);
        Assert.DoesNotContain("HOLM, Ana", joining, StringComparison.Ordinal);
        var form = await Read(desk, $"/sessions/new?group={sessions[0]}&course={late.Course.Value}");
        Assert.Contains($"<option value=\"{room.Value}\" selected>", form, StringComparison.Ordinal);
        Assert.Contains("value=\"group\" checked", form, StringComparison.Ordinal);

        foreach (var patient in everybody)
        {
            using var phone = await patient.OnPhone();
            var costs = await Read(phone, "/my/costs");
            Assert.Contains("Approximate", costs, StringComparison.Ordinal);
            Assert.Contains("Full day, group", costs, StringComparison.Ordinal);
            Assert.Contains("about 250", costs, StringComparison.Ordinal);
            Assert.Contains("/my/costs", await phone.GetStringAsync("/my/plan"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R_51_The_estimate_follows_the_format_and_says_what_the_clinic_has_not_said()
    {
        var patient = await TreatedPatient.Of(clinic, "Estimated", Pain);
        using var nurse = await clinic.Client("nurse");

        // Enrolled, and nothing booked or planned yet: five to nine full days in the six months, as the programme foresees.
        var foreseen = await Read(nurse, patient.Page("costs"));
        Assert.Contains("As the programme foresees", foreseen, StringComparison.Ordinal);
        Assert.Contains("<b>About 1,250 to 3,240 (currency not stated)</b>, without what the clinic has not said yet.", foreseen, StringComparison.Ordinal);

        var at = clinic.Runner.Now.AddDays(20);
        await Booked(patient, "medicine-day", SessionFormat.Individual, at, clinic.MedicineRoom);
        await Booked(patient, "medicine-day", SessionFormat.Group, at.AddDays(14), clinic.MedicineRoom);
        await Booked(patient, "medicine-day", SessionFormat.Group, at.AddDays(21), clinic.MedicineRoom);
        await Booked(patient, "medicine-day", null, at.AddDays(28), clinic.MedicineRoom);
        await Booked(patient, "counselling", null, at.AddDays(3), clinic.TalkingRoom);
        var costs = await Read(nurse, patient.Page("costs"));
        Assert.Contains("about 360", costs, StringComparison.Ordinal);
        Assert.Contains("Full day with ketamine, group or one to one", costs, StringComparison.Ordinal);
        Assert.Contains("about 250 to 360", costs, StringComparison.Ordinal);
        Assert.Contains("1 to 5", costs, StringComparison.Ordinal);
        Assert.Contains("not said yet", costs, StringComparison.Ordinal);
        Assert.Contains("<b>About 1,360 to 3,020 (currency not stated)</b>, without what the clinic has not said yet.", costs, StringComparison.Ordinal);
        Assert.Contains("seed S-RISE", costs, StringComparison.Ordinal);
    }

    private async Task<Guid> Booked(TreatedPatient patient, string type, SessionFormat? format, DateTimeOffset at, RoomId room)
    {
        var session = Guid.CreateVersion7();
        var kind = clinic.Runner.Programmes.Find(Pain)!.Session(type)!.Kind;
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
            new Visit(kind, type, patient.Person, null, patient.Course, 1, null) { Format = format }, new Place(clinic.Site, room, at, at.AddHours(7), [clinic.Staff["therapist"], clinic.Staff["nurse"]]), BookingFacts.Clear, null)))).OrThrow();
        return session;
    }

    private static async Task<string> Read(HttpClient client, string page) => WebUtility.HtmlDecode(await client.GetStringAsync(page));
}
