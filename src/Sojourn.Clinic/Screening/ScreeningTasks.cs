using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Screening;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Screening;

/// <summary>What an assessment leaves for somebody to do, with an owner and a clock. Times are the clinic's promises; source: clinic default.</summary>
internal sealed class ScreeningTasks() : Reaction("screening-tasks")
{
    private const string AssessKind = "assess";
    private const string RecheckKind = "screening-recheck";
    private const string FindingKind = "screening-new-finding";

    private static readonly TimeSpan Assess = TimeSpan.FromDays(3);
    private static readonly TimeSpan NewFinding = TimeSpan.FromDays(1);
    private static readonly TimeOnly Morning = new(9, 0);

    private sealed record IdRow
    {
        public Guid Id { get; init; }
    }

    protected override void Define()
    {
        On<Assessment.Event.ReadinessFinished>((_, from, desk) =>
            Raise(desk, from, AssessKind, "Assess {0}: the readiness form is finished", course => Owner(course.PrescriberId, "prescriber"), "role/nurse", from.RecordedAt + Assess));
        On<Assessment.Event.FindingRecorded>((e, from, desk) =>
        {
            var course = new CourseId(from.Id);
            if (ScreeningRecords.One(desk.Records, course).Treats
                && ScreeningRecords.Findings(desk.Records, course).Any(finding => finding is { Weighed: false, Verdict: not "allow" } && finding.RuleId == e.Finding.Rule)
                && !Open(desk, course, FindingKind).Any())
            {
                Raise(desk, from, FindingKind, "Look at what was found about {0} since the decision", row => Owner(row.PrescriberId, "prescriber"), "role/manager", from.RecordedAt + NewFinding);
            }
        });
        On<Assessment.Event.EligibilityDecided>(Decided);
    }

    private static void Decided(Assessment.Event.EligibilityDecided e, Origin from, Desk desk)
    {
        foreach (var task in Open(desk, new CourseId(from.Id), AssessKind, RecheckKind, FindingKind))
        {
            desk.Do(TaskSlice.Slice, task, new Chore.Command.Settle("Decided."));
        }

        if (e.RecheckOn is { } day)
        {
            var zone = ClinicDay.Zone(desk.Records);
            var local = day.ToDateTime(Morning);
            Raise(desk, from, RecheckKind, "Look again at the assessment of {0}", course => Owner(course.PrescriberId, "prescriber"), "role/manager", new DateTimeOffset(local, zone.GetUtcOffset(local)));
        }
    }

    private static void Raise(Desk desk, Origin from, string kind, string words, Func<CourseRow, string> owner, string deputy, DateTimeOffset due)
    {
        if (CourseRecords.One(desk.Records, new CourseId(from.Id)) is { IsOpen: true } course)
        {
            var name = desk.Records.Value<string>("select coalesce(preferred, given) || ' ' || family from person where id = @PersonId", new { course.PersonId }) ?? "them";
            desk.Do(TaskSlice.Slice, TaskSlice.Id($"{kind}-{from.Position}", from.Id), new Chore.Command.Raise(
                kind,
                words.Replace("{0}", name, StringComparison.Ordinal),
                course.PersonId,
                course.Id,
                null,
                owner(course),
                deputy,
                due.ToUniversalTime(),
                $"courses/{course.Id.Value:D}/screening"));
        }
    }

    private static IEnumerable<Guid> Open(Desk desk, CourseId course, params string[] kinds) =>
        kinds.SelectMany(kind => desk.Records.All<IdRow>("select id from task where course_id = @course and kind = @kind and state in ('open', 'taken')", new { course, kind })).Select(row => row.Id);

    private static string Owner(StaffId? named, string role) => named is { } staff ? $"staff/{staff.Value:D}" : $"role/{role}";
}
