using Sojourn.Domain.Programmes;
using Sojourn.Simulation.WhatIf;

namespace Sojourn.Web.Programmes.WhatIf;

/// <summary>
/// What-ifs that run, wait or are done. They are no facts of the clinic, so they are kept in memory: the last ones until the program is started anew. One runs at a
/// time, below the priority of everything else, so that a room never waits for it.
/// </summary>
public sealed class WhatIfJobs : IDisposable
{
    /// <summary>So many results are kept.</summary>
    internal const int Kept = 20;

    /// <summary>So many may wait or run.</summary>
    internal const int AtOnce = 3;

    private readonly Lock door = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly List<WhatIfJob> jobs = [];

    /// <returns>Null when too many run already.</returns>
    internal WhatIfJob? Start(IReadOnlyList<Programme> programmes, WhatIfAsked asked, ClinicSetup setup, DateTimeOffset at)
    {
        lock (door)
        {
            if (jobs.Count(job => job.IsUnderWay) >= AtOnce)
            {
                return null;
            }

            var job = new WhatIfJob(Guid.CreateVersion7(), programmes, asked, setup, at);
            jobs.Add(job);
            while (jobs.Count > Kept)
            {
                // The oldest: no more than a few are under way, so it is over.
                jobs[0].Dispose();
                jobs.RemoveAt(0);
            }

            new Thread(() => Run(job)) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "what-if" }.Start();
            return job;
        }
    }

    internal WhatIfJob? Find(Guid id)
    {
        lock (door)
        {
            return jobs.Find(job => job.Id == id);
        }
    }

    /// <summary>Those of a programme, the latest first.</summary>
    internal IReadOnlyList<WhatIfJob> Of(string programme)
    {
        lock (door)
        {
            return [.. jobs.Where(job => job.Programmes[0].Id == programme).Reverse()];
        }
    }

    public void Dispose()
    {
        lock (door)
        {
            jobs.ForEach(job => job.Dispose());
        }

        turn.Dispose();
    }

    private void Run(WhatIfJob job)
    {
        try
        {
            turn.Wait(job.Stopping);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            job.Failed("It was stopped.");
            return;
        }

        try
        {
            job.Run();
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        try
        {
            turn.Release();
        }
        catch (ObjectDisposedException)
        {
            // The program is ending.
        }
    }
}

/// <summary>What was asked for, as the form has it.</summary>
public sealed record WhatIfAsked(int Patients, int Weeks, int Seed, Assumptions Assumed, More More);

/// <summary>One what-if, of one programme or two.</summary>
/// <param name="setup">The clinic as it was when it was asked for.</param>
public sealed class WhatIfJob(Guid id, IReadOnlyList<Programme> programmes, WhatIfAsked asked, ClinicSetup setup, DateTimeOffset at) : IProgress<WhatIfProgress>, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly List<WhatIfResult> results = [];
    private volatile int percent;
    private volatile string? trouble;
    private volatile IReadOnlyList<WhatIfResult>? done;

    public Guid Id => id;

    public IReadOnlyList<Programme> Programmes => programmes;

    public WhatIfAsked Asked => asked;

    public ClinicSetup Setup => setup;

    public DateTimeOffset At => at;

    internal CancellationToken Stopping => stopping.Token;

    public int Percent => percent;

    /// <summary>Null while it is under way.</summary>
    public IReadOnlyList<WhatIfResult>? Results => done;

    /// <summary>Why there is no result; null unless there will be none.</summary>
    public string? Trouble => trouble;

    public TimeSpan Took { get; private set; }

    public bool IsUnderWay => done is null && trouble is null;

    public void Report(WhatIfProgress value) => percent = ((results.Count * 100) + value.Percent) / programmes.Count;

    internal void Stop() => stopping.Cancel();

    /// <summary>Stops it where it still runs.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    internal void Failed(string why) => trouble = why;

    internal void Run()
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            foreach (var programme in programmes)
            {
                results.Add(WhatIfRun.Of(programme, setup, asked.Assumed, asked.Patients, asked.Weeks, asked.Seed, this, stopping.Token));
            }

            Took = began.Elapsed;
            done = [.. results];
        }
        catch (OperationCanceledException)
        {
            trouble = "It was stopped.";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A thread of its own: what it threw would end the program.
            trouble = $"It broke off: {e.GetType().Name}. Nothing of the clinic was touched. Try other figures, and report this with the programme's file.";
        }
    }
}
