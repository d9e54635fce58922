using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.People;

/// <summary>One person as lists and banners show them.</summary>
public sealed record PersonRow
{
    public PersonId Id { get; init; }

    /// <summary>The clinic's own number, from 100001 up.</summary>
    public long Number { get; init; }

    public string Family { get; init; } = "";

    public string Given { get; init; } = "";

    public string? Preferred { get; init; }

    public DateOnly BornOn { get; init; }

    /// <summary>not-known, female, male or other.</summary>
    public string Sex { get; init; } = "";

    public string? Pronouns { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The whole of it, on one line.</summary>
    public string? Address { get; init; }

    public string? AddressLine { get; init; }

    public string? City { get; init; }

    public string? Region { get; init; }

    public string? PostCode { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? TimeZone { get; init; }

    public SiteId? SiteId { get; init; }

    public bool NoKnownAllergies { get; init; }

    public bool Died { get; init; }

    public string? DiedOn { get; init; }

    public string? DeathNote { get; init; }

    /// <summary>The record under which the person goes on; null for one that goes on itself.</summary>
    public PersonId? DuplicateOf { get; init; }

    /// <summary>Nobody can be booked or begun under it any more.</summary>
    public bool IsClosed => Died || DuplicateOf is not null;

    public DateTimeOffset RegisteredAt { get; init; }
}

public sealed record IdentifierRow
{
    public string System { get; init; } = "";

    public string Value { get; init; } = "";

    public string? Label { get; init; }
}

public sealed record ContactRow
{
    /// <summary>emergency or family-doctor.</summary>
    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Relation { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Practice { get; init; }
}

public sealed record ConditionRow
{
    public Guid Id { get; init; }

    public string Term { get; init; } = "";

    public string? OwnWords { get; init; }

    public string? CodeSystem { get; init; }

    public string? Code { get; init; }

    public string? Onset { get; init; }

    public string? Ended { get; init; }

    /// <summary>active, in-remission or resolved.</summary>
    public string Status { get; init; } = "";

    /// <summary>The file it came from; null when it was written here.</summary>
    public string? Source { get; init; }
}

public sealed record MedicineRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string? CodeSystem { get; init; }

    public string? Code { get; init; }

    public string? Dose { get; init; }

    public string? Since { get; init; }

    public string? Until { get; init; }

    public string? Length { get; init; }

    /// <summary>current or past.</summary>
    public string Status { get; init; } = "";

    /// <summary>not-stated, adequate, not-adequate or uncertain.</summary>
    public string Trial { get; init; } = "";

    /// <summary>not-stated, helped, helped-partly, did-not-help or made-worse.</summary>
    public string Effect { get; init; } = "";

    public string? Source { get; init; }
}

public sealed record AllergyRow
{
    public Guid Id { get; init; }

    public string Substance { get; init; } = "";

    public string? CodeSystem { get; init; }

    public string? Code { get; init; }

    public string? Reaction { get; init; }

    /// <summary>not-stated, mild, moderate or severe.</summary>
    public string Severity { get; init; } = "";

    /// <summary>active or inactive.</summary>
    public string Status { get; init; } = "";

    public string? Source { get; init; }
}

public sealed record VitalRow
{
    public Guid Id { get; init; }

    public string Kind { get; init; } = "";

    public decimal Value { get; init; }

    public string Unit { get; init; } = "";

    public string? AsGiven { get; init; }

    public DateTimeOffset HappenedAt { get; init; }

    public string Source { get; init; } = "";

    public bool InError { get; init; }
}

public sealed record AmendmentRow
{
    public long Position { get; init; }

    public Guid? FactId { get; init; }

    public string Kind { get; init; } = "";

    public string Was { get; init; } = "";

    public string? ReadsNow { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string Actor { get; init; } = "";
}

/// <summary>What goes on around a person, for a list.</summary>
public sealed record AroundRow
{
    public PersonId PersonId { get; init; }

    public string? ProgrammeId { get; init; }

    public DateTimeOffset? NextAt { get; init; }
}
