using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sojourn.Clinic.Running;

/// <summary>
/// Drives the reactions from a position of its own, kept in <c>reactor_position</c>. That position may lag behind after a crash: what is
/// reacted to again is a known command id. The table is not a projection: a rebuild leaves it alone.
/// </summary>
public sealed class Reactor(Runner runner, Action<string> say) : IDisposable
{
    private const int Batch = 500;
    private readonly SemaphoreSlim one = new(1, 1);
    private long position = -1;
    private long kept;

    /// <summary>Reacts to everything recorded so far, including what the reactions themselves record. Answers when nothing is left.</summary>
    /// <param name="keepPlace">False while many steps follow each other in one process: the place is then kept by a later call. A crash in between means known command ids again.</param>
    /// <param name="cancellation">Obeyed between two batches.</param>
    public async Task CatchUp(bool keepPlace = true, CancellationToken cancellation = default)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (position < 0)
            {
                position = await LoadPosition();
                kept = position;
            }

            while (true)
            {
                var envelopes = await runner.Journal.Read(position, Batch, cancellation);
                if (envelopes.Count == 0)
                {
                    if (keepPlace && position != kept)
                    {
                        await KeepPosition();
                        kept = position;
                    }

                    return;
                }

                foreach (var envelope in envelopes)
                {
                    foreach (var reaction in Reaction.Shipped)
                    {
                        if (reaction.To(envelope) is { } ask)
                        {
                            var sender = new Sender(CommandId(reaction.Name, envelope.Position), Actor.Sojourn, envelope.RecordedAt);
                            if (await runner.Run(sender, ask) is Outcome.Refused refused)
                            {
                                say($"Reaction {reaction.Name} to position {envelope.Position} was refused: {string.Join(", ", refused.Reasons.Select(r => r.Code))}");
                            }
                        }
                    }

                    position = envelope.Position;
                }
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A name-based id (RFC 9562 version 8 over SHA-256): the same reaction to the same event is the same command.</summary>
    internal static Guid CommandId(string reaction, long position)
    {
        Span<byte> hash = stackalloc byte[32];
        Span<byte> at = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(at, position);
        SHA256.HashData([.. Encoding.UTF8.GetBytes(reaction), .. at], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    public void Dispose() => one.Dispose();

    private async Task<long> LoadPosition()
    {
        long found = 0;
        await runner.Keep(records =>
        {
            records.Set("create table if not exists reactor_position (only_row integer primary key check (only_row = 1), position bigint not null)");
            found = records.Value<long?>("select position from reactor_position") ?? 0;
        });
        return found;
    }

    private Task KeepPosition() => runner.Keep(records =>
        records.Set("insert into reactor_position values (1, @position) on conflict (only_row) do update set position = excluded.position", new { position }));
}
