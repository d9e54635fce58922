using System.IO.Pipelines;
using System.Threading.Channels;
using Sojourn.Hl7.Answering;
using Sojourn.Hl7.Framing;

namespace Sojourn.Web.Devices;

/// <summary>One monitor's connection: reads frames as they come, works several at a time, answers in the order in which they came.</summary>
internal sealed class MllpConnection(PipeReader reader, PipeWriter writer, Intake intake, string from, TimeSpan silence)
{
    /// <summary>Messages of one connection that wait for the journal at once; then reading waits, and the sender with it.</summary>
    private const int MostInFlight = 64;

    private readonly Channel<Task<Answer?>> answers = Channel.CreateBounded<Task<Answer?>>(new BoundedChannelOptions(MostInFlight) { SingleReader = true, SingleWriter = true });

    internal async Task Run(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var writing = Write(ended);
        try
        {
            await Read(ended.Token);
        }
        finally
        {
            answers.Writer.TryComplete();
            await writing;
            await reader.CompleteAsync();
            await writer.CompleteAsync();
        }
    }

    private async Task Read(CancellationToken stopping)
    {
        var frames = new FrameReader();
        while (await Next(frames.IsInside, stopping) is { } result)
        {
            foreach (var frame in frames.Take(result.Buffer))
            {
                await answers.Writer.WriteAsync(intake.Take(frame, from), stopping);
            }

            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                break;
            }
        }

        if (frames.Finish() is { } unfinished)
        {
            await answers.Writer.WriteAsync(intake.Take(unfinished, from), stopping);
        }
    }

    /// <summary>What comes next; null when a message that has begun gets no further.</summary>
    private async Task<ReadResult?> Next(bool isInside, CancellationToken stopping)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (isInside)
        {
            waiting.CancelAfter(silence);
        }

        try
        {
            return await reader.ReadAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task Write(CancellationTokenSource ended)
    {
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(ended.Token))
            {
                if (await answer is { } known)
                {
                    await writer.WriteAsync(known.Frame, ended.Token);
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Nobody listens to the answers any more, so that nothing more is read either.
            await ended.CancelAsync();
        }
    }
}
