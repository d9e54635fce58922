using System.Diagnostics;
using System.Threading.Channels;

namespace Sojourn.Journal.Sqlite;

/// <summary>
/// The one thread that writes. It takes what waits, runs it in one transaction, commits once, and answers all; while it commits,
/// the next commands gather. No command waits for company: a lone one is committed at once.
/// </summary>
internal sealed class WriterLoop
{
    // Without a bound: whoever sends waits for the answer, so nobody can fill it faster than it is emptied.
    private readonly Channel<Request> _waiting = Channel.CreateUnbounded<Request>(new UnboundedChannelOptions { SingleReader = true });
    private static readonly TimeSpan LongestSpin = TimeSpan.FromMicroseconds(50);

    // Longer than those who were just answered take to send again.
    private static readonly TimeSpan IdleMoment = TimeSpan.FromMilliseconds(5);

    private readonly List<WriteRequest> _batch = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Writer _writer;
    private readonly int _most;
    private readonly Action<long> _committed;
    private readonly Thread _thread;

    public WriterLoop(Writer writer, int most, Action<long> committed)
    {
        _writer = writer;
        _most = most;
        _committed = committed;
        _thread = new Thread(Loop) { IsBackground = true, Name = "journal writer" };
        _thread.Start();
    }

    public void Send(Request request)
    {
        if (!_waiting.Writer.TryWrite(request))
        {
            throw new ObjectDisposedException(nameof(SqliteJournal), "The journal is closed; nothing more can be written.");
        }
    }

    /// <summary>Takes nothing more, finishes what waits, and ends.</summary>
    public Task End()
    {
        _waiting.Writer.TryComplete();
        return _ended.Task;
    }

    private void Loop()
    {
        var next = _waiting.Reader;
        while (ComesSoon(next) || Comes(next))
        {
            while (next.TryRead(out var request))
            {
                if (request is SoleRequest sole)
                {
                    RunAlone(sole);
                }
                else
                {
                    RunTogether((WriteRequest)request);
                }
            }
        }

        _ended.SetResult();
    }

    /// <summary>Falling asleep and being woken takes longer than those who were just answered take to send again.</summary>
    private static bool ComesSoon(ChannelReader<Request> next)
    {
        var since = Stopwatch.GetTimestamp();
        while (!next.TryPeek(out _))
        {
            if (Stopwatch.GetElapsedTime(since) > LongestSpin)
            {
                return false;
            }

            Thread.SpinWait(20);
        }

        return true;
    }

    private bool Comes(ChannelReader<Request> next)
    {
        var comes = next.WaitToReadAsync().AsTask();
        if (!comes.Wait(IdleMoment))
        {
            _writer.CheckpointWhenIdle();
        }

        return comes.GetAwaiter().GetResult();
    }

    private void RunAlone(SoleRequest sole)
    {
        try
        {
            sole.Run(_writer);
        }
        catch (Exception fault)
        {
            sole.Fail(fault);
        }
    }

    private void RunTogether(WriteRequest first)
    {
        _batch.Clear();
        _batch.Add(first);
        var recorded = false;
        try
        {
            recorded = RunGathering() ?? RunCarefully();
        }
        catch (Exception fault)
        {
            var reason = _writer.Abandon(fault);
            _batch.ForEach(request => request.Fail(reason));
        }

        _ = ThreadPool.UnsafeQueueUserWorkItem(new Answers([.. _batch]), preferLocal: false);
        if (recorded)
        {
            Announce();
            _writer.CheckpointWhenLong();
        }
    }

    /// <summary>Runs what waits and what comes meanwhile. Null when something must be undone and all of it run again.</summary>
    private bool? RunGathering()
    {
        try
        {
            _writer.Begin();
            _batch[0].Run(_writer, carefully: false);
            while (_batch.Count < _most && _waiting.Reader.TryPeek(out var waiting) && waiting is WriteRequest next)
            {
                _ = _waiting.Reader.TryRead(out _);
                _batch.Add(next);
                next.Run(_writer, carefully: false);
            }

            return Commit();
        }
        catch (UndoException undo)
        {
            _ = _writer.Abandon(undo);
            return null;
        }
    }

    private bool RunCarefully()
    {
        _writer.Begin();
        _batch.ForEach(request => request.Run(_writer, carefully: true));
        return Commit();
    }

    private bool Commit()
    {
        var recorded = _writer.HasUncommitted;
        _writer.Commit();
        return recorded;
    }

    private void Announce()
    {
        try
        {
            _committed(_writer.Head.Position);
        }
        catch (Exception fault)
        {
            // What is on disk stays on disk, whatever a listener makes of it; and the next commands have done nothing wrong.
            Trace.TraceError($"A listener to the journal failed: {fault}");
        }
    }

    /// <summary>
    /// Waking those who wait takes long enough to be kept from the thread that all the others wait for. Each answer hands the rest on
    /// and then lets its own caller go on at once: the first comes back with its next command while the others are still being told,
    /// and one that goes on at length holds up nobody.
    /// </summary>
    private sealed class Answers(WriteRequest[] requests) : IThreadPoolWorkItem
    {
        private int _told;

        public void Execute()
        {
            var request = requests[_told++];
            if (_told < requests.Length)
            {
                _ = ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
            }

            request.Answer();
        }
    }
}
