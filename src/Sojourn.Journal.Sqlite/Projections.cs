namespace Sojourn.Journal.Sqlite;

/// <summary>The projections of a journal: kept up with every envelope, built anew when they are new or have changed.</summary>
internal sealed class Projections
{
    /// <summary>Envelopes read at once in a rebuild: few enough that memory stays flat, enough that reading costs little.</summary>
    private const int Portion = 512;

    private readonly Writer _writer;
    private readonly IReadOnlyList<IProjector> _all;
    private readonly Dictionary<string, IProjector[]> _byEvent;

    public Projections(Writer writer, IReadOnlyList<IProjector> projectors)
    {
        _writer = writer;
        _all = projectors;
        _byEvent = ByEvent(projectors);
        if (projectors.GroupBy(projector => projector.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two projections are called {twice.Key}.", nameof(projectors));
        }
    }

    public void Apply(Envelope envelope)
    {
        if (_byEvent.TryGetValue(envelope.Name, out var projectors))
        {
            foreach (var projector in projectors)
            {
                projector.Apply(_writer.Connection, envelope);
            }
        }
    }

    /// <summary>At open: builds what is new or has changed, forgets what nobody keeps up any more.</summary>
    public void CatchUp(IProgress<long>? progress)
    {
        var kept = Kept();
        var stale = _all.Where(projector => !kept.TryGetValue(projector.Name, out var fingerprint)
            || !string.Equals(fingerprint, projector.Fingerprint, StringComparison.Ordinal)).ToList();
        var forgotten = kept.Keys.Except(_all.Select(projector => projector.Name), StringComparer.Ordinal).ToList();
        if (stale.Count > 0 || forgotten.Count > 0)
        {
            _writer.InOneTransaction(() =>
            {
                forgotten.ForEach(name => _writer.Connection.Statement("forget-projection").Bind(1, name).Run());
                Build(stale, progress, CancellationToken.None);
            });
        }
    }

    public Rebuilt Rebuild(IProgress<long>? progress, CancellationToken cancellation)
    {
        _writer.InOneTransaction(() => Build(_all, progress, cancellation));
        return new Rebuilt(_all.Count, _writer.Head.Position);
    }

    private static Dictionary<string, IProjector[]> ByEvent(IReadOnlyList<IProjector> projectors) => projectors
        .SelectMany(projector => projector.Wants, (projector, name) => (projector, name))
        .GroupBy(wish => wish.name, wish => wish.projector, StringComparer.Ordinal)
        .ToDictionary(wishes => wishes.Key, wishes => wishes.ToArray(), StringComparer.Ordinal);

    private void Build(IReadOnlyList<IProjector> projectors, IProgress<long>? progress, CancellationToken cancellation)
    {
        foreach (var projector in projectors)
        {
            projector.Drop(_writer.Connection);
            projector.Create(_writer.Connection);
        }

        ApplyAll(ByEvent(projectors), progress, cancellation);
        foreach (var projector in projectors)
        {
            _writer.Connection.Statement("keep-projection").Bind(1, projector.Name).Bind(2, projector.Fingerprint).Run();
        }
    }

    private void ApplyAll(Dictionary<string, IProjector[]> byEvent, IProgress<long>? progress, CancellationToken cancellation)
    {
        var reached = 0L;
        while (byEvent.Count > 0 && reached < _writer.Head.Position)
        {
            cancellation.ThrowIfCancellationRequested();
            var (wanted, last) = ReadPortion(reached, byEvent);
            foreach (var envelope in wanted)
            {
                foreach (var projector in byEvent[envelope.Name])
                {
                    projector.Apply(_writer.Connection, envelope);
                }
            }

            if (last == reached)
            {
                throw new JournalBrokenException(new BrokenLink(reached + 1, $"the journal ends before it, while its head is kept as position {_writer.Head.Position}."));
            }

            reached = last;
            progress?.Report(reached);
        }
    }

    private (List<Envelope> Wanted, long Last) ReadPortion(long after, Dictionary<string, IProjector[]> byEvent)
    {
        var wanted = new List<Envelope>();
        var last = after;
        var rows = _writer.Connection.Statement("read-after").Bind(1, after).Bind(2, Portion);
        try
        {
            while (rows.Step())
            {
                (last, var name) = EnvelopeRow.Peek(rows);
                if (byEvent.ContainsKey(name))
                {
                    wanted.Add(EnvelopeRow.Read(rows));
                }
            }
        }
        finally
        {
            rows.Reset();
        }

        return (wanted, last);
    }

    private Dictionary<string, string> Kept()
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = _writer.Connection.Statement("read-projections");
        while (rows.Step())
        {
            kept.Add(rows.Text(0), rows.Text(1));
        }

        return kept;
    }
}
