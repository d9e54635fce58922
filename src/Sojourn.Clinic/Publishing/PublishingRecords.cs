using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Publishing;

public sealed record DraftRow
{
    public string ProgrammeId { get; init; } = "";

    public string Text { get; init; } = "";

    public DateTimeOffset SavedAt { get; init; }

    public string SavedBy { get; init; } = "";
}

public sealed record ApprovalRow
{
    public string Role { get; init; } = "";

    public StaffId StaffId { get; init; }

    public string Name { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

public sealed record PilotWordRow
{
    public string Role { get; init; } = "";

    public string Name { get; init; } = "";

    public int Cap { get; init; }

    public DateTimeOffset At { get; init; }
}

public sealed record VersionRow
{
    public int Version { get; init; }

    /// <summary>Null for one that came with the program.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    public string? Tried { get; init; }

    public int? PilotCap { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnWhy { get; init; }
}

/// <summary>Somebody whose open course is on some version of a programme.</summary>
public sealed record OnVersionRow
{
    public CourseId CourseId { get; init; }

    public PersonId PersonId { get; init; }

    public string Given { get; init; } = "";

    public string Family { get; init; } = "";

    public int Version { get; init; }

    public string? Phase { get; init; }
}

/// <summary>Somebody who answers for a programme and works here.</summary>
public sealed record LeadRow
{
    public string ProgrammeId { get; init; } = "";

    /// <summary>therapist or prescriber.</summary>
    public string Role { get; init; } = "";

    public StaffId StaffId { get; init; }

    public string Given { get; init; } = "";

    public string Family { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public string Title => Role == Roles.Therapist ? "Therapy lead" : "Medical lead";
}

/// <summary>Drafts, versions and pilots, for reading.</summary>
public static class PublishingRecords
{
    public static DraftRow? Draft(Records records, string programme) =>
        records.One<DraftRow>("select * from programme_draft where stream = @id", new { id = PublishingSlice.IdOf(programme) });

    public static IReadOnlyList<DraftRow> Drafts(Records records) => records.All<DraftRow>("select * from programme_draft order by programme_id");

    /// <summary>Who leads which programme; whoever has left or has the role no longer leads nothing.</summary>
    public static IReadOnlyList<LeadRow> Leads(Records records) => records.All<LeadRow>(
        "select l.programme_id, l.role, l.staff_id, s.given, s.family, s.display_name from programme_lead l join staff s on s.id = l.staff_id where s.active = 1 and s.roles like '% ' || l.role || ' %' order by l.programme_id, l.role desc");

    public static IReadOnlyList<LeadRow> Leads(Records records, string programme) => [.. Leads(records).Where(lead => lead.ProgrammeId == programme)];

    /// <summary>Programmes that the public is shown: no pilot that is not open, and with both leads where medicine is given.</summary>
    public static IReadOnlyList<Programme> Offered(ProgrammeLibrary programmes, Records records)
    {
        ArgumentNullException.ThrowIfNull(programmes);
        var leads = Leads(records).ToLookup(lead => lead.ProgrammeId);
        return [.. programmes.ById.Values.Where(one => one.Pilot is not { IsPilot: true, Cap: null } && (!one.GivesMedicine || leads[one.Id].Count() == 2)).OrderBy(one => one.Title, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<ApprovalRow> Approvals(Records records, string programme) => records.All<ApprovalRow>(
        "select a.role, a.staff_id, s.display_name as name, a.at from programme_approval a join staff s on s.id = a.staff_id where a.stream = @id order by a.at",
        new { id = PublishingSlice.IdOf(programme) });

    public static IReadOnlyList<VersionRow> Versions(Records records, string programme) =>
        records.All<VersionRow>("select * from programme_version where stream = @id order by version desc", new { id = PublishingSlice.IdOf(programme) });

    public static IReadOnlyList<PilotWordRow> PilotWords(Records records, string programme, int version) => records.All<PilotWordRow>(
        "select w.role, s.display_name as name, w.cap, w.at from programme_pilot_word w join staff s on s.id = w.staff_id where w.stream = @id and w.version = @version order by w.at",
        new { id = PublishingSlice.IdOf(programme), version });

    /// <summary>Open courses, the oldest version first.</summary>
    public static IReadOnlyList<OnVersionRow> People(Records records, string programme) => records.All<OnVersionRow>(
        "select c.id as course_id, c.person_id, p.given, p.family, c.programme_version as version, c.phase from course c join person p on p.id = c.person_id where c.programme_id = @programme and c.state = 'open' order by c.programme_version, p.family, p.given",
        new { programme });
}
