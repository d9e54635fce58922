using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>One dose as the person's page shows it, with whoever took it on and why.</summary>
public sealed record PersonDose
{
    public SessionId SessionId { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    public string Route { get; init; } = "";

    public decimal Mg { get; init; }

    public decimal MgPerKg { get; init; }

    public string Band { get; init; } = "";

    public string GivenBy { get; init; } = "";

    public string CheckedBy { get; init; } = "";

    public string? OverrideBy { get; init; }

    public string? OverrideReason { get; init; }
}

/// <summary>Every dose of a person, the newest first.</summary>
public static class PersonDoses
{
    public static IReadOnlyList<PersonDose> Of(Records records, PersonId person) => records.All<PersonDose>(Sql.Of<PersonDose>("person-doses.sql"), new { person });
}
