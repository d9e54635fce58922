using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using static Sojourn.Domain.Plans.Plan;

namespace Sojourn.Clinic.Plans;

/// <summary>Who is waited for has a task; the team of the plan in force is the course's team.</summary>
internal sealed class PlanReactions() : Reaction("plan-next")
{
    private const string Agree = "agree-to-plan";
    private const string Answer = "answer-suggestion";
    private const string Talk = "talk-about-agreement";

    // The clinic's own promises, not clinical figures.
    private static readonly TimeSpan ToAgree = TimeSpan.FromDays(3);
    private static readonly TimeSpan ToAnswer = TimeSpan.FromDays(2);
    private static readonly TimeSpan ToTalk = TimeSpan.FromDays(1);

    protected override void Define()
    {
        On<Event.VersionProposed>(AskForAgreement);
        On<Event.Agreed>((e, from, desk) => new CourseChores(desk, from.Id, "plan").Settle(Agree, Key(e.Version, e.Party), "Agreed."));
        On<Event.Activated>(NameTeam);
        On<Measure.Event.Finished>((_, from, desk) => Measured(from.Id, desk));
        On<Measure.Event.Declined>((_, from, desk) => Measured(from.Id, desk));
        On<Event.AgreementWithdrawn>((e, from, desk) => new CourseChores(desk, from.Id, "plan").Raise(
            Talk,
            $"{e.Version}/{from.Position}",
            $"Talk about the plan: {Parties.Words(e.Party)} took back the agreement to version {e.Version}",
            Therapist(desk, from.Id, e.Version),
            "manager",
            from.RecordedAt + ToTalk));
        On<Event.ChangeSuggested>((e, from, desk) => new CourseChores(desk, from.Id, "plan").Raise(
            Answer,
            e.Suggestion.Value.ToString(),
            "Answer the patient’s suggestion about the plan",
            Therapist(desk, from.Id, null),
            "prescriber",
            from.RecordedAt + ToAnswer));
        On<Event.SuggestionAnswered>((e, from, desk) => new CourseChores(desk, from.Id, "plan").Settle(Answer, e.Suggestion.Value.ToString(), "Answered."));
    }

    private static void AskForAgreement(Event.VersionProposed e, Origin from, Desk desk)
    {
        var chores = new CourseChores(desk, from.Id, "plan");
        foreach (var (party, staff) in new[] { (Party.Therapist, e.Team.Therapist), (Party.Prescriber, e.Team.Prescriber) })
        {
            chores.Settle(Agree, Key(e.Version - 1, party), $"Replaced by version {e.Version}.");
            if (e.AgreementOf.Contains(party))
            {
                chores.Raise(Agree, Key(e.Version, party), $"Read version {e.Version} of the plan and agree to it, or change it", CourseChores.Owner(staff, party), "manager", from.RecordedAt + ToAgree);
            }
        }
    }

    private static void Measured(Guid measure, Desk desk)
    {
        if (desk.Records.Any("select 1 from measure m join plan_version v on v.course_id = m.course_id where m.id = @measure and v.activated_at is null", new { measure })
            && MeasureRecords.One(desk.Records, measure)?.CourseId is { } course)
        {
            PlanDesk.ComeIntoForce(desk, course);
        }
    }

    private static void NameTeam(Event.Activated e, Origin from, Desk desk)
    {
        if (CourseRecords.One(desk.Records, new CourseId(from.Id)) is { IsOpen: true } && PlanRecords.Version(desk.Records, from.Id, e.Version) is { } version)
        {
            CourseDesk.NameTeam(desk, new CourseId(from.Id), new Team(version.Row.TherapistId, version.Row.PrescriberId, version.Row.NurseId));
        }
    }

    private static string Therapist(Desk desk, Guid course, int? version)
    {
        var sheet = PlanRecords.Of(desk.Records, course);
        var row = version is { } number ? sheet.Versions.FirstOrDefault(v => v.Version == number) : sheet.Latest?.Row;
        return row switch
        {
            { TherapistId: { } therapist } => CourseChores.Owner(therapist, Party.Therapist),
            { PrescriberId: { } prescriber } => CourseChores.Owner(prescriber, Party.Prescriber),
            _ => CourseChores.Owner(null, Party.Therapist),
        };
    }

    private static string Key(int version, Party party) => $"{version}/{Columns.Word(party)}";
}
