using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tasks;

/// <summary>One line of the inbox: whatever has an owner and a clock.</summary>
public sealed record InboxItem
{
    /// <summary>case, alert or task.</summary>
    public string Source { get; init; } = "";

    public Guid Id { get; init; }

    public string Words { get; init; } = "";

    public PersonId? PersonId { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    /// <summary><c>staff/ID</c> or <c>role/nurse</c>.</summary>
    public string Owner { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public string? DeputyName { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>For cases and alerts: amber, red, low, moderate, high …; null for tasks.</summary>
    public string? Level { get; init; }

    /// <summary>True once somebody has said that they have it. Not the same as closed.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>The page that clears it, without a leading slash.</summary>
    public string Href { get; init; } = "";
}

/// <summary>Everything that waits for somebody.</summary>
public static class Inbox
{
    /// <summary>Cases first, then alerts, then tasks; within each the soonest clock first.</summary>
    public static IReadOnlyList<InboxItem> Open(Records records) => records.All<InboxItem>(Sql.Of(typeof(Inbox), "inbox.sql"));
}
