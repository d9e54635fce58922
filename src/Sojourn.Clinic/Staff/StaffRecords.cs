using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;

namespace Sojourn.Clinic.Staff;

/// <summary>Somebody who works or worked here.</summary>
public sealed record StaffRow
{
    public StaffId Id { get; init; }

    public string DisplayName { get; init; } = "";

    public string Given { get; init; } = "";

    public string Family { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>Between spaces, as the column has them.</summary>
    public string Roles { get; init; } = "";

    public bool Active { get; init; }

    /// <summary>Names of the sites, separated by commas; null for all.</summary>
    public string? SiteNames { get; init; }

    /// <summary>Their profession, for somebody from outside; null for those of the clinic.</summary>
    public string? Outside { get; init; }

    public IReadOnlyList<string> RoleList => Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

public sealed record CredentialRow
{
    public StaffId StaffId { get; init; }

    public string Kind { get; init; } = "";

    public string Number { get; init; } = "";

    public DateOnly IssuedOn { get; init; }

    public DateOnly ExpiresOn { get; init; }

    /// <summary>Who gave it; null where nobody wrote it down.</summary>
    public string? Issuer { get; init; }
}

/// <summary>Questions to the roster.</summary>
public static class StaffRecords
{
    private const string Select =
        "select staff.*, (select group_concat(site.name, ', ') from staff_site join site on site.id = staff_site.site_id where staff_site.staff_id = staff.id and site.open = 1) as site_names, (select profession from staff_outside where staff_outside.staff_id = staff.id) as outside from staff";

    /// <summary>Those who work here first, by name.</summary>
    public static IReadOnlyList<StaffRow> All(Records records) => records.All<StaffRow>($"{Select} order by active desc, family, given");

    public static StaffRow? One(Records records, Guid id) => records.One<StaffRow>($"{Select} where staff.id = @id", new { id });

    /// <summary>Every role that somebody of the clinic itself holds.</summary>
    public static IReadOnlySet<string> RolesHere(Records records) =>
        Roles(records, "select roles from staff where active = 1 and id not in (select staff_id from staff_outside)");

    /// <summary>Every role that somebody holds, from outside as well.</summary>
    public static IReadOnlySet<string> RolesAnywhere(Records records) => Roles(records, "select roles from staff where active = 1");

    private static HashSet<string> Roles(Records records, string sql) =>
        records.All<string>(sql).SelectMany(roles => roles.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyList<Guid> Sites(Records records, Guid id) => records.All<Guid>("select site_id from staff_site where staff_id = @id", new { id });

    public static IReadOnlyList<CredentialRow> Credentials(Records records, Guid id) =>
        records.All<CredentialRow>("select * from staff_credential where staff_id = @id order by expires_on, kind", new { id });

    public static CredentialRow? Credential(Records records, Guid id, string kind) =>
        records.One<CredentialRow>("select * from staff_credential where staff_id = @id and kind = @kind", new { id, kind });

    /// <summary>Credentials of all who work here, the next to end first.</summary>
    public static IReadOnlyList<CredentialRow> Credentials(Records records) =>
        records.All<CredentialRow>("select staff_credential.* from staff_credential join staff on staff.id = staff_id where active = 1 order by expires_on, kind");

    public static Profile Profile(Records records, Guid id) =>
        records.All<ProfileWord>("select about, word from staff_profile where staff_id = @id order by about, place", new { id }).ToLookup(row => row.About, row => row.Word) is var words
            ? new([.. words["language"]], [.. words["way"]], [.. words["knows"]], [.. words["time"]], [.. words["meets"]])
            : Domain.Staff.Profile.Nothing;

    private sealed record ProfileWord
    {
        public string About { get; init; } = "";

        public string Word { get; init; } = "";
    }

    /// <summary>True when this person is a manager and nobody else is.</summary>
    public static bool IsLastManager(Records records, Guid id) =>
        records.Any("select 1 from staff where id = @id and active = 1 and roles like '% manager %'", new { id })
        && !records.Any("select 1 from staff where id <> @id and active = 1 and roles like '% manager %'", new { id });

    /// <summary>The name of whoever else has this address; null for nobody. Letters in upper and lower case are the same.</summary>
    public static string? EmailIsOf(Records records, Guid self, string email) =>
        records.Value<string>("select display_name from staff where id <> @self and lower(email) = lower(@email)", new { self, email = email.Trim() });

    /// <summary>Visits still to come that this person is booked for.</summary>
    public static int VisitsAhead(Records records, Guid id, DateTimeOffset now) => records.Value<int>(
        "select count(*) from session_staff join session on session.id = session_id where staff_id = @id and state in ('booked', 'arrived', 'running') and to_at > @now", new { id, now });
}
