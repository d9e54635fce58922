using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Inquiries;

/// <summary>One inquiry as staff see it.</summary>
public sealed record InquiryRow
{
    public InquiryId Id { get; init; }

    public string FirstName { get; init; } = "";

    public string Reach { get; init; } = "";

    public string? Message { get; init; }

    public string? ProgrammeId { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset RespondBy { get; init; }

    public bool Worrying { get; init; }

    /// <summary>new, answered, call-booked, talked or closed.</summary>
    public string State { get; init; } = "";

    public string? Answer { get; init; }

    public SessionId? SessionId { get; init; }

    public string? Hopes { get; init; }

    public string? Tried { get; init; }

    public string? Worries { get; init; }

    public string? Outcome { get; init; }

    public string? Note { get; init; }

    public PersonId? PersonId { get; init; }

    public string? ClosedWhy { get; init; }

    /// <summary>The conversation was to go on, and nobody is registered yet.</summary>
    public bool ToRegister => this is { State: "talked", Outcome: "go-on", PersonId: null };
}

/// <summary>Questions to the inquiry projection.</summary>
public static class InquiryRecords
{
    private const string GoesOn = "(state not in ('talked', 'closed') or (state = 'talked' and outcome = 'go-on' and person_id is null))";

    /// <summary>Waiting ones first, the soonest promise first; then those that go on; then the last fifty that have come to an end.</summary>
    public static IReadOnlyList<InquiryRow> All(Records records) =>
        records.All<InquiryRow>($"select * from inquiry where {GoesOn} order by case state when 'new' then 0 else 1 end, worrying desc, respond_by")
            .Concat(records.All<InquiryRow>($"select * from inquiry where not {GoesOn} order by received_at desc limit 50"))
            .ToList();

    public static InquiryRow? One(Records records, Guid id) => records.One<InquiryRow>("select * from inquiry where id = @id", new { id });
}
