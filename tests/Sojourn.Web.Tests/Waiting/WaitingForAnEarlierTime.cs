using System.Globalization;
using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Waiting;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Waiting;

/// <summary>The front desk puts somebody on the waiting list and gives them a time that a cancelled visit left free.</summary>
public sealed class WaitingForAnEarlierTime(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_session_onto_the_list_and_into_a_time_that_is_free_again()
    {
        var (early, late) = (await TreatedPatient.Of(clinic), await TreatedPatient.Of(clinic, "Nowak"));
        using var desk = await clinic.Client("front-desk");
        var monday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);
        monday = monday.AddDays((8 - (int)monday.DayOfWeek) % 7);
        var first = await Book(desk, early, monday, "10:00", "10:50");
        var own = await Book(desk, late, monday.AddDays(7), "14:00", "14:50");

        var form = $"/waiting/new?session={own}";
        Assert.Contains("Wants an earlier time", await desk.GetStringAsync($"/sessions/{own}", Now), StringComparison.Ordinal);
        Assert.Equal("/waiting", (await RunningClinic.Post(desk, form, "/waiting", new() { ["session"] = $"{own}", ["days"] = "monday", ["times"] = "morning", ["note"] = "call after four" })).Headers.Location?.ToString());
        Assert.Contains("Mondays, mornings", WebUtility.HtmlDecode(await desk.GetStringAsync("/waiting", Now)), StringComparison.Ordinal);
        var twice = await RunningClinic.Post(desk, form, "/waiting", new() { ["session"] = $"{own}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        await RunningClinic.Post(desk, $"/sessions/{first}", $"/sessions/{first}/cancellation", new() { ["why"] = "a cold" });
        await clinic.Settle();
        var slot = $"/waiting/slots/{first}";
        Assert.Contains(slot, await desk.GetStringAsync("/inbox", Now), StringComparison.Ordinal);
        Assert.Contains(slot, await desk.GetStringAsync("/waiting", Now), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync(slot, Now));
        Assert.Contains("Book it for NOWAK, Ana", page, StringComparison.Ordinal);
        Assert.Contains("call after four", page, StringComparison.Ordinal);
        string id;
        using (var records = clinic.Runner.Read())
        {
            id = $"{WaitingRecords.Open(records).Single().Id.Value}";
        }

        await RunningClinic.Post(desk, slot, $"/waiting/{id}/offers", new() { ["slot"] = $"{first}" });
        Assert.Contains("Offered ", await desk.GetStringAsync(slot, Now), StringComparison.Ordinal);
        Assert.Equal(slot, (await RunningClinic.Post(desk, slot, $"/waiting/{id}/booking", new() { ["slot"] = $"{first}" })).Headers.Location?.ToString());
        Assert.Contains("Given to NOWAK, Ana", WebUtility.HtmlDecode(await desk.GetStringAsync(slot, Now)), StringComparison.Ordinal);
        using var after = clinic.Runner.Read();
        Assert.Equal(monday, DateOnly.FromDateTime(SessionRecords.One(after, own)!.FromAt!.Value.UtcDateTime));
    }

    private async Task<Guid> Book(HttpClient desk, TreatedPatient patient, DateOnly day, string from, string to)
    {
        var answer = await RunningClinic.PostJson(desk, "/sessions/new", new
        {
            course = patient.Course.Value.ToString(),
            type = "preparation",
            date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            from,
            to,
            room = clinic.TalkingRoom.Value.ToString(),
            staff = clinic.Staff["therapist"].Value.ToString(),
        });
        return Guid.Parse(answer.GetProperty("seenAt").GetString()!.Split('/')[^1]);
    }
}
