namespace Sojourn.Journal.Sqlite;

/// <summary>Something that waits for the writer.</summary>
internal abstract class Request;

/// <summary>A command's work: it shares its commit with others, and is answered after it. Whoever answers it runs its caller on, so that the writer's thread never does.</summary>
internal sealed class WriteRequest(Guid commandId, string actor, Func<IJournalTransaction, bool> work, CancellationToken cancellation) : Request
{
    private readonly TaskCompletionSource<Receipt> _answer = new();
    private Receipt? _receipt;
    private Exception? _ownFault;

    public Task<Receipt> Answered => _answer.Task;

    /// <summary>Runs it; what it throws of its own stays with its caller, and what concerns the whole commit goes on.</summary>
    public void Run(Writer writer, bool carefully)
    {
        (_receipt, _ownFault) = (null, null);
        if (cancellation.IsCancellationRequested)
        {
            _ownFault = new OperationCanceledException(cancellation);
            return;
        }

        try
        {
            _receipt = writer.Run(commandId, actor, work, carefully);
        }
        catch (Exception fault) when (fault is not (CommitLostException or UndoException))
        {
            _ownFault = fault;
        }
    }

    public void Answer()
    {
        if (_receipt is not null)
        {
            _answer.TrySetResult(_receipt);
        }
        else if (_ownFault is OperationCanceledException cancelled)
        {
            _answer.TrySetCanceled(cancelled.CancellationToken);
        }
        else
        {
            _answer.TrySetException(_ownFault!);
        }
    }

    /// <summary>Notes that it was not done, for the answer.</summary>
    public void Fail(Exception reason) => (_receipt, _ownFault) = (null, reason);
}

/// <summary>Something that needs the writer for itself: erasing, rebuilding.</summary>
internal sealed class SoleRequest<T>(Func<Writer, T> job, CancellationToken cancellation) : SoleRequest
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answered => _answer.Task;

    public override void Run(Writer writer)
    {
        if (cancellation.IsCancellationRequested)
        {
            _answer.TrySetCanceled(cancellation);
            return;
        }

        _answer.TrySetResult(job(writer));
    }

    public override void Fail(Exception reason) => _answer.TrySetException(reason);
}

/// <summary>The part of <see cref="SoleRequest{T}"/> that the writer's loop sees.</summary>
internal abstract class SoleRequest : Request
{
    public abstract void Run(Writer writer);

    /// <summary>Tells whoever waits that it will not be done.</summary>
    public abstract void Fail(Exception reason);
}

/// <summary>The transaction that many commands share is lost; none of them was recorded.</summary>
internal sealed class CommitLostException(Exception reason) : Exception(reason.Message, reason);
