using System.Runtime.InteropServices;

namespace Sojourn.Journal.Sqlite;

/// <summary>Where a stream has got to: the version and the position of its last event, both 0 when it has none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tail(long Version, long Position);

/// <summary>How streams are found in the file.</summary>
internal static class Streams
{
    public static Tail TailOf(StoreConnection connection, string stream) => TailOf(connection.Statement("stream-tail"), stream);

    /// <summary>When streams were last noted.</summary>
    public static Tail NotedTailOf(StoreConnection connection, string stream) => TailOf(connection.Statement("stream-kept"), stream);

    private static Tail TailOf(Statement find, string stream)
    {
        var tail = find.Bind(1, stream);
        try
        {
            return tail.Step() ? new Tail(tail.Integer(0), tail.Integer(1)) : default;
        }
        finally
        {
            tail.Reset();
        }
    }

    /// <summary>Envelopes of a stream from its last one back to the one after <paramref name="afterVersion"/>, in the order of versions.</summary>
    public static List<Envelope> Read(StoreConnection connection, Tail tail, long afterVersion)
    {
        var envelopes = new List<Envelope>();
        var one = connection.Statement("read-one");
        var (version, position) = tail;
        while (version > afterVersion && position > 0)
        {
            var envelope = ReadOne(one, position, out var previous);
            (version, position) = previous < position
                ? (envelope.Version - 1, previous)
                : throw new JournalBrokenException(new BrokenLink(position, "the event before it in its stream is said to come after it."));
            envelopes.Add(envelope);
        }

        envelopes.Reverse();
        return envelopes;
    }

    private static Envelope ReadOne(Statement one, long position, out long previous)
    {
        try
        {
            if (!one.Bind(1, position).Step())
            {
                throw new JournalBrokenException(new BrokenLink(position, "a stream leads here, and there is no envelope."));
            }

            previous = one.Integer(12);
            return EnvelopeRow.Read(one);
        }
        finally
        {
            one.Reset();
        }
    }
}
