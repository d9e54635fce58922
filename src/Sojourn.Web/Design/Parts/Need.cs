namespace Sojourn.Web.Design;

/// <summary>One count: "Overdue now", 1.</summary>
public sealed record Need(int Count, string Words, Mark Mark, string Href, Tone? Tone = null);

/// <summary>A thing with an owner and a clock.</summary>
/// <param name="What">The one thing to do.</param>
/// <param name="Clock">Until when, as it reads beside it: "11:21", "2:05 over", "24-Nov".</param>
/// <param name="Meta">Who it is about, and what has happened so far.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Then">Who and when after that: "then Dr I. Farrow at 11:21".</param>
public sealed record TodoItem(Mark Mark, string What, string Clock, string Meta, string Owner, string? Href = null, string? Then = null, Tone? Tone = null);

/// <summary>One step of a chain. Done, then the current one, then later ones.</summary>
public sealed record Phase(string Words, PhaseState State);

public enum PhaseState
{
    Done,
    Current,
    Later,
}
