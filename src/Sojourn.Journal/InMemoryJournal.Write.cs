using System.Data.Common;

namespace Sojourn.Journal;

public sealed partial class InMemoryJournal
{
    private Receipt Run(Guid commandId, string actor, Func<IJournalTransaction, bool> work)
    {
        if (_commands.TryGetValue(commandId, out var known))
        {
            return new Receipt(Recorded: true, Repeated: true, known.First, known.Last);
        }

        var last = _envelopes.Count == 0 ? DateTimeOffset.UnixEpoch : _envelopes[^1].RecordedAt;
        var transaction = new Transaction(this, commandId, actor, Instant.Next(time, last));
        try
        {
            if (!work(transaction) || transaction.Appended.Count == 0)
            {
                return new Receipt(Recorded: false, Repeated: false, 0, 0);
            }
        }
        finally
        {
            transaction.End();
        }

        lock (_reading)
        {
            transaction.Appended.ForEach(Keep);
        }

        return new Receipt(Recorded: true, Repeated: false, transaction.Appended[0].Position, transaction.Appended[^1].Position);
    }

    private sealed class Transaction(InMemoryJournal journal, Guid commandId, string actor, DateTimeOffset recordedAt) : IJournalTransaction
    {
        private bool _over;

        public List<Envelope> Appended { get; } = [];

        public DbConnection? Connection => null;

        public DateTimeOffset RecordedAt => recordedAt;

        public long VersionOf(string stream)
        {
            CheckAlive();
            var own = Appended.FindLast(envelope => string.Equals(envelope.Stream, stream, StringComparison.Ordinal));
            return own is not null ? own.Version
                : journal._streams.TryGetValue(stream, out var kept) ? kept[^1].Version
                : 0;
        }

        public IReadOnlyList<Envelope> ReadStream(string stream, long afterVersion = 0)
        {
            CheckAlive();
            return
            [
                .. journal.StreamAfter(stream, afterVersion),
                .. Appended.Where(envelope => string.Equals(envelope.Stream, stream, StringComparison.Ordinal) && envelope.Version > afterVersion),
            ];
        }

        public void Append(string stream, long expectedVersion, IReadOnlyList<NewEvent> events)
        {
            Wording.CheckAppend(stream, expectedVersion, events);
            var version = VersionOf(stream);
            if (version != expectedVersion)
            {
                throw new JournalConflictException(stream, expectedVersion, version);
            }

            foreach (var @event in events)
            {
                var head = Appended is [.., var last] ? new Head(last.Position, last.Hash) : journal._head;
                var own = @event with { Payload = @event.Payload.ToArray() };
                Appended.Add(Chain.Link(head, stream, ++version, own, recordedAt, actor, commandId));
            }
        }

        public void End() => _over = true;

        private void CheckAlive()
        {
            if (_over)
            {
                throw new InvalidOperationException("The transaction is over; it lives only while the work runs.");
            }
        }
    }
}
