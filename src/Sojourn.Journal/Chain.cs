using System.Security.Cryptography;

namespace Sojourn.Journal;

/// <summary>How envelopes hold on to one another. Every store links and checks with these, so that all stores keep the same chain.</summary>
public static class Chain
{
    /// <summary>The head before the first envelope: position 0 and 32 zero bytes.</summary>
    public static Head Beginning { get; } = new(0, new byte[SHA256.HashSizeInBytes]);

    /// <summary>The next envelope of a journal whose head is <paramref name="head"/>.</summary>
    public static Envelope Link(Head head, string stream, long version, NewEvent @event, DateTimeOffset recordedAt, string actor, Guid commandId)
    {
        var unsealed = new Envelope(
            head.Position + 1,
            stream,
            version,
            @event.Name,
            @event.EventVersion,
            recordedAt,
            actor,
            commandId,
            @event.Payload,
            Digest.Of(@event.Payload.Span),
            head.Hash,
            ReadOnlyMemory<byte>.Empty);
        return unsealed with { Hash = Hash(unsealed) };
    }

    /// <summary>SHA-256 over <see cref="EnvelopeEncoding"/>, 32 bytes.</summary>
    public static byte[] Hash(Envelope envelope)
    {
        var length = EnvelopeEncoding.LengthOf(envelope);
        Span<byte> bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        EnvelopeEncoding.Write(envelope, bytes);
        return Digest.Of(bytes);
    }

    /// <summary>Whether an envelope holds on to the one before it; null when it does. An erased payload is no fault.</summary>
    /// <param name="before">Position and hash of the envelope before; <see cref="Beginning"/> for the first.</param>
    /// <param name="envelope">The next envelope that was found.</param>
    public static BrokenLink? Check(Head before, Envelope envelope)
    {
        var expected = before.Position + 1;
        if (envelope.Position != expected)
        {
            return new BrokenLink(expected, $"there is no envelope here; the next one is at position {envelope.Position}.");
        }

        if (!envelope.PreviousHash.Span.SequenceEqual(before.Hash.Span))
        {
            return new BrokenLink(expected, "its previous hash is not the hash of the envelope before it.");
        }

        if (envelope.Payload is { } payload && !envelope.PayloadHash.Span.SequenceEqual(Digest.Of(payload.Span)))
        {
            return new BrokenLink(expected, "its payload is not the one that its payload hash was made from.");
        }

        return envelope.Hash.Span.SequenceEqual(Hash(envelope))
            ? null
            : new BrokenLink(expected, "its hash is not the hash of what is written in it.");
    }

    /// <summary>Whether the walk ended where the kept head says; null when it did.</summary>
    /// <param name="reached">The last envelope that was found.</param>
    /// <param name="kept">The head that the store keeps beside the envelopes.</param>
    public static BrokenLink? CheckEnd(Head reached, Head kept)
    {
        if (reached.Position < kept.Position)
        {
            return new BrokenLink(reached.Position + 1, $"the journal ends before it, while its head is kept as position {kept.Position}.");
        }

        if (reached.Position > kept.Position)
        {
            return new BrokenLink(kept.Position + 1, $"there is an envelope here, while the head is kept as position {kept.Position}.");
        }

        return reached.Hash.Span.SequenceEqual(kept.Hash.Span) ? null : new BrokenLink(kept.Position, "its hash is not the one that the head keeps.");
    }
}
