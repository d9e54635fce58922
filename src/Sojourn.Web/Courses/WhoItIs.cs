using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.People;

namespace Sojourn.Web.Courses;

/// <summary>The banner of the person whose course it is.</summary>
public static class WhoItIs
{
    /// <summary>Null when nobody of this id is registered.</summary>
    public static BannerPerson? Banner(Records records, PersonId person, DateTimeOffset now) =>
        PeopleRecords.One(records, person.Value) is { } row ? PersonWords.Banner(records, row, ClinicDay.In(records, now), $"/people/{person.Value}") : null;

    public static string? StaffName(Records records, StaffId? staff) =>
        staff is { } id ? records.Value<string>("select display_name from staff where id = @id", new { id }) : null;

    /// <summary>Those who may be named in a team, for a choice.</summary>
    public static IReadOnlyList<Option> Staff(Records records, string role) =>
        [.. records.All<NamedRow>("select id, display_name as name from staff where active = 1 and roles like @like order by display_name", new { like = $"% {role} %" }).Select(row => new Option(row.Id, row.Name))];

    public static IReadOnlyList<Option> Sites(Records records) =>
        [.. records.All<NamedRow>("select id, name from site where open = 1 order by name").Select(row => new Option(row.Id, row.Name))];

    private sealed record NamedRow
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
