using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Web.Design;

namespace Sojourn.Web.People;

/// <summary>How a person's record reads on a screen.</summary>
public static class PersonWords
{
    /// <summary>The banner of everybody who is on the register, for any page about them.</summary>
    /// <param name="href">The person's page; null on that page itself.</param>
    public static BannerPerson Banner(Records records, PersonRow person, DateOnly today, string? href = null)
    {
        var allergies = PeopleRecords.Allergies(records, person.Id.Value)
            .Concat(Duplicates.Of(records, person.Id.Value).SelectMany(other => PeopleRecords.Allergies(records, other.Id.Value)))
            .Where(row => row.Status == "active").Select(Substance).Distinct(StringComparer.Ordinal).ToList();
        return new BannerPerson(
            person.Family,
            person.Given,
            person.BornOn,
            today,
            Sex(person.Sex),
            Number(person.Number),
            allergies.Count > 0 ? allergies : person.NoKnownAllergies ? [] : null,
            person.Died ? [new BannerAlert(Mark.Blocked, person.DiedOn is { } on ? $"Died {PartialDates.Words(on)}" : "Died")] : [],
            href);
    }

    /// <summary>The clinic's number in threes, so that it can be read aloud.</summary>
    public static string Number(long number) => number.ToString("### ###", System.Globalization.CultureInfo.InvariantCulture).Trim();

    /// <summary>"Female"; null where not known.</summary>
    public static string? Sex(string column) => column == "not-known" ? null : Capital(column);

    /// <summary>"In remission" for in-remission.</summary>
    public static string Capital(string column) => column.Length == 0 ? column : char.ToUpperInvariant(column[0]) + column[1..].Replace('-', ' ');

    internal static string Substance(AllergyRow row) => row.Reaction is null ? row.Substance : $"{row.Substance} ({row.Reaction})";
}
