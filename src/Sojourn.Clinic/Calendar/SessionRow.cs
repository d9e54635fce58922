using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Calendar;

/// <summary>A session as pages show it.</summary>
public sealed record SessionRow
{
    public SessionId Id { get; init; }

    /// <summary>information-call, assessment, preparation, medicine, integration, follow-up or adjunct.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Id of the programme's session type; null for an information call.</summary>
    public string? Type { get; init; }

    /// <summary>proposed, booked, arrived, running, held, missed or cancelled.</summary>
    public string State { get; init; } = "";

    public PersonId? PersonId { get; init; }

    public InquiryId? InquiryId { get; init; }

    public CourseId? CourseId { get; init; }

    public SiteId SiteId { get; init; }

    public RoomId? RoomId { get; init; }

    public DateTimeOffset? FromAt { get; init; }

    public DateTimeOffset? ToAt { get; init; }

    /// <summary>When it was to end before it was kept longer; null where it was not.</summary>
    public DateTimeOffset? PlannedTo { get; init; }

    public int? Number { get; init; }

    public SessionId? FollowsId { get; init; }

    public DateTimeOffset? WindowFrom { get; init; }

    public DateTimeOffset? WindowTo { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? HeldAt { get; init; }

    public string? Note { get; init; }

    /// <summary>individual or group; null where the programme's session has one form only, or nobody has chosen yet.</summary>
    public string? Format { get; init; }

    /// <summary>What it was before it was changed; null where it never was.</summary>
    public string? WasFormat { get; init; }

    public string? EndedWhy { get; init; }

    public string? RoomName { get; init; }

    public string? SiteName { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    /// <summary>First name of who asked, for an information call.</summary>
    public string? Asker { get; init; }

    public string? ProgrammeId { get; init; }

    /// <summary>The version that the person is on.</summary>
    public int ProgrammeVersion { get; init; }

    /// <summary>Display names, separated by commas.</summary>
    public string? StaffNames { get; init; }

    public string? EscortName { get; init; }

    public string? EscortPhone { get; init; }

    public string? EscortRelation { get; init; }

    public bool NoDriving { get; init; }

    public bool RideCancelled { get; init; }

    public bool IsMedicine => Kind == "medicine";

    /// <summary>True for a medicine session without a ride in force.</summary>
    public bool RideMissing => IsMedicine && (EscortName is null || RideCancelled || !NoDriving);
}
