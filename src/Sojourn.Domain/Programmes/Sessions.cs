namespace Sojourn.Domain.Programmes;

/// <summary>The kinds of session. A booster is a medicine session in a booster phase.</summary>
public enum SessionKind
{
    InformationCall,
    Assessment,
    Preparation,
    Medicine,
    Integration,
    FollowUp,
    Adjunct,
}

public enum RoomKind
{
    /// <summary>Approved for giving medicine.</summary>
    Medicine,
    Talking,
    Video,
}

public enum SessionFormat
{
    Individual,
    Group,
}

/// <summary>What there must be before a session can be said to have been held.</summary>
public enum SessionOutcome
{
    /// <summary>A prescriber has decided whether the programme is suitable.</summary>
    Decision,

    /// <summary>At least one end goal is set.</summary>
    Goal,
}

/// <summary>A session as the programme describes it; phases book it by its id.</summary>
/// <param name="Minutes">What the session may last and what is booked unless said otherwise.</param>
/// <param name="Rooms">Where it may be held; the first is the usual one. Video for medicine only where the programme says so.</param>
/// <param name="Formats">At least one.</param>
/// <param name="Staff">Who must be there.</param>
/// <param name="PreparationMinutes">Minutes the room is held before; 0 to 240.</param>
/// <param name="CleanupMinutes">Minutes the room is held after; 0 to 240.</param>
/// <param name="EndsWith">What it is for: it is not closed without. Empty for most.</param>
public sealed record SessionType(
    string Id,
    string Title,
    SessionKind Kind,
    SessionMinutes Minutes,
    IReadOnlyList<RoomKind> Rooms,
    IReadOnlyList<FormatOption> Formats,
    IReadOnlyList<StaffNeed> Staff,
    int PreparationMinutes,
    int CleanupMinutes,
    string? Description,
    IReadOnlyList<SessionOutcome> EndsWith)
{
    /// <summary>It can be one to one or in a group: somebody chooses.</summary>
    public bool HasChoiceOfFormat => Formats.Count > 1;

    /// <summary>Patients in a group, both ends included; null where it is never a group.</summary>
    public Bounds<int>? GroupSize => Formats.FirstOrDefault(option => option.Format == SessionFormat.Group)?.GroupSize;
}

/// <summary>Length in minutes, both ends included; least ≤ usual ≤ most.</summary>
public sealed record SessionMinutes(int Least, int Usual, int Most, Source Source);

/// <summary>One to one, or a group of so many patients.</summary>
/// <param name="GroupSize">Patients in a group, both ends included; null for one to one.</param>
/// <param name="GroupSizeSource">Null for one to one.</param>
public sealed record FormatOption(SessionFormat Format, Bounds<int>? GroupSize, Source? GroupSizeSource);

public enum StaffPlace
{
    InRoom,
    OnSite,
}

/// <summary>How many of a role a session needs.</summary>
/// <param name="Role">See <see cref="Roles"/>.</param>
/// <param name="AtLeast">Never fewer than this; 1 or more.</param>
/// <param name="PerPatients">One for every so many patients in a group; null when <paramref name="AtLeast"/> is enough.</param>
public sealed record StaffNeed(string Role, int AtLeast, int? PerPatients, StaffPlace Place, Source Source)
{
    /// <summary>How many are needed for so many patients.</summary>
    public int For(int patients) => PerPatients is { } per ? Math.Max(AtLeast, (patients + per - 1) / per) : AtLeast;
}
