using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Dosing;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>A stream that says that the room changed, not what: the page then asks for itself, with its own permission.</summary>
internal sealed partial class DosingRoutes
{
    /// <summary>A quiet line is spoken on, so that a lost one is noticed.</summary>
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(15);

    private static IResult Changes(Exchange x)
    {
        if (RoomFacts.Of(x.Records, x.Clinic.Programmes, x.Id(), x.Now) is null)
        {
            return NoRoom(x);
        }

        x.Records.Dispose();
        return TypedResults.ServerSentEvents(Stream(x.Service<RoomChanges>(), [x.Id()], x.Http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Stream(RoomChanges changes, IReadOnlyList<Guid> sessions, [EnumeratorCancellation] CancellationToken gone)
    {
        using var watch = changes.Watch(sessions);
        yield return new SseItem<string>("open", "hello");
        while (!gone.IsCancellationRequested && !changes.Stopping.IsCancellationRequested)
        {
            yield return await watch.Next(AtLeastEvery, gone) ? new SseItem<string>("changed") : new SseItem<string>("quiet", "quiet");
        }
    }
}
