using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;

namespace Sojourn.Web.Courses;

/// <summary>The banner of the person whose course it is.</summary>
public static class WhoItIs
{
    private sealed record PersonRow
    {
        public string Family { get; init; } = "";

        public string Given { get; init; } = "";

        public DateOnly BornOn { get; init; }

        public string? Sex { get; init; }

        public string? Number { get; init; }

        public bool NoKnownAllergies { get; init; }
    }

    /// <summary>Null when nobody of this id is registered.</summary>
    public static BannerPerson? Banner(Records records, PersonId person, DateTimeOffset now)
    {
        if (records.One<PersonRow>("select * from person where id = @person", new { person }) is not { } row)
        {
            return null;
        }

        var allergies = records.All<string>("select substance from person_allergy where person_id = @person and status = 'active' order by substance", new { person });
        return new BannerPerson(
            row.Family,
            row.Given,
            row.BornOn,
            ClinicDay.In(records, now),
            row.Sex is null or "not-known" ? null : char.ToUpperInvariant(row.Sex[0]) + row.Sex[1..],
            row.Number,
            allergies.Count == 0 && !row.NoKnownAllergies ? null : allergies,
            [],
            $"/people/{person.Value}");
    }

    public static string? StaffName(Records records, StaffId? staff) =>
        staff is { } id ? records.Value<string>("select display_name from staff where id = @id", new { id }) : null;

    /// <summary>Those who may be named in a team, for a choice.</summary>
    public static IReadOnlyList<Option> Staff(Records records, string role) =>
        [.. records.All<NamedRow>("select id, display_name as name from staff where active = 1 and roles like @like order by display_name", new { like = $"% {role} %" }).Select(row => new Option(row.Id, row.Name))];

    public static IReadOnlyList<Option> Sites(Records records) =>
        [.. records.All<NamedRow>("select id, name from site order by name").Select(row => new Option(row.Id, row.Name))];

    private sealed record NamedRow
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
