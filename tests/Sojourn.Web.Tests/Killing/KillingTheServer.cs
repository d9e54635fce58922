using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace Sojourn.Web.Tests.Killing;

/// <summary>
/// The real program, killed with SIGKILL while two people write in a session as fast as they can: what was called saved is there once, and what was not
/// answered can be sent again without doubling anything. Show 5 of the first session.
/// </summary>
[Trait("Category", "Slow")]
public sealed class KillingTheServer
{
    /// <summary>Entries called saved before the kill, by round: in the first ones, and well under way.</summary>
    private static readonly int[] SavedBeforeKill = [1, 40, 150];

    private const int LanesOfEach = 4;

    private readonly ConcurrentDictionary<Guid, byte> saved = [];
    private readonly ConcurrentDictionary<Guid, byte> unanswered = [];

    [Fact]
    public async Task Every_entry_that_was_called_saved_is_there_once_and_what_was_not_answered_is_sent_again_without_doubling()
    {
        await using var clinic = await ServedClinic.Make();
        await clinic.Start();
        foreach (var least in SavedBeforeKill)
        {
            await WriteUntilKilled(clinic, least);
            await clinic.Start();
            var kept = await clinic.Look();
            Assert.All(saved.Keys, entry => Assert.Equal(1, kept.Of(entry)));
            Assert.All(unanswered.Keys, entry => Assert.InRange(kept.Of(entry), 0, 1));

            await SendAgain(clinic);
            kept = await clinic.Look();
            Assert.All(saved.Keys, entry => Assert.Equal(1, kept.Of(entry)));
            Assert.Equal(saved.Keys.Select(Words).Order(StringComparer.Ordinal), kept.Shown.Order(StringComparer.Ordinal));
            Assert.Equal(saved.Count, kept.Moments.Count);
        }

        using var nurse = await clinic.Client("nurse");
        var page = await nurse.GetStringAsync($"/sessions/{clinic.Session}/room");
        Assert.All(saved.Keys.Take(20), entry => Assert.Contains(Words(entry), page, StringComparison.Ordinal));
    }

    private async Task WriteUntilKilled(ServedClinic clinic, int least)
    {
        var enough = new TaskCompletionSource();
        var reached = saved.Count + least;
        using var nurse = await clinic.Client("nurse");
        using var therapist = await clinic.Client("therapist");
        var writing = new[] { nurse, therapist }.SelectMany(client => Enumerable.Range(0, LanesOfEach).Select(_ => Task.Run(() => Write(client, clinic.Session, () =>
        {
            if (saved.Count >= reached)
            {
                enough.TrySetResult();
            }
        })))).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(writing));
        Assert.True(enough.Task.IsCompleted, "Writing ended before the server was killed.");
        await clinic.Kill();
        await Task.WhenAll(writing);
        Assert.NotEmpty(unanswered);
    }

    /// <summary>One entry after the other until nobody answers any more.</summary>
    private async Task Write(HttpClient client, Guid session, Action wasSaved)
    {
        while (true)
        {
            var entry = Guid.CreateVersion7();
            unanswered.TryAdd(entry, 0);
            try
            {
                await Send(client, session, entry);
            }
            catch (HttpRequestException)
            {
                return;
            }

            unanswered.TryRemove(entry, out _);
            saved.TryAdd(entry, 0);
            wasSaved();
        }
    }

    /// <summary>Everything that was not answered, and some that were, with the ids they had.</summary>
    private async Task SendAgain(ServedClinic clinic)
    {
        using var nurse = await clinic.Client("nurse");
        foreach (var entry in unanswered.Keys.Concat(saved.Keys.Take(10)).ToList())
        {
            await Send(nurse, clinic.Session, entry);
            saved.TryAdd(entry, 0);
        }

        unanswered.Clear();
    }

    /// <summary>Returns when the server has called it saved.</summary>
    private static async Task Send(HttpClient client, Guid session, Guid entry)
    {
        var answer = await client.PostAsJsonAsync($"/sessions/{session}/room/moments", new Dictionary<string, string> { ["command-id"] = entry.ToString(), ["kind"] = "note", ["words"] = Words(entry) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Words(Guid entry) => $"Entry {entry:N}";
}
