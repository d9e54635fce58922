using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>A dose outside what the programme recommends, and who took it on and why.</summary>
public sealed record DoseTakenOn
{
    public SessionId SessionId { get; init; }

    public string Family { get; init; } = "";

    public string Given { get; init; } = "";

    public DateTimeOffset GivenAt { get; init; }

    public string Route { get; init; } = "";

    public decimal Mg { get; init; }

    public decimal MgPerKg { get; init; }

    public string Band { get; init; } = "";

    public string GivenBy { get; init; } = "";

    public string OverrideBy { get; init; } = "";

    public string OverrideReason { get; init; } = "";
}

/// <summary>For the weekly review.</summary>
public static class DosesTakenOn
{
    /// <param name="from">Included.</param>
    /// <param name="to">Not included.</param>
    public static IReadOnlyList<DoseTakenOn> Between(Records records, DateTimeOffset from, DateTimeOffset to) =>
        records.All<DoseTakenOn>(Sql.Of<DoseTakenOn>("doses-taken-on.sql"), new { from, to });

    /// <summary>All doses given in the same span, whatever they were.</summary>
    public static int Given(Records records, DateTimeOffset from, DateTimeOffset to) =>
        records.Value<int>("select count(*) from medicine_dose where given_at >= @from and given_at < @to", new { from, to });
}
