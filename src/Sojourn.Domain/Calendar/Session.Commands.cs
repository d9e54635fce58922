using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Calendar;

/// <summary>Where, when and with whom a session is held.</summary>
/// <param name="Room">Null for a video session without a room of its own.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, after <paramref name="From"/>.</param>
public sealed record Place(SiteId Site, RoomId? Room, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<StaffId> Staff);

/// <summary>Who comes, and what for.</summary>
/// <param name="Type">Id of the programme's session type; null for an information call.</param>
/// <param name="Number">Which of its series, from 1; null where it has none.</param>
/// <param name="Follows">The medicine session that an integration follows; null otherwise.</param>
public sealed record Visit(SessionKind Kind, string? Type, PersonId? Person, InquiryId? Inquiry, CourseId? Course, int? Number, SessionId? Follows)
{
    /// <summary>In a group, or one to one with the room to themselves; null where the programme's session has one form only, or nobody has chosen yet.</summary>
    public SessionFormat? Format { get; init; }
}

/// <summary>What the calendar knows at the moment of booking, read in the same transaction.</summary>
/// <param name="Clashes">What else is in the room, with the staff or with the person at that time; one sentence each.</param>
/// <param name="Missing">For medicine: what Standing still misses.</param>
/// <param name="RoomTroubles">Room closed, not approved for medicine, of the wrong kind; one sentence each.</param>
/// <param name="Minutes">Length the programme allows; null where it says nothing.</param>
/// <param name="SpacingTroubles">Too near to another medicine session, or no therapy near it where the programme blocks; refusals as they are.</param>
public sealed record BookingFacts(
    IReadOnlyList<string> Clashes,
    IReadOnlyList<Refusal> Missing,
    IReadOnlyList<Refusal> RoomTroubles,
    Bounds<int>? Minutes,
    IReadOnlyList<Refusal> SpacingTroubles)
{
    public static BookingFacts Clear { get; } = new([], [], [], null, []);

    /// <summary>The place is closed then, or who is named does not work then or may not do this; refusals as they are.</summary>
    public IReadOnlyList<Refusal> OpeningTroubles { get; init; } = [];
}

public static partial class Session
{
    public abstract record Command
    {
        private Command()
        {
        }

        public sealed record Book(Visit Visit, Place Place, BookingFacts Facts, string? Note) : Command;

        /// <summary>Asks for a session within a window; somebody books it.</summary>
        public sealed record Propose(Visit Visit, SiteId Site, DateTimeOffset WindowFrom, DateTimeOffset WindowTo) : Command;

        /// <summary>Gives a proposed session its place.</summary>
        /// <param name="Format">Chosen now; null: as it is.</param>
        public sealed record Settle(Place Place, BookingFacts Facts, SessionFormat? Format = null) : Command;

        /// <param name="Format">Changed with it, from one to one to a group or the other way; null: as it is.</param>
        public sealed record Move(Place Place, BookingFacts Facts, string Why, SessionFormat? Format = null) : Command;

        public sealed record Cancel(string Why) : Command;

        /// <param name="NeedsRide">True for a medicine session: an escort is named and driving renounced before anybody is checked in.</param>
        public sealed record Arrive(DateTimeOffset At, bool NeedsRide) : Command;

        public sealed record Begin(DateTimeOffset At) : Command;

        /// <summary>Whoever is here recovers slowly: the room and the staff are kept longer.</summary>
        public sealed record KeepLonger(DateTimeOffset At, DateTimeOffset Until) : Command;

        public sealed record Miss(string? Note) : Command;

        /// <param name="Missing">What this session is to end with and is not there yet; null where the programme asks for nothing.</param>
        public sealed record Hold(DateTimeOffset At, string? Note, IReadOnlyList<Refusal>? Missing = null) : Command;

        public sealed record NameEscort(string Name, string Phone, string Relation, bool IsAdult) : Command;

        public sealed record PromiseNoDriving : Command;

        public sealed record CancelRide(string Why) : Command;
    }
}
