using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Devices;

public static partial class Device
{
    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new Unknown();

        /// <summary>Nobody registered it. The stream of a sender that nobody knows stays here.</summary>
        public sealed record Unknown : State;

        /// <param name="Binding">Null while it watches nobody.</param>
        /// <param name="PressureChartedAt">Instant of the newest charted pressure under this binding.</param>
        /// <param name="ChartedAt">The same of what is measured all the time.</param>
        public sealed record InUse(
            string Name,
            RoomId Room,
            string TimeZone,
            TimeSpan ChartEvery,
            IReadOnlyDictionary<string, string> Channels,
            Binding? Binding,
            DateTimeOffset? PressureChartedAt,
            DateTimeOffset? ChartedAt) : State;

        public sealed record Retired : State;
    }

    /// <summary>Whom a device watches, and since when.</summary>
    public sealed record Binding(SessionId Session, PersonId Person, DateTimeOffset From);

    public static State Evolve(State state, Event @event) => (@event, state) switch
    {
        (Event.Registered e, _) => new State.InUse(e.Name, e.Room, e.TimeZone, TimeSpan.FromSeconds(e.ChartEverySeconds), e.Channels, null, null, null),
        (Event.Moved e, State.InUse use) => use with { Room = e.Room },
        (Event.Retired, _) => new State.Retired(),
        (Event.Bound e, State.InUse use) => use with { Binding = new Binding(e.Session, e.Person, e.At), PressureChartedAt = null, ChartedAt = null },
        (Event.Released, State.InUse use) => use with { Binding = null },
        (Event.MessageTaken e, State.InUse use) => use with
        {
            PressureChartedAt = Newest(use.PressureChartedAt, e.Readings.Where(reading => Charting.IsPressure(reading.Measure))),
            ChartedAt = Newest(use.ChartedAt, e.Readings.Where(reading => !Charting.IsPressure(reading.Measure))),
        },
        (Event.MessageRefused or Event.RefusalsSeen or Event.UnclaimedLeft, _) => state,
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    private static DateTimeOffset? Newest(DateTimeOffset? known, IEnumerable<Judged> readings) =>
        readings.Where(reading => reading.Fate == Fate.Charted).Select(reading => (DateTimeOffset?)reading.HappenedAt).Append(known).Max();
}
