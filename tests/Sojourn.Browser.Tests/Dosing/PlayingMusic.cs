using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Clinic.Tests.Music;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>Music in the room plays from the device, with the network and without; the record says what played when.</summary>
public sealed partial class PlayingMusic(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    private static readonly PlaylistId Tide = new(Guid.CreateVersion7());

    [Fact]
    public async Task DOSE_85_With_the_network_cut_a_kept_playlist_plays_on_and_what_was_heard_arrives_late()
    {
        await MakePlaylist();
        using var wire = new CutWire(room.Address);
        var session = await room.Clinic.BookAndPassGate();
        await room.Clinic.GivesThirty(session);
        var page = await SignedIn(wire.Address);
        await page.GotoAsync($"{wire.Address}sessions/{session}/room");
        await Expect(page.Locator("room-outbox summary")).ToHaveTextAsync("Saved", Patient);
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done)))");
        var player = page.Locator("music-player");
        await Expect(player).ToContainTextAsync("Kept on this device: it plays without a network.", Said);

        wire.Cut();
        await Button(page, "Play").ClickAsync();
        await Expect(player.Locator(".music-now")).ToHaveTextAsync(Moving(), Patient);
        await Button(page, "Peak").ClickAsync();
        await Expect(player.Locator(".music-now")).ToContainTextAsync("Peak: Slow water", Said);
        await Button(page, "Fade out to speak").ClickAsync();
        await Expect(player.Locator(".music-now")).ToContainTextAsync("faded out", Said);
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("3 wait on this device", Said);

        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(20));
        wire.Mend();
        await Expect(page.Locator("room-outbox summary")).ToHaveTextAsync("Saved", new() { Timeout = 30_000 });
        await page.Locator("#music-heard summary").ClickAsync();
        await Expect(page.Locator("#music-heard")).ToContainTextAsync("Peak: Slow water", Said);
        await Expect(page.Locator("#music-heard")).ToContainTextAsync("later then faded out to speak", Said);
        var heard = room.Clinic.Read(records => MusicHeard.Of(records, session, null));
        Assert.Equal([("Onset", "Mist", "changed"), ("Peak", "Slow water", "faded")], heard.Spans.Select(span => (char.ToUpperInvariant(span.Phase[0]) + span.Phase[1..], span.Track, span.Ended!)));

        // The page follows what others record: the music goes on, turned down beside a red alert that is seen.
        await Button(page, "Bring it back").ClickAsync();
        await room.Clinic.Reads(session, MedicineClinic.Calm with { Systolic = 119, Diastolic = 71 });
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("119/71", Said);
        await room.Clinic.Sees(session, "suicidal-statement");
        await Expect(page.Locator(".alert[data-level=red]").First).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(player).ToContainTextAsync("Turned down: a red alert waits for an answer.", Said);
        await Expect(Button(page, "Pause")).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    /// <summary>Past its first second.</summary>
    [GeneratedRegex("^Onset: Mist, 0:(0[1-9]|1[0-9]|20) of 0:20$")]
    private static partial Regex Moving();

    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 15_000 };

    private static readonly LocatorAssertionsToContainTextOptions Said = new() { Timeout = 15_000 };

    private static ILocator Button(IPage page, string name) => page.Locator("music-player").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task MakePlaylist()
    {
        var folder = new MusicFolder(Path.Combine(room.Clinic.Folder, "music"));
        foreach (var (phase, title, hertz) in new[] { (MusicPhase.Onset, "Mist", 220), (MusicPhase.Peak, "Slow water", 165) })
        {
            using var file = new MemoryStream(Wav.Of(20, hertz));
            var sound = (await folder.Take(file)).Sound!;
            await room.Clinic.Does(Actor.Staff(room.Clinic.Ellery), desk =>
            {
                var track = new TrackId(Guid.CreateVersion7());
                desk.Do(MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.AddTrack(track, title, null, sound));
                if (phase == MusicPhase.Onset)
                {
                    desk.Do(MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.MakePlaylist(Tide, "Low tide"));
                }

                desk.Do(MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.PutIn(Tide, phase, track));
            });
        }
    }

    private async Task<IPage> SignedIn(Uri address)
    {
        var page = await browser.Page(1024);
        await page.GotoAsync($"{address}sign-in");
        await page.Locator("#email").FillAsync("nurse@test.example");
        await page.Locator("#password").FillAsync(RunningRoom.Password);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }
}
