using System.Text.RegularExpressions;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

/// <summary>What is asked of details before they are believed.</summary>
public static partial class Person
{
    /// <summary>Nobody known lived longer than 122 years; a greater age is a slip in the year. Years, included.</summary>
    public const int OldestBelieved = 120;

    public static IEnumerable<Refusal> DetailsAreSound(Demographics details, DateTimeOffset at) =>
        NameIsSound(details.Name)
            .Concat(BirthDateIsSound(details.BirthDate, at))
            .Concat(EmailIsSound(details.Contacts.Email, "email"))
            .Concat(PhoneIsSound(details.Contacts.Phone, "phone"))
            .Concat(IdentifiersAreSound(details.Identifiers));

    private static IEnumerable<Refusal> NameIsSound(PersonName name)
    {
        if (!name.Given.Concat(name.Family).Any(char.IsLetter))
        {
            yield return new("people.no-name", "Give a name. A person with one name only has it as family name.", Field: "family");
        }
    }

    private static IEnumerable<Refusal> BirthDateIsSound(DateOnly birthDate, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.Date);
        if (birthDate > today)
        {
            yield return new(
                "people.born-in-the-future",
                $"The date of birth, {Days.Words(birthDate)}, is in the future. Correct the year.",
                Field: "birth-date");
        }
        else if (birthDate.AddYears(OldestBelieved) < today)
        {
            yield return new(
                "people.born-too-long-ago",
                $"The date of birth, {Days.Words(birthDate)}, is more than {OldestBelieved} years ago. Correct the year.",
                Field: "birth-date");
        }
    }

    private static IEnumerable<Refusal> DeathIsSound(PartialDate? on, Demographics details, DateTimeOffset at)
    {
        if (on is not null && on.Earliest > DateOnly.FromDateTime(at.Date))
        {
            yield return new("people.death-in-the-future", $"The day of death, {on}, is in the future. Correct the date.", Field: "died-on");
        }

        if (on is not null && on.Latest < details.BirthDate)
        {
            yield return new("people.death-before-birth", $"The day of death, {on}, is before the day of birth. Correct one of them.", Field: "died-on");
        }
    }

    public static IEnumerable<Refusal> EmailIsSound(string? email, string field)
    {
        if (email is not null && !EmailShape().IsMatch(email))
        {
            yield return new("people.email-shape", $"“{email}” is not an e-mail address. It should read like name@example.org.", Field: field);
        }
    }

    public static IEnumerable<Refusal> PhoneIsSound(string? phone, string field)
    {
        if (string.IsNullOrWhiteSpace(phone))
        {
            yield break;
        }

        var digits = phone.Count(char.IsAsciiDigit);
        if (!PhoneShape().IsMatch(phone) || digits is < 5 or > 20)
        {
            yield return new("people.phone-shape", $"“{phone}” is not a telephone number. It should read like +1 206 555 0102.", Field: field);
        }
    }

    private static IEnumerable<Refusal> IdentifiersAreSound(IReadOnlyList<Identifier> identifiers) =>
        identifiers
            .Where(identifier => string.IsNullOrWhiteSpace(identifier.System) || string.IsNullOrWhiteSpace(identifier.Value))
            .Select(identifier => new Refusal(
                "people.identifier-empty",
                $"{identifier.Label ?? "A number"} says nothing or does not say who gave it. Fill in both or leave it out.",
                Field: "identifier"));

    private static IEnumerable<Refusal> NobodyElse(Likeness likeness)
    {
        foreach (var other in likeness.SameIdentifier)
        {
            yield return new(
                "people.identifier-taken",
                $"{other.InASentence} has the same number. Open their page: this is the same person, or one of the numbers is wrong.",
                new Remedy($"Open {other.InASentence}", $"people/{other.Id.Value}"),
                "identifier");
        }

        if (likeness.SaidToBeAnother || likeness.SameIdentifier.Count > 0)
        {
            yield break;
        }

        foreach (var other in likeness.SameNameAndBirthDate)
        {
            yield return new(
                "people.looks-like",
                $"{other.InASentence}, is here already. If it is the same person, open their page; if not, say that they are two people and save again.",
                new Remedy($"Open {other.InASentence}", $"people/{other.Id.Value}"),
                "two-people");
        }
    }

    private static IEnumerable<Refusal> Given(string? text, string field, string sentence)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new($"people.no-{field}", sentence, Field: field);
        }
    }

    [GeneratedRegex(@"^[^@\s""<>,;]+@[^@\s""<>,;.]+(\.[^@\s""<>,;.]+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^\+?[0-9 ()./\-]+( ?(x|ext\.?) ?[0-9]+)?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PhoneShape();
}
