using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Scheduling;

/// <summary>One kind of appointment in a series: how long it takes and whom and what it needs.</summary>
/// <param name="Type">Id of the programme's session type.</param>
/// <param name="Slots">How long it takes; 1 or more.</param>
/// <param name="HeldBefore">Slots for which the room is held before.</param>
/// <param name="HeldAfter">Slots for which the room is held after.</param>
/// <param name="Rooms">Which rooms it can be in, best first, by their place in <see cref="Series.Rooms"/>; empty where it needs none (video).</param>
/// <param name="Needs">One entry for each member of staff who must be there: who could, by their place in <see cref="Series.Staff"/>. Nobody is counted twice.</param>
/// <param name="Only">Slots in which it may be, whatever is free: those on which whoever must be on site works, for example. Null for any.</param>
public sealed record SeriesStep(string Type, int Slots, int HeldBefore, int HeldAfter, IReadOnlyList<int> Rooms, IReadOnlyList<IReadOnlyList<int>> Needs, SlotSet? Only = null);

/// <summary>A room that a series may use.</summary>
/// <param name="Open">Slots in which it is open; a visit lies within them.</param>
/// <param name="Untaken">Slots in which nobody has it; the time it is held before and after a visit lies within them too, but may be outside opening hours.</param>
public sealed record SeriesRoom(SlotSet Open, SlotSet Untaken)
{
    /// <summary>Where a step could begin in this room.</summary>
    public SlotSet Beginnings(SeriesStep step) => Open.Beginnings(step.Slots).And(Untaken.Beginnings(step.Slots, step.HeldBefore, step.HeldAfter));
}

/// <summary>A series of linked appointments that wants its times: what goes before, the sessions themselves, and what follows each of them.</summary>
/// <param name="Staff">For each member of staff the slots in which they work and are free; 64 at most.</param>
/// <param name="Person">The slots in which the person is free.</param>
/// <param name="Before">Preparation, in order, each on a later day than the one before it and the last on an earlier day than the first session.</param>
/// <param name="Session">What is repeated: the medicine session.</param>
/// <param name="Count">How many; 1 or more.</param>
/// <param name="SpacingDays">Days from one to the next, both ends included; a window.</param>
/// <param name="WindowDays">Days from the first to the last, both ends included; a window. Null for none.</param>
/// <param name="LeastSlots">Slots from the beginning of one to the beginning of the next that are never gone below.</param>
/// <param name="After">What follows each session, before the next one begins; null for nothing.</param>
/// <param name="AfterSlots">Slots from the end of the session to the beginning of what follows. The lower end is never gone below, the upper end is a window.</param>
/// <param name="From">The slot before which nothing begins.</param>
/// <param name="Placed">Sessions that have their days already and come before these; null for none. Spacing and window count from them.</param>
public sealed record Series(
    SlotGrid Grid,
    IReadOnlyList<SeriesRoom> Rooms,
    IReadOnlyList<SlotSet> Staff,
    SlotSet Person,
    IReadOnlyList<SeriesStep> Before,
    SeriesStep Session,
    int Count,
    Bounds<int> SpacingDays,
    Bounds<int>? WindowDays,
    int LeastSlots,
    SeriesStep? After,
    Bounds<int> AfterSlots,
    int From,
    PlacedDays? Placed = null);

/// <summary>Days of what is placed already, counted from the first day of the grid; before it they are negative.</summary>
public sealed record PlacedDays(int First, int Last);

/// <summary>One appointment of a series with its time.</summary>
/// <param name="Number">Which of its type, from 1.</param>
/// <param name="Slot">Where it begins.</param>
/// <param name="Room">Null where it needs none.</param>
public sealed record PlacedStep(SeriesStep Step, int Number, int Slot, int? Room, IReadOnlyList<int> Staff)
{
    /// <summary>The slot after its last.</summary>
    public int End => Slot + Step.Slots;
}

/// <summary>A series with all its times.</summary>
/// <param name="Steps">In order of time.</param>
/// <param name="Breaks">How many windows are not kept: spacing, the whole, or the time until what follows; 0 for all kept.</param>
/// <param name="People">How many different members of staff.</param>
/// <param name="Earliness">The sum of all beginnings, in slots from the first day; the smaller the earlier.</param>
public sealed record SeriesPlan(IReadOnlyList<PlacedStep> Steps, int Breaks, int People, long Earliness)
{
    /// <summary>Fewest windows broken, then fewest different staff, then earliest.</summary>
    public bool IsBetterThan(SeriesPlan? other) => other is null || (Breaks, People, Earliness).CompareTo((other.Breaks, other.People, other.Earliness)) < 0;
}
