namespace Sojourn.Web.Design;

/// <summary>A room's day on the board.</summary>
/// <param name="Kind">What it is for: "medicine", "talking", "group, 8 chairs".</param>
public sealed record BoardRoom(string Name, string Kind, IReadOnlyList<BoardSlot> Slots);

/// <summary>One visit on the board.</summary>
/// <param name="Name">"HALVORSEN, Maren", or what it is when nobody is named yet.</param>
/// <param name="Sub">What kind of visit, and with whom.</param>
/// <param name="Words">Its status: "Not ready: no ride named".</param>
public sealed record BoardSlot(TimeOnly From, TimeOnly To, SlotKind Kind, string Name, string Sub, Mark Mark, string Words, string Href, Tone? Tone = null);

/// <summary>Run: solid edge, happening. Wait: dashed, planned. Done: grey, past. Missed: dotted, did not come.</summary>
public enum SlotKind
{
    Wait,
    Run,
    Done,
    Missed,
}

/// <summary>Visits that overlap in one room stand under each other.</summary>
internal static class BoardLayout
{
    /// <summary>The row of each slot, in the order given: the first row whose last visit has ended.</summary>
    public static IReadOnlyList<int> Rows(IReadOnlyList<BoardSlot> slots)
    {
        var rows = new int[slots.Count];
        var ends = new List<TimeOnly>();
        foreach (var (i, slot) in slots.Index().OrderBy(s => s.Item.From))
        {
            var row = ends.FindIndex(end => end <= slot.From);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(slot.To);
            }

            ends[row] = slot.To;
            rows[i] = row;
        }

        return rows;
    }
}
