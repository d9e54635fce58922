namespace Sojourn.Domain.Kernel;

/// <summary>Marks the one-value types that are written to JSON as that value: ids and quantities.</summary>
public interface ISingleValue;

public readonly record struct PersonId(Guid Value) : ISingleValue;

public readonly record struct StaffId(Guid Value) : ISingleValue;

public readonly record struct SiteId(Guid Value) : ISingleValue;

public readonly record struct RoomId(Guid Value) : ISingleValue;

/// <summary>Days on which a site or one of its rooms is closed.</summary>
public readonly record struct ClosedDaysId(Guid Value) : ISingleValue;

/// <summary>Days on which somebody of the staff is away.</summary>
public readonly record struct AbsenceId(Guid Value) : ISingleValue;

public readonly record struct InquiryId(Guid Value) : ISingleValue;

/// <summary>One patient's way through one programme.</summary>
public readonly record struct CourseId(Guid Value) : ISingleValue;

/// <summary>One booked meeting of whatever kind; the medicine record of a medicine session has the same id.</summary>
public readonly record struct SessionId(Guid Value) : ISingleValue;

/// <summary>Somebody's place on the waiting list.</summary>
public readonly record struct WaitingId(Guid Value) : ISingleValue;

/// <summary>One thing in a lane of a plan, or one visit elsewhere.</summary>
public readonly record struct LaneItemId(Guid Value) : ISingleValue;

/// <summary>One letter to somebody who treats the patient elsewhere.</summary>
public readonly record struct LetterId(Guid Value) : ISingleValue;

/// <summary>One questionnaire asked of one person once.</summary>
public readonly record struct AssignmentId(Guid Value) : ISingleValue;

/// <summary>A safety concern with an owner and a clock.</summary>
public readonly record struct CaseId(Guid Value) : ISingleValue;

/// <summary>A thing to do with an owner and a clock that is not a safety concern.</summary>
public readonly record struct TaskId(Guid Value) : ISingleValue;

/// <summary>What a patient wants to be different at the end, in their own words.</summary>
public readonly record struct GoalId(Guid Value) : ISingleValue;

/// <summary>A change to the plan that a patient asked for.</summary>
public readonly record struct SuggestionId(Guid Value) : ISingleValue;

/// <summary>A bedside monitor that sends what it measures.</summary>
public readonly record struct DeviceId(Guid Value) : ISingleValue;
