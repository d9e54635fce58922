using System.Text.Json.Serialization;

namespace Sojourn.Domain.People;

/// <summary>How a person is called.</summary>
/// <param name="Given">Given names, separated by spaces. Empty for people with one name, which then stands in <paramref name="Family"/>.</param>
/// <param name="Family">Family name.</param>
/// <param name="Preferred">What the person wants to be called; null where nothing else was said.</param>
public sealed record PersonName(string Given, string Family, string? Preferred = null)
{
    /// <summary>"RUIZ, Ana": as the banner on every page of a person reads.</summary>
    [JsonIgnore]
    public string Formal =>
        (Family.Length, Given.Length) switch
        {
            (0, _) => Given,
            (_, 0) => Family.ToUpperInvariant(),
            _ => $"{Family.ToUpperInvariant()}, {Given}",
        };

    /// <summary>"Ana Ruiz": as one speaks of somebody.</summary>
    [JsonIgnore]
    public string Plain => $"{Given} {Family}".Trim();

    /// <summary>What the person wants to be called, else the first of the given names.</summary>
    [JsonIgnore]
    public string Spoken => Preferred ?? Given.Split(' ', 2)[0] switch { "" => Family, var first => first };
}

/// <summary>Administrative sex, as a registry or an insurer asks for it.</summary>
public enum Sex
{
    NotKnown,
    Female,
    Male,
    Other,
}

/// <summary>A number under which somebody keeps this person.</summary>
/// <param name="System">Who gives these numbers, as a URI.</param>
/// <param name="Value">The number, as given.</param>
/// <param name="Label">What the number is called on paper: "Medical Record Number".</param>
public sealed record Identifier(string System, string Value, string? Label = null)
{
    /// <summary>The clinic's own record number, and the one in the <c>mrn</c> column of a CSV file.</summary>
    public const string ClinicRecordNumber = "urn:sojourn:mrn";

    /// <summary>The id of a FHIR resource that names no other number. Two servers may use the same one, hence only a last resort.</summary>
    public const string ResourceId = "urn:sojourn:fhir-id";

    public bool Means(Identifier other) => Key == other.Key;

    /// <summary>System and value as one string, for looking up.</summary>
    [JsonIgnore]
    public string Key => $"{System}|{Value}";

    public override string ToString() => $"{Label ?? "number"} {Value}";
}

public sealed record Address(string? Line, string? City, string? Region, string? PostCode, string? Country)
{
    public override string ToString() =>
        string.Join(", ", new[] { Line, City, $"{Region} {PostCode}".Trim(), Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>How to reach a person; null where nothing is known.</summary>
public sealed record Contacts(string? Phone = null, string? Email = null, Address? Address = null)
{
    public static Contacts None { get; } = new();
}

/// <summary>Who to call when something happens to the person.</summary>
public sealed record EmergencyContact(string Name, string Relation, string Phone);

public sealed record FamilyDoctor(string Name, string? Practice, string? Phone, string? Email);
