using System.Text.Json;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Matching;
using Sojourn.Domain.Staff;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Matching;

public sealed record MatchingRow
{
    public string Answers { get; init; } = "";

    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Who was chosen and has not answered; null for nobody.</summary>
    public StaffId? AskedId { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public MatchAnswers Said => JsonSerializer.Deserialize<MatchAnswers>(Answers, Json.Options)!;
}

public sealed record MatchingStepRow
{
    public DateTimeOffset At { get; init; }

    /// <summary>chosen, confirmed or declined.</summary>
    public string What { get; init; } = "";

    public StaffId TherapistId { get; init; }

    public int? Points { get; init; }

    /// <summary>The reasons that were shown, a line each, or why not.</summary>
    public string? Words { get; init; }

    public string Name { get; init; } = "";
}

/// <summary>Questions about who looks for a therapist, and who can be offered.</summary>
public static class MatchingRecords
{
    /// <summary>Days ahead in which a first free hour is looked for. Source: clinic default.</summary>
    public const int DaysAhead = 28;

    private static readonly TimeSpan Hour = TimeSpan.FromMinutes(60);

    /// <summary>Null while the questions are not answered.</summary>
    public static MatchingRow? One(Records records, Guid course) => records.One<MatchingRow>("select * from matching where course_id = @course", new { course });

    /// <summary>In their order.</summary>
    public static IReadOnlyList<MatchingStepRow> Steps(Records records, Guid course) => records.All<MatchingStepRow>(
        "select matching_step.*, staff.display_name as name from matching_step join staff on staff.id = therapist_id where course_id = @course order by position", new { course });

    /// <summary>Languages that a therapist of the clinic speaks, by name.</summary>
    public static IReadOnlyList<string> Languages(Records records) => records.All<string>(
        "select distinct word from staff_profile join staff on staff.id = staff_id where about = 'language' and active = 1 and roles like '% therapist %' order by word");

    /// <summary>Who is offered now; whoever has declined this course is not offered again.</summary>
    public static IReadOnlyList<Offer> Offers(Records records, ProgrammeLibrary programmes, CourseAtHand course, MatchAnswers answers, DateTimeOffset now)
    {
        var today = Clinics.ClinicDay.In(records, now);
        var no = Steps(records, course.Id.Value).Where(step => step.What == "declined").Select(step => step.TherapistId).ToHashSet();
        var openings = Openings.Between(records, programmes, today, today.AddDays(DaysAhead));
        var candidates = openings.Staff.Where(one => one.Roles.Contains("therapist") && !no.Contains(one.Id)).Select(one => Of(records, one, course.Site, now));
        return Ranking.Of(answers, candidates, today);
    }

    public static bool IsTrained(Records records, StaffId therapist, DateOnly today) =>
        Kap(records, therapist) is { } kap && kap.IssuedOn <= today && kap.ExpiresOn >= today;

    private static CredentialRow? Kap(Records records, StaffId therapist) =>
        StaffRecords.Credentials(records, therapist.Value).Where(row => row.Kind.Equals(StaffMember.KapTraining, StringComparison.OrdinalIgnoreCase)).MaxBy(row => row.ExpiresOn);

    private static Candidate Of(Records records, StaffOpenings one, SiteId site, DateTimeOffset now)
    {
        var kap = Kap(records, one.Id);
        var free = one.Sites.Where(at => at.Site == site).DefaultIfEmpty(one.Sites.Count > 0 ? one.Sites[0] : null).OfType<SiteTimes>()
            .SelectMany(at => at.Free.All).Select(span => span.From > now ? span : span with { From = NextQuarter(now) }).Where(span => span.To - span.From >= Hour).Select(span => (DateTimeOffset?)span.From).Min();
        return new(one.Id, one.Name, StaffRecords.Profile(records, one.Id.Value), kap?.IssuedOn, kap?.ExpiresOn, one.Sites.Any(at => at.Site == site), free);
    }

    private static DateTimeOffset NextQuarter(DateTimeOffset now) => new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.FromMinutes(15).Ticks), now.Offset).AddMinutes(15);
}
