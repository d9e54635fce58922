namespace Sojourn.Domain.Measures;

/// <summary>A questionnaire or scale as its file describes it. Immutable; one value for one version of one file.</summary>
public sealed record Instrument
{
    /// <summary>Lower case, as in the file name: <c>phq-9</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up whenever wording, scoring, flags or figures change; the first is 1.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the file in lower-case hexadecimal; an answered measure keeps it, so that its questions can be found again.</summary>
    public required string Hash { get; init; }

    public required string Title { get; init; }

    /// <summary>What it measures, in a few words.</summary>
    public required string Construct { get; init; }

    public required Respondent Respondent { get; init; }

    /// <summary>Language of the wording, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The time asked about; null when the file gives none.</summary>
    public string? Recall { get; init; }

    /// <summary>What stands above the questions; null for a skeleton.</summary>
    public string? Instruction { get; init; }

    /// <summary>False for the project's own forms: they are shown with a note that they are not validated.</summary>
    public bool Validated { get; init; } = true;

    public LoincCodes Loinc { get; init; } = LoincCodes.None;

    public required IReadOnlyList<InstrumentItem> Items { get; init; }

    public required ScoringRule Scoring { get; init; }

    public IReadOnlyList<FlagRule> Flags { get; init; } = [];

    /// <summary>In rising order, without overlap. Empty when none are published.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>False when the bands are a convention and not the authors'.</summary>
    public bool BandsOfficial { get; init; } = true;

    public IReadOnlyList<ChangeFigure> Change { get; init; } = [];

    public required string Source { get; init; }

    public required Licence Licence { get; init; }

    /// <summary>True when only ids and scoring are shipped: the wording is the clinic's to license and load.</summary>
    public bool IsSkeleton => Items.Any(item => item.Text is null);

    public InstrumentItem? Item(string id) => Items.FirstOrDefault(item => item.Id == id);

    /// <summary>Place of an item as people count: the first is 1.</summary>
    public int NumberOf(InstrumentItem item) => Items.ToList().IndexOf(item) + 1;

    public decimal? Figure(ChangeKind kind) => Change.FirstOrDefault(figure => figure.Kind == kind)?.Value;
}

public enum Respondent
{
    /// <summary>The patient answers.</summary>
    Patient,

    /// <summary>A clinician asks aloud and records the answer.</summary>
    AskedByClinician,

    /// <summary>A clinician rates what they see and hear.</summary>
    RatedByClinician,
}

/// <summary>A span of totals with a name. Both ends belong to it.</summary>
public sealed record Band(decimal Least, decimal Most, string Label);

/// <summary>LOINC codes of the panel and of its total; null where none was confirmed.</summary>
public sealed record LoincCodes(string? Panel, string? Total)
{
    public static readonly LoincCodes None = new(null, null);
}

/// <summary>Who holds the wording, under what terms, and the notice that is shown with it.</summary>
/// <param name="Class">Short name of the terms: <c>public-domain-us-government</c>.</param>
/// <param name="ShipFullText">False when the wording may not be shipped.</param>
/// <param name="Notice">Shown wherever the wording is shown; null for a skeleton.</param>
/// <param name="Holder">Whom to ask for a licence; null where none is needed.</param>
/// <param name="Basis">Where the terms were found; null when not stated.</param>
/// <param name="Condition">What must be kept to while shipping; null when nothing.</param>
public sealed record Licence(string Class, bool ShipFullText, string? Notice, string? Holder, string? Basis, string? Condition);
