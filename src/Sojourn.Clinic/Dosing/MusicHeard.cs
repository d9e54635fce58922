using Sojourn.Clinic.Running;
using Sojourn.Domain.Music;

namespace Sojourn.Clinic.Dosing;

/// <summary>One tap on the music of a session.</summary>
public sealed record MusicRow
{
    public DateTimeOffset HappenedAt { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>started, changed, paused or faded.</summary>
    public string Change { get; init; } = "";

    public PlaylistId PlaylistId { get; init; }

    public string Playlist { get; init; } = "";

    /// <summary>settling, onset, peak, return or after.</summary>
    public string Phase { get; init; } = "";

    public TrackId TrackId { get; init; }

    public string Track { get; init; } = "";

    internal bool Plays => Change is "started" or "changed";
}

/// <summary>One track from when it began until something else followed.</summary>
/// <param name="To">Null while it plays.</param>
/// <param name="Ended">paused, faded, changed, or over: it played when the person went home. Null while it plays.</param>
/// <param name="RecordedAt">When the clinic heard of its beginning.</param>
public sealed record MusicSpan(DateTimeOffset From, DateTimeOffset? To, string Playlist, string Phase, string Track, string? Ended, DateTimeOffset RecordedAt);

/// <summary>What was heard in a session, in the order in which it happened, whenever the clinic heard of it.</summary>
public sealed class MusicHeard
{
    private MusicHeard(IReadOnlyList<MusicRow> rows, DateTimeOffset? ended)
    {
        Rows = rows;
        Spans = [.. SpansOf(rows, ended)];
    }

    public IReadOnlyList<MusicRow> Rows { get; }

    public IReadOnlyList<MusicSpan> Spans { get; }

    /// <summary>The last that is known; null when no music was played.</summary>
    public MusicRow? Last => Rows.Count > 0 ? Rows[^1] : null;

    /// <summary>Spans of one phase that follow each other without a silence, as one.</summary>
    public IReadOnlyList<MusicSpan> Phases
    {
        get
        {
            var joined = new List<MusicSpan>();
            foreach (var span in Spans)
            {
                if (joined.Count > 0 && joined[^1] is { Ended: "changed" } before && (before.Playlist, before.Phase) == (span.Playlist, span.Phase))
                {
                    joined[^1] = before with { To = span.To, Ended = span.Ended };
                }
                else
                {
                    joined.Add(span);
                }
            }

            return joined;
        }
    }

    /// <param name="ended">When the person went home; null while they are here.</param>
    public static MusicHeard Of(Records records, Guid session, DateTimeOffset? ended) =>
        new(records.All<MusicRow>("select * from medicine_music where session_id = @session order by happened_at, position", new { session }), ended);

    private static IEnumerable<MusicSpan> SpansOf(IReadOnlyList<MusicRow> rows, DateTimeOffset? ended)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (!row.Plays)
            {
                continue;
            }

            var next = i + 1 < rows.Count ? rows[i + 1] : null;
            var to = next?.HappenedAt ?? ended;
            yield return new MusicSpan(row.HappenedAt, to, row.Playlist, row.Phase, row.Track, next is null ? (ended is null ? null : "over") : next.Plays ? "changed" : next.Change, row.RecordedAt);
        }
    }
}
