using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Calendar;

/// <summary>One meeting of whatever kind: proposed, booked, moved, held or not. What happens inside a medicine session is Dosing's.</summary>
public static partial class Session
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Book book, State.None) => Check(book.Visit.Kind, book.Place, book.Facts) is { Count: > 0 } reasons
            ? Refuse(reasons)
            : new Event.Booked(book.Visit, book.Place, book.Note),
        (Command.Book, _) => Refuse("calendar.booked-already", "This session is booked already."),
        (Command.Propose propose, State.None) => Propose(propose),
        (_, State.None) => Refuse("calendar.unknown", "There is no such session."),
        (_, State.Over over) => Refuse("calendar.over", $"This session is {over.Word}; nothing more can be changed about it here."),
        (Command.Settle settle, State.Proposed proposed) => Check(proposed.Kind, settle.Place, settle.Facts) is { Count: > 0 } reasons
            ? Refuse(reasons)
            : new Event.Settled(settle.Place, settle.Format),
        (Command.Move move, State.Booked booked) => Check(booked.Kind, move.Place, move.Facts) is { Count: > 0 } reasons
            ? Refuse(reasons)
            : new Event.Moved(move.Place, move.Why, move.Format),
        (Command.Cancel cancel, State.Proposed proposed) => Cancel(cancel, proposed.Kind),
        (Command.Cancel cancel, State.Booked booked) => Cancel(cancel, booked.Kind),
        (Command.Cancel cancel, State.Here here) => Cancel(cancel, here.Booking.Kind),
        (Command.Arrive arrive, State.Booked booked) => Arrive(arrive, booked),
        (Command.Arrive, State.Here) => Refuse("calendar.here-already", "This person has arrived already."),
        (Command.Begin begin, State.Booked or State.Here) => new Event.Begun(begin.At),
        (Command.KeepLonger keep, State.Here here) => KeepLonger(keep, here.Booking.Place),
        (Command.KeepLonger, State.Booked) => Refuse("calendar.not-here", "They have not arrived. Move the session instead."),
        (Command.Miss miss, State.Booked) => new Event.Missed(miss.Note),
        (Command.Hold { Missing: { Count: > 0 } missing }, State.Booked or State.Here) => Refuse(missing),
        (Command.Hold hold, State.Booked booked) => new Event.Held(booked.Kind, hold.At, hold.Note),
        (Command.Hold hold, State.Here here) => new Event.Held(here.Booking.Kind, hold.At, hold.Note),
        (Command.NameEscort escort, _) => NameEscort(escort),
        (Command.PromiseNoDriving, _) => new Event.NoDrivingPromised(),
        (Command.CancelRide ride, _) => new Event.RideCancelled(ride.Why),
        _ => Refuse("calendar.not-now", "This cannot be done to the session as it stands. Open it again to see where it is."),
    };

    /// <summary>Every reason why a session of this kind cannot be held at this place.</summary>
    private static List<Refusal> Check(SessionKind kind, Place place, BookingFacts facts)
    {
        var reasons = new List<Refusal>();
        if (place.To <= place.From)
        {
            reasons.Add(new("calendar.ends-before-it-begins", "The end is not after the beginning. Check both times.", Field: "to"));
        }
        else if (facts.Minutes is { } minutes && (place.To - place.From).TotalMinutes is var length && (length < minutes.Least || length > minutes.Most))
        {
            reasons.Add(new("calendar.length", $"This programme's session lasts {minutes.Least} to {minutes.Most} minutes, not {length:0}.", Field: "to"));
        }

        if (kind == SessionKind.Medicine && place.Room is null)
        {
            reasons.Add(new("calendar.no-room", "A medicine session needs a room approved for medicine.", Field: "room"));
        }

        reasons.AddRange(facts.RoomTroubles);
        reasons.AddRange(facts.Clashes.Select(c => new Refusal("calendar.clash", c)));
        reasons.AddRange(facts.OpeningTroubles);
        reasons.AddRange(facts.SpacingTroubles);
        reasons.AddRange(facts.Missing);
        return reasons;
    }

    /// <summary>Most hours from now for which a room is kept at once. Guard against a slip, not a clinical figure.</summary>
    private const int MostHours = 8;

    private static Decision<Event> KeepLonger(Command.KeepLonger keep, Place place) =>
        keep.Until <= place.To ? Refuse([new("calendar.kept-already", "It is kept as long as that already. Choose a later time.", Field: "minutes")])
        : keep.Until > keep.At.AddHours(MostHours) ? Refuse([new("calendar.kept-too-long", $"That is more than {MostHours} hours from now. Choose less; it can be done again.", Field: "minutes")])
        : new Event.KeptLonger(keep.Until);

    private static Decision<Event> Propose(Command.Propose propose) =>
        propose.WindowTo <= propose.WindowFrom
            ? Refuse("calendar.empty-window", "The window to book in ends before it begins.")
            : new Event.Proposed(propose.Visit, propose.Site, propose.WindowFrom, propose.WindowTo);

    private static Decision<Event> Cancel(Command.Cancel cancel, SessionKind kind) =>
        string.IsNullOrWhiteSpace(cancel.Why)
            ? Refuse(new List<Refusal> { new("calendar.no-reason", "Write why it is cancelled.", Field: "why") })
            : new Event.Cancelled(kind, cancel.Why);

    private static Decision<Event> Arrive(Command.Arrive arrive, State.Booked booked)
    {
        var reasons = new List<Refusal>();
        if (arrive.NeedsRide && !booked.EscortIsNamed)
        {
            reasons.Add(new("calendar.no-escort", "Nobody is named to take this person home. Name an adult who will come."));
        }

        if (arrive.NeedsRide && !booked.NoDriving)
        {
            reasons.Add(new("calendar.no-driving-not-promised", "Not driving after the session is not agreed yet. Ask, and tick it."));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.Arrived(arrive.At);
    }

    private static Decision<Event> NameEscort(Command.NameEscort escort)
    {
        var reasons = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(escort.Name))
        {
            reasons.Add(new("calendar.escort-name", "Write the name of who takes this person home.", Field: "escort-name"));
        }

        if (string.IsNullOrWhiteSpace(escort.Phone))
        {
            reasons.Add(new("calendar.escort-phone", "Write a phone number at which they can be reached on the day.", Field: "escort-phone"));
        }

        if (!escort.IsAdult)
        {
            reasons.Add(new("calendar.escort-adult", "The escort must be an adult. Tick it once you know.", Field: "escort-adult"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.EscortNamed(escort.Name, escort.Phone, escort.Relation, escort.IsAdult);
    }
}
