using Sojourn.Journal.Tests.Conformance;

namespace Sojourn.Journal.Tests.InMemory;

public sealed class InMemoryStore : Store
{
    private InMemoryJournal? _journal;

    public override Task<IJournal> Open(params IProjector[] projectors) => Task.FromResult<IJournal>(_journal ??= new InMemoryJournal(Time));

    public override async Task<BrokenLink?> VerifyAfter(Tampering tampering)
    {
        var envelopes = (await _journal!.Read(0, int.MaxValue)).ToList();
        var head = await _journal.Head();
        List<Envelope> changed = tampering switch
        {
            Tampering.Flip flip => [.. envelopes.Select(envelope => envelope.Position == flip.Position ? Flipped(envelope, flip) : envelope)],
            Tampering.Remove remove => [.. envelopes.Where(envelope => envelope.Position != remove.Position)],
            Tampering.CutOff cut => [.. envelopes.Where(envelope => envelope.Position <= cut.After)],
            Tampering.Swap swap => [.. envelopes
                .Select(envelope => envelope.Position == swap.One ? envelope with { Position = swap.Other }
                    : envelope.Position == swap.Other ? envelope with { Position = swap.One }
                    : envelope)
                .OrderBy(envelope => envelope.Position)],
            _ => throw new InvalidOperationException($"{tampering} is not known."),
        };
        return await InMemoryJournal.Holding(changed, head, Time).Verify();
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Envelope Flipped(Envelope envelope, Tampering.Flip flip) => flip.Column switch
    {
        Column.Stream => envelope with { Stream = Flipped(envelope.Stream, flip.Byte) },
        Column.Version => envelope with { Version = envelope.Version ^ 1 },
        Column.Name => envelope with { Name = Flipped(envelope.Name, flip.Byte) },
        Column.EventVersion => envelope with { EventVersion = envelope.EventVersion ^ 2 },
        Column.RecordedAt => envelope with { RecordedAt = envelope.RecordedAt.AddMicroseconds(1) },
        Column.Actor => envelope with { Actor = Flipped(envelope.Actor, flip.Byte) },
        Column.CommandId => envelope with { CommandId = new Guid(Flipped(envelope.CommandId.ToByteArray(), flip.Byte).Span) },
        Column.Payload => envelope with { Payload = Flipped(envelope.Payload!.Value, flip.Byte) },
        Column.PayloadHash => envelope with { PayloadHash = Flipped(envelope.PayloadHash, flip.Byte) },
        Column.PreviousHash => envelope with { PreviousHash = Flipped(envelope.PreviousHash, flip.Byte) },
        Column.Hash => envelope with { Hash = Flipped(envelope.Hash, flip.Byte) },
        _ => throw new InvalidOperationException($"{flip.Column} is not known."),
    };

    private static string Flipped(string text, int at) => $"{text[..at]}{(char)(text[at] ^ 1)}{text[(at + 1)..]}";

    private static ReadOnlyMemory<byte> Flipped(ReadOnlyMemory<byte> bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 1;
        return flipped;
    }
}
