using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Tests.Music;

namespace Sojourn.Web.Tests.Music;

/// <summary>Files and playlists in Settings: who may, what is taken, what is not and why.</summary>
public sealed class KeepingTheClinicsMusic(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Settings = "/settings/music";

    [Fact]
    public async Task A_therapist_adds_a_file_puts_it_in_a_playlist_and_takes_both_away_again()
    {
        using var therapist = await clinic.Client("therapist");
        var (status, page) = await Upload(therapist, ("03_slow-water.wav", Wav.Of(2)));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Taken: Slow water, 0:02", page, StringComparison.Ordinal);
        var track = Read(MusicRecords.Tracks).Single(row => row.Title == "Slow water");

        using var bytes = await therapist.GetAsync($"/music/{track.Hash}", TestContext.Current.CancellationToken);
        Assert.Equal(("audio/wav", Wav.Of(2).Length), (bytes.Content.Headers.ContentType!.MediaType, (int)bytes.Content.Headers.ContentLength!));
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/music/{track.Hash}") { Headers = { Range = new RangeHeaderValue(4, 11) } };
        using var answer = await therapist.SendAsync(part, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.PartialContent, 8), (answer.StatusCode, (int)answer.Content.Headers.ContentLength!));

        using var made = await Post(therapist, "/settings/music/playlists", ("name", "Low tide"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var list = made.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(therapist, $"{list}/tracks", ("phase", "peak"), ("track", $"{track.Id.Value}"))).StatusCode);
        Assert.Contains("1. <b>Slow water</b>", await therapist.GetStringAsync(list, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var (again, why) = await Page(await Post(therapist, $"{list}/tracks", ("phase", "peak"), ("track", $"{track.Id.Value}")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again);
        Assert.Contains("is in this phase already", why, StringComparison.Ordinal);

        var (kept, needed) = await Page(await Post(therapist, $"/settings/music/tracks/{track.Id.Value}/removal"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept);
        Assert.Contains("This track is in Low tide. Take it out there first.", needed, StringComparison.Ordinal);
        await Post(therapist, $"{list}/withdrawals", ("phase", "peak"), ("track", $"{track.Id.Value}"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(therapist, $"{list}/removal")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(therapist, $"/settings/music/tracks/{track.Id.Value}/removal")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await therapist.GetAsync($"/music/{track.Hash}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await therapist.GetAsync(list, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Each_file_is_taken_or_refused_by_itself_with_a_sentence()
    {
        using var manager = await clinic.Client("manager");
        var (status, page) = await Upload(manager, ("harbour.wav", Wav.Of(1, 330)), ("letter.mp3", "Dear all"u8.ToArray()), ("../../clinic.db", Wav.Of(1, 440)), ("cut.wav", Wav.Of(2)[..9_000]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Taken: Harbour, 0:01", page, StringComparison.Ordinal);
        Assert.Contains("Not taken. This is not audio that browsers play.", page, StringComparison.Ordinal);
        Assert.Contains("Taken: Clinic, 0:01", page, StringComparison.Ordinal);
        Assert.Contains("Not taken. This WAV file ends before its sound does.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("../", page, StringComparison.Ordinal);
        var (_, twice) = await Upload(manager, ("other-name.wav", Wav.Of(1, 330)));
        Assert.Contains("This very file is here already, as “Harbour”.", twice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_not_copied_with_the_record_is_named_and_mended_by_adding_it_again()
    {
        using var manager = await clinic.Client("manager");
        await Upload(manager, ("lost.wav", Wav.Of(3, 250)));
        clinic.Services.GetRequiredService<MusicFolder>().Remove(Read(MusicRecords.Tracks).Single(track => track.Title == "Lost").Hash);
        Assert.Contains("Not on this machine", await manager.GetStringAsync(Settings, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var (status, page) = await Upload(manager, ("found.wav", Wav.Of(3, 250)));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Lost is on this machine again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not on this machine", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_is_a_sentence_and_what_is_too_large_is_one_as_well()
    {
        using var manager = await clinic.Client("manager");
        var (status, page) = await Upload(manager);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Choose at least one file", page, StringComparison.Ordinal);
        var large = Wav.Of(1);
        Array.Resize(ref large, (int)MusicFolder.LargestFile + 1);
        var (_, answer) = await Upload(manager, ("large.wav", large));
        Assert.Contains("larger than 60 MB", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nurse_sees_the_music_and_changes_nothing_and_a_visitor_hears_nothing()
    {
        using var nurse = await clinic.Client("nurse");
        var page = await nurse.GetStringAsync(Settings, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Add files", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Upload(nurse, ("a.wav", Wav.Of(1)))).Status);
        using var visitor = await clinic.Client();
        Assert.Contains("/sign-in", (await visitor.GetAsync($"/music/{new string('a', 64)}", TestContext.Current.CancellationToken)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach (var trick in new[] { "/music/..%2Fclinic.db", "/music/clinic.db", $"/music/{new string('a', 64)}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync(trick, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    private IReadOnlyList<T> Read<T>(Func<Clinic.Running.Records, IReadOnlyList<T>> read)
    {
        using var records = clinic.Runner.Read();
        return read(records);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string action, params (string Name, string Value)[] fields) =>
        await RunningClinic.Post(client, Settings, action, fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));

    private static async Task<(HttpStatusCode Status, string Page)> Page(HttpResponseMessage answer) => (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));

    private static async Task<(HttpStatusCode Status, string Page)> Upload(HttpClient client, params (string Name, byte[] Bytes)[] files)
    {
        var html = await client.GetStringAsync(Settings);
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        using var form = new MultipartFormDataContent { { new StringContent(WebUtility.HtmlDecode(token)), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "files", name);
        }

        return await Page(await client.PostAsync("/settings/music/tracks", form));
    }
}
