using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Staff;

/// <summary>How patients reach somebody, as it was stated; null is the clinic's own.</summary>
public sealed record ReachRow
{
    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Hours { get; init; }
}

public sealed record PhotographRow
{
    public StaffId StaffId { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>jpeg, png or webp.</summary>
    public string Kind { get; init; } = "";
}

/// <summary>Somebody of a patient's team, as the patient meets them: who, as what, their face, and how to reach them.</summary>
/// <param name="Role">As people read it: "therapist".</param>
/// <param name="Photograph">Its hash; null: initials are shown.</param>
/// <param name="Phone">Theirs, else the site's, else the clinic's; null where none is stated anywhere.</param>
/// <param name="Hours">In words, theirs; null: when the site is open.</param>
public sealed record TeamCard(StaffId Id, string Role, string Name, string Given, string Family, string? Photograph, string? Phone, string? Email, string? Hours)
{
    /// <summary>The telephone is the clinic's: the person answers elsewhere.</summary>
    public bool IsClinicsPhone { get; init; }
}

/// <summary>Questions about how patients see and reach those who work here.</summary>
public static class TeamCards
{
    public static ReachRow Reach(Records records, Guid member) => records.One<ReachRow>("select phone, email, hours from staff_reach where staff_id = @member", new { member }) ?? new();

    public static PhotographRow? Photograph(Records records, Guid member) => records.One<PhotographRow>("select * from staff_photograph where staff_id = @member", new { member });

    public static PhotographRow? WithHash(Records records, string hash) => records.One<PhotographRow>("select * from staff_photograph where hash = @hash limit 1", new { hash });

    /// <summary>The cards of these, in this order; whoever is nobody is left out, and whoever is two things has one card.</summary>
    /// <param name="site">Where the patient comes to; its telephone is the second way.</param>
    public static IReadOnlyList<TeamCard> Of(Records records, SiteId site, params IEnumerable<(string Role, StaffId? Who)> team)
    {
        var phone = Stated(records.Value<string>("select phone from site where id = @site", new { site })) ?? Stated(records.Value<string>("select phone from clinic"));
        return [.. team.Where(named => named.Who is not null).GroupBy(named => named.Who!.Value, named => named.Role).Select(one => Card(records, one.Key, string.Join(" and ", one), phone)).OfType<TeamCard>()];
    }

    private static TeamCard? Card(Records records, StaffId id, string role, string? phone)
    {
        if (StaffRecords.One(records, id.Value) is not { } row)
        {
            return null;
        }

        var reach = Reach(records, id.Value);
        return new(id, role, row.DisplayName, row.Given, row.Family, Photograph(records, id.Value)?.Hash, reach.Phone ?? phone, reach.Email, reach.Hours) { IsClinicsPhone = reach.Phone is null };
    }

    private static string? Stated(string? words) => string.IsNullOrWhiteSpace(words) ? null : words;
}
