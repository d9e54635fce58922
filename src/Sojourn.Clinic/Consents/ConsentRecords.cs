using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Consents;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Consents;

public enum ConsentStanding
{
    Missing,
    InForce,

    /// <summary>An older version was signed; the text has changed since.</summary>
    Outdated,
    Withdrawn,
}

/// <summary>One consent text of the programme and how it stands with this patient.</summary>
/// <param name="Last">The last signature under it, of whatever version; null when there was none.</param>
/// <param name="CanBeSigned">False while the text lacks the not-a-cure statement.</param>
public sealed record ConsentSheet(ConsentDocument Document, ConsentStanding Standing, ConsentRow? Last, bool CanBeSigned);

public sealed record ConsentRow
{
    public Guid CourseId { get; init; }

    public string DocumentId { get; init; } = "";

    public int Version { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string TypedName { get; init; } = "";

    public Domain.Kernel.StaffId? TakenBy { get; init; }

    public string? WithdrawnWhy { get; init; }
}

/// <summary>Questions to the consent projection.</summary>
public static class ConsentRecords
{
    private const string Signed =
        """
        select s.* from consent s join course c on c.id = s.course_id
        where c.person_id = @person and s.document_id = @document and (s.course_id = @course or @anyCourse = 1)
        order by s.given_at desc
        """;

    /// <summary>Every text that the programme asks to be signed, in its order. A text that need not be signed anew for each course counts from an earlier one.</summary>
    public static IReadOnlyList<ConsentSheet> Of(Records records, CourseAtHand course) => [.. course.Programme.Consents.Select(document => One(records, course, document))];

    private static ConsentSheet One(Records records, CourseAtHand course, ConsentDocument document)
    {
        var parameters = new { person = course.Person, document = document.Id, course = course.Id, anyCourse = document.SignAgainPerCourse ? 0 : 1 };
        var rows = records.All<ConsentRow>(Signed, parameters);
        var last = rows.Count > 0 ? rows[0] : null;
        return new(document, Standing(last, document), last, ConsentText.SaysNotACure(document.Text));
    }

    private static ConsentStanding Standing(ConsentRow? last, ConsentDocument document) => last switch
    {
        null => ConsentStanding.Missing,
        { WithdrawnAt: not null } => ConsentStanding.Withdrawn,
        { Version: var version } when version != document.Version => ConsentStanding.Outdated,
        _ => ConsentStanding.InForce,
    };
}
