using System.Globalization;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Waiting;

/// <summary>Somebody on the waiting list.</summary>
public sealed record WaitingRow
{
    public WaitingId Id { get; init; }

    /// <summary>As a session's.</summary>
    public string Kind { get; init; } = "";

    public string? Type { get; init; }

    public PersonId? PersonId { get; init; }

    public CourseId? CourseId { get; init; }

    public InquiryId? InquiryId { get; init; }

    /// <summary>The booked session that would move.</summary>
    public SessionId? InsteadId { get; init; }

    public DateTimeOffset? InsteadAt { get; init; }

    public string Days { get; init; } = "";

    public string Times { get; init; } = "";

    public string? Note { get; init; }

    public DateTimeOffset PutAt { get; init; }

    public string State { get; init; } = "";

    public string? Family { get; init; }

    public string? Given { get; init; }

    public string? Asker { get; init; }

    /// <summary>A telephone number or an address at which to reach them.</summary>
    public string? Reach { get; init; }

    public string? ProgrammeId { get; init; }

    public int ProgrammeVersion { get; init; }

    public IReadOnlyList<DayOfWeek> DayList => [.. Days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => (DayOfWeek)int.Parse(day, CultureInfo.InvariantCulture))];

    public IReadOnlyList<string> TimeList => Times.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What somebody was told of a free time.</summary>
public sealed record OfferRow
{
    public WaitingId WaitingId { get; init; }

    public SessionId SlotId { get; init; }

    /// <summary>offered, passed or refilled.</summary>
    public string What { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>Questions to the waiting list.</summary>
public static class WaitingRecords
{
    private const string Select =
        """
        select waiting.*, person.family, person.given, inquiry.first_name as asker, coalesce(person.phone, person.email, inquiry.reach) as reach, course.programme_id, course.programme_version, own.from_at as instead_at
        from waiting
        left join person on person.id = waiting.person_id
        left join inquiry on inquiry.id = waiting.inquiry_id
        left join course on course.id = waiting.course_id
        left join session as own on own.id = waiting.instead_id
        """;

    /// <summary>Who waits longest stands first.</summary>
    public static IReadOnlyList<WaitingRow> Open(Records records) => records.All<WaitingRow>($"{Select} where waiting.state = 'open' order by waiting.put_at, waiting.id");

    public static WaitingRow? One(Records records, Guid id) => records.One<WaitingRow>($"{Select} where waiting.id = @id", new { id });

    public static IReadOnlyList<OfferRow> Offers(Records records, Guid slot) => records.All<OfferRow>("select * from waiting_offer where slot_id = @slot", new { slot });

    /// <summary>Cancelled visits whose time is still to come and was not given to anybody, the soonest first.</summary>
    public static IReadOnlyList<SessionRow> FreedSlots(Records records, DateTimeOffset now) =>
    [
        .. records.All<Guid>(
            """
            select id from session where state = 'cancelled' and from_at > @now and not exists (select 1 from waiting_offer where slot_id = session.id and what = 'refilled')
            and not exists (select 1 from session as other where other.id <> session.id and other.room_id = session.room_id and other.state in ('booked', 'arrived', 'running')
              and other.from_at < session.to_at and other.to_at > session.from_at and (select chairs from room where room.id = session.room_id) = 1)
            order by from_at limit 40
            """,
            new { now }).Select(id => SessionRecords.One(records, id)).OfType<SessionRow>(),
    ];
}
