using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
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

    /// <summary>As <see cref="Owner"/>.</summary>
    public string? Deputy { get; init; }

    /// <summary>For alerts: since when it is the deputy's as well, because nobody had answered.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>For alerts: held until then, not acknowledged; null when it never was.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    public string? SnoozedByName { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>For cases and alerts: amber, red, low, moderate, high …; null for tasks.</summary>
    public string? Level { get; init; }

    /// <summary>True once somebody has said that they have it. Not the same as closed.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>The page that clears it, without a leading slash.</summary>
    public string Href { get; init; } = "";

    /// <summary>Nobody of the clinic has the role that owns it, so it is the manager's.</summary>
    public bool IsNobodys { get; init; }

    /// <summary>Theirs or their role's; the deputy's too once nobody has answered in time; the manager's where nobody has that role.</summary>
    public bool IsFor(Actor actor, IReadOnlyList<Role> roles) => (IsNobodys && roles.Contains(Role.Manager)) || Names(actor, roles, Owner) || (EscalatedAt is not null && Deputy is { } deputy && Names(actor, roles, deputy));

    private static bool Names(Actor actor, IReadOnlyList<Role> roles, string called) => called == actor.Text || roles.Any(role => called == "role/" + Columns.Word(role));
}

/// <summary>Everything that waits for somebody.</summary>
public static class Inbox
{
    /// <summary>Cases first, then alerts, then tasks; within each the soonest clock first.</summary>
    public static IReadOnlyList<InboxItem> Open(Records records)
    {
        var here = StaffRecords.RolesHere(records);
        return
        [
            .. records.All<InboxItem>(Sql.Of(typeof(Inbox), "inbox.sql"))
                .Select(item => item.Owner.StartsWith("role/", StringComparison.Ordinal) && !here.Contains(item.Owner[5..]) ? item with { IsNobodys = true } : item),
        ];
    }
}
