using System.Globalization;
using Microsoft.Playwright;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Journal;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>DOSE-44: the network is gone for an hour, and what was tapped in it arrives whole, in order, marked late, and once.</summary>
public sealed class AnHourOffline(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    private const int Taps = 500;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Through the page's own forms, one tap after the other; the device's clock goes on by its part of the hour with each.</summary>
    private const string Tap = """
        async ([taps, hour]) => {
          const device = Date.now, part = hour / taps;
          let gone = 0;
          Date.now = () => device() + gone;
          const form = id => document.getElementById(id);
          const fill = (id, fields) => Object.entries(fields).forEach(([name, value]) => { form(id).elements[name].value = value; });
          const tap = (id, button) => form(id).requestSubmit(form(id).querySelector(button));
          const entries = [
            i => (fill("vitals-form", { systolic: 110 + Math.trunc(i / 10), diastolic: 70, pulse: 70, oxygen: 97 }), tap("vitals-form", "[type=submit]")),
            i => tap("depth-form", i % 2 ? "[value=light]" : "[value=dreamlike]"),
            i => tap("voice-form", i % 2 ? "[value=talking]" : "[value=quiet]"),
            i => (fill("moment-form", { words: `moment ${i}` }), tap("moment-form", "[type=submit]")),
            i => tap("symptom-quick", i % 2 ? "[value='mild nausea']" : "[value='mild tears']"),
          ];
          for (let i = 0; i < taps; i++) {
            gone = Math.round(i * part);
            entries[i % entries.length](i);
            await new Promise(next => setTimeout(next));
          }
          gone = hour;
        }
        """;

    [Fact]
    public async Task DOSE_44_Five_hundred_entries_of_an_hour_arrive_in_order_marked_late_and_none_is_doubled()
    {
        using var wire = new CutWire(room.Address);
        var (page, session) = await Tablet.InRoom(room, browser, wire);
        var begun = room.Clinic.Clock.Now;
        var before = (await Entries(session)).Count;
        wire.Cut();
        await page.EvaluateAsync(Tap, new[] { Taps, Hour.TotalMilliseconds });
        await Expect(Tablet.Sync(page)).ToContainTextAsync($"{Taps} wait on this device", new() { Timeout = Tablet.Patience });
        room.Clinic.Clock.Pass(Hour);
        wire.Mend();
        await Expect(Tablet.Sync(page)).ToHaveTextAsync("Saved", new() { Timeout = 120_000 });

        var found = (await Entries(session)).Skip(before).ToList();
        Assert.Equal(Enumerable.Range(0, Taps).Select(Expected), found.Select(entry => entry.Words));
        Assert.Equal(found.Select(entry => entry.At).Order(), found.Select(entry => entry.At));
        Assert.InRange(found[^1].At - found[0].At, Hour * 0.9, Hour * 1.1);
        Assert.All(found, entry => Assert.InRange(entry.At, begun.AddMinutes(-2), begun + Hour));

        var waited = room.Clinic.Record(session).Waited;
        Assert.True(waited.Count >= Taps * 0.95, $"{waited.Count} are marked late; only those of the last two minutes need not be.");
        Assert.All(waited, row => Assert.Equal((Actor.Staff(room.Clinic.Nair).Text, waited[0].Device), (row.ByActor, row.Device)));
        await page.ReloadAsync();
        await Expect(page.Locator("#waited")).ToContainTextAsync($"{waited.Count} entries of P. Nair, from tablet {waited[0].Device}");
    }

    private static string Expected(int i) => (i % 5) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{110 + (i / 10)}/70"),
        1 => i % 2 == 1 ? "Light" : "Dreamlike",
        2 => i % 2 == 1 ? "Talking" : "Quiet",
        3 => $"moment {i}",
        _ => i % 2 == 1 ? "nausea" : "tears",
    };

    /// <summary>As the journal has them, without what they raised.</summary>
    private async Task<IReadOnlyList<(string Words, DateTimeOffset At)>> Entries(Guid session) =>
        [.. (await room.Clinic.Journal.ReadStream(MedicineSlice.Slice.Stream(session))).Select(Entry).OfType<(string, DateTimeOffset)>()];

    private static (string Words, DateTimeOffset At)? Entry(Envelope envelope) => EventRegistry.Shipped.Read(envelope) switch
    {
        Event.VitalsTaken e => ($"{e.Vitals.Systolic}/{e.Vitals.Diastolic}", e.HappenedAt),
        Event.DepthMarked e => ($"{e.Depth}", e.HappenedAt),
        Event.VoiceChanged e => ($"{e.Voice}", e.HappenedAt),
        Event.MomentNoted e => (e.Words, e.HappenedAt),
        Event.SymptomNoted e => (e.Term, e.HappenedAt),
        _ => null,
    };
}
