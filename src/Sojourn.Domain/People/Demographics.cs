using System.Text.Json.Serialization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

/// <summary>Who a person is, as the register keeps it.</summary>
/// <param name="BirthDate">A calendar day that never shifts zone.</param>
/// <param name="Pronouns">In the person's own words; null where not said.</param>
/// <param name="Language">BCP 47 tag of the language the person is best spoken to in; null where not known.</param>
/// <param name="TimeZone">IANA name of where the person lives; null means the zone of the site.</param>
/// <param name="Site">The site that looks after the person; null while undecided.</param>
public sealed record Demographics(
    PersonName Name,
    DateOnly BirthDate,
    Sex Sex,
    string? Pronouns,
    IReadOnlyList<Identifier> Identifiers,
    Contacts Contacts,
    string? Language,
    string? TimeZone,
    SiteId? Site)
{
    /// <summary>Full years between birth and that day. Somebody born on 29 February is a year older on 1 March in other years.</summary>
    public int AgeOn(DateOnly day) => day.Year - BirthDate.Year - ((day.Month, day.Day).CompareTo((BirthDate.Month, BirthDate.Day)) < 0 ? 1 : 0);

    /// <summary>"Ana Ruiz, born 14-Jul-1985": enough to tell two people apart in a sentence.</summary>
    [JsonIgnore]
    public string InASentence => $"{Name.Plain}, born {Days.Words(BirthDate)}";

    public bool Equals(Demographics? other) =>
        other is not null
        && Name == other.Name
        && BirthDate == other.BirthDate
        && Sex == other.Sex
        && Pronouns == other.Pronouns
        && Identifiers.SequenceEqual(other.Identifiers)
        && Contacts == other.Contacts
        && Language == other.Language
        && TimeZone == other.TimeZone
        && Site == other.Site;

    public override int GetHashCode() => HashCode.Combine(Name, BirthDate, Sex, Contacts, Language, TimeZone, Site, Identifiers.Count);
}
