using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Lanes;

/// <summary>R-40: time to rest is planned with each medicine session, as after an operation.</summary>
public sealed partial class RestingAfterMedicine(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task R_40_A_booked_medicine_session_proposes_rest_and_a_sheet_and_work_that_falls_into_it_is_told_gently()
    {
        var patient = await TreatedPatient.Of(clinic, "Rest");
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton");
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clinic.Runner.Now, zone).DateTime).AddDays(3);
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), zone.GetUtcOffset(day.ToDateTime(new TimeOnly(10, 0))));
        using var phone = await patient.OnPhone();
        Assert.Contains("No medicine session is booked", await Read(phone, "/my/rest"), StringComparison.Ordinal);
        var session = Guid.CreateVersion7();
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
            new Visit(SessionKind.Medicine, "medicine", patient.Person, null, patient.Course, 1, null), new Place(clinic.Site, clinic.MedicineRoom, at, at.AddHours(2), [clinic.Staff["therapist"]]), BookingFacts.Clear, null)))).OrThrow();

        var until = at.AddHours(2 + clinic.Runner.Programmes.Find("solo-depression-standard")!.Rest!.Hours).ToString("HH:mm", CultureInfo.InvariantCulture);
        using var therapist = await clinic.Client("therapist");
        var booked = await Read(therapist, $"/sessions/{session}");
        Assert.Contains("Kept free until", booked, StringComparison.Ordinal);
        Assert.Contains(until, booked, StringComparison.Ordinal);
        Assert.DoesNotContain("Can it be moved", booked, StringComparison.Ordinal);
        Assert.Contains("Keep free afterwards", await Read(phone, "/my"), StringComparison.Ordinal);

        // Work on another day of the week is no clash, that of the day after is.
        await WriteDown(phone, "Evening class", day.AddDays(4));
        Assert.DoesNotContain("Can it be moved", await Read(phone, "/my/rest"), StringComparison.Ordinal);
        await WriteDown(phone, "Work at the bakery", day.AddDays(1));
        var clash = $"“Work at the bakery” is on {day.AddDays(1).ToString("dddd d-MMM", CultureInfo.InvariantCulture)}.";
        foreach (var page in new[] { await Read(phone, "/my/rest"), await Read(phone, "/my"), await Read(therapist, $"/sessions/{session}"), await Read(therapist, $"/sessions/{session}/recovery"), await Read(phone, $"/my/recovery/{session}") })
        {
            Assert.Contains(clash, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Evening class” is on", page, StringComparison.Ordinal);
        }

        Assert.Contains("Work at the bakery", await Read(therapist, patient.Page("lanes")), StringComparison.Ordinal);
        var feed = Address.Match(await phone.GetStringAsync("/account")).Groups["path"].Value;
        using var anybody = await clinic.Client();
        Assert.Contains("SUMMARY:Time to rest\\, kept free", (await anybody.GetStringAsync(feed)).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_40_A_duty_without_a_day_comes_back_and_another_persons_sheet_is_not_shown()
    {
        var patient = await TreatedPatient.Of(clinic, "Duty");
        using var phone = await patient.OnPhone();
        var answer = await RunningClinic.Post(phone, "/my/rest", "/my/rest", new() { ["words"] = "Work" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose at least one day.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var none = await phone.GetAsync($"/my/recovery/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [GeneratedRegex("value=\"http://[^/]+(?<path>/feeds/[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Address { get; }

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));

    private static async Task WriteDown(HttpClient phone, string words, DateOnly on) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(phone, "/my/rest", "/my/rest", new() { ["words"] = words, ["duty"] = on.DayOfWeek.ToString().ToLowerInvariant() })).StatusCode);
}
