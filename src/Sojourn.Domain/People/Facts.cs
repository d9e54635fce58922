using System.Text.Json.Serialization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

/// <summary>One entry in a person's record: a condition, a medicine, an allergy, a vital sign.</summary>
public readonly record struct FactId(Guid Value) : ISingleValue;

/// <summary>A term of a code system: SNOMED CT, RxNorm, LOINC, ICD-10.</summary>
/// <param name="System">The code system, as a URI.</param>
public sealed record Coding(string System, string Code);

/// <summary>Where an imported entry came from.</summary>
/// <param name="File">Name of the file without its folder.</param>
/// <param name="Resource">What names the entry in its source, the same in every export: <c>Condition/32587eb3</c>.</param>
public sealed record Provenance(string File, string Resource);

/// <summary>What can be on record about a person's health. Compared by value.</summary>
public abstract record Fact
{
    private protected Fact()
    {
    }

    /// <summary>The entry in one line, as an amendment or a report quotes it.</summary>
    [JsonIgnore]
    public abstract string InWords { get; }
}

public enum ConditionStatus
{
    Active,
    InRemission,
    Resolved,
}

/// <param name="Term">The standard term.</param>
/// <param name="OwnWords">What the person says themselves; null where not asked.</param>
/// <param name="Code">Null where only words are known.</param>
/// <param name="Onset">When it began; null where not known.</param>
/// <param name="Ended">When it was over; null while it lasts or where not known.</param>
public sealed record Condition(string Term, string? OwnWords, Coding? Code, PartialDate? Onset, PartialDate? Ended, ConditionStatus Status) : Fact
{
    [JsonIgnore]
    public override string InWords => Onset is null ? Term : $"{Term}, since {Onset}";
}

public enum MedicineStatus
{
    Current,
    Past,
}

/// <summary>Whether a treatment was given enough dose and time to tell whether it helps.</summary>
public enum TrialAdequacy
{
    NotStated,
    Adequate,
    NotAdequate,
    Uncertain,
}

public enum TreatmentEffect
{
    NotStated,
    Helped,
    HelpedPartly,
    DidNotHelp,
    MadeWorse,
}

/// <param name="Dose">In words, as prescribed or told: "50 mg in the morning".</param>
/// <param name="Length">For how long in words, where dates are not known: "about three months".</param>
public sealed record Medicine(
    string Name,
    Coding? Code,
    string? Dose,
    PartialDate? Since,
    PartialDate? Until,
    string? Length,
    MedicineStatus Status,
    TrialAdequacy Trial = TrialAdequacy.NotStated,
    TreatmentEffect Effect = TreatmentEffect.NotStated) : Fact
{
    [JsonIgnore]
    public override string InWords => Dose is null ? Name : $"{Name}, {Dose}";
}

public enum AllergyStatus
{
    Active,
    Inactive,
}

public enum AllergySeverity
{
    NotStated,
    Mild,
    Moderate,
    Severe,
}

public sealed record Allergy(string Substance, Coding? Code, string? Reaction, AllergySeverity Severity, AllergyStatus Status) : Fact
{
    [JsonIgnore]
    public override string InWords => Reaction is null ? Substance : $"{Substance} ({Reaction})";
}

/// <param name="Value">In the unit of its kind, see <see cref="VitalKinds"/>.</param>
/// <param name="AsGiven">Value and unit as somebody wrote them, where that was another unit: "165 lb". Null otherwise.</param>
/// <param name="Source">Who or what measured: "clinic", "home", <see cref="Imported"/>.</param>
public sealed record Vital(VitalKind Kind, decimal Value, string? AsGiven, DateTimeOffset HappenedAt, string Source) : Fact
{
    /// <summary>Read from a file. A day without a time stands at noon there, so that today's may lie up to a day ahead.</summary>
    public const string Imported = "import";

    [JsonIgnore]
    public override string InWords => AsGiven is null ? $"{Kind.Words()} {Kind.Write(Value)}" : $"{Kind.Words()} {Kind.Write(Value)} (written as {AsGiven})";
}
