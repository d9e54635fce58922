using System.Net;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>DOSE-44, DOSE-48: an entry that waited on a device is believed about its instant and its author, and about nothing else.</summary>
public sealed class EntriesThatWaited(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task DOSE_44_An_entry_happened_when_it_was_tapped_and_not_when_it_arrived()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        var tapped = room.Clinic.Clock.Now;
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(20));
        var (status, _) = await RunningRoom.PostJson(nurse, session, "moments", Moment(tapped));
        Assert.Equal(HttpStatusCode.OK, status);
        var moment = Assert.Single(room.Clinic.Record(session).Moments);
        Assert.Equal(tapped, moment.HappenedAt);
        Assert.Equal(TimeSpan.FromMinutes(20), moment.RecordedAt - moment.HappenedAt);
    }

    [Fact]
    public async Task DOSE_44_A_time_typed_on_the_tablet_is_read_beside_the_instant_of_the_tap()
    {
        var session = await room.Clinic.BookAndPassGate();
        var tapped = room.Clinic.Clock.Now;
        var typed = TimeZoneInfo.ConvertTime(tapped.AddMinutes(-3), TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton")).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        room.Clinic.Clock.Pass(TimeSpan.FromHours(14));
        using var nurse = await room.Client("nurse");
        await RunningRoom.PostJson(nurse, session, "moments", new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "note", ["words"] = "Tears", ["happened-at"] = typed, ["tapped-at"] = $"{tapped:O}" });
        Assert.True((tapped - Assert.Single(room.Clinic.Record(session).Moments).HappenedAt).Duration() < TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task DOSE_44_A_tap_from_a_tablet_whose_clock_is_a_little_ahead_happens_now()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        await RunningRoom.PostJson(nurse, session, "moments", Moment(room.Clinic.Clock.Now.AddSeconds(9)));
        Assert.Equal(room.Clinic.Clock.Now, Assert.Single(room.Clinic.Record(session).Moments).HappenedAt);
    }

    [Fact]
    public async Task DOSE_44_An_entry_sent_twice_with_its_id_is_recorded_once_and_answered_twice()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        var fields = Moment(room.Clinic.Clock.Now);
        var first = await RunningRoom.PostJson(nurse, session, "moments", fields);
        var second = await RunningRoom.PostJson(nurse, session, "moments", fields);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(first.Body.GetProperty("positions").ToString(), second.Body.GetProperty("positions").ToString());
        Assert.Single(room.Clinic.Record(session).Moments);
    }

    [Fact]
    public async Task DOSE_48_An_entry_of_somebody_else_is_held_and_not_recorded_in_this_persons_name()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var therapist = await room.Client("therapist");
        var fields = Moment(room.Clinic.Clock.Now);
        fields["tapped-by"] = Actor.Staff(room.Clinic.Nair).Text;
        var (status, _) = await RunningRoom.PostJson(therapist, session, "moments", fields);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Empty(room.Clinic.Record(session).Moments);
    }

    [Fact]
    public async Task DOSE_47_A_change_is_told_to_an_open_page()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sessions/{session}/room/changes");
        using var answer = await nurse.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: hello", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        await RunningRoom.PostJson(nurse, session, "moments", Moment(room.Clinic.Clock.Now));
        string? line;
        do
        {
            line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line is not (null or "data: changed"));
        Assert.Equal("data: changed", line);
    }

    private static Dictionary<string, string> Moment(DateTimeOffset tapped) => new(StringComparer.Ordinal)
    {
        ["command-id"] = Guid.CreateVersion7().ToString(),
        ["kind"] = "note",
        ["words"] = "Smiles",
        ["tapped-at"] = $"{tapped:O}",
    };
}
