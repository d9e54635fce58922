using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Measures.Assigning;

/// <summary>A course asks before it begins, each week and month while it runs, and for a year after its first series.</summary>
internal sealed class CourseMeasures() : Reaction("measures-of-a-course")
{
    private const string IntakeOccasion = "intake";

    /// <summary>A condition's own measure is read as soon as most at intake. Source: clinic default.</summary>
    private const int ConditionReadWithinHours = 72;

    protected override void Define()
    {
        On<Course.Event.Opened>((e, from, desk) =>
        {
            if (AskedCourse.Of(desk.Records, from.Id) is { } course && desk.Programmes.Find(e.Programme) is { } programme)
            {
                AskAtIntake(desk, course, programme.Measures.Where(line => line.When == MeasureMoment.Intake && line.OnlyIf is null), AskingReasons.Intake);
                AskAtIntake(desk, course, MeasureOf(programme, e.Condition), AskingReasons.Intake);
            }
        });
        On<Course.Event.PhaseEntered>((e, from, desk) => EnterPhase(desk, from, e.Phase));
        On<Course.Event.Closed>((_, from, desk) => Asking.Withdraw(
            desk,
            desk.Records.All<AssignmentId>("select id from measure where course_id = @Id and state in ('open', 'begun')", new { from.Id }),
            "The course was closed."));
        On<Measure.Event.Finished>((_, from, desk) => Ended(desk, from));
        On<Measure.Event.Lapsed>((_, from, desk) => Ended(desk, from));
    }

    private static void AskAtIntake(Desk desk, AskedCourse course, IEnumerable<MeasureTime> lines, string reason)
    {
        foreach (var line in lines.DistinctBy(line => line.Instrument))
        {
            Asking.Ask(desk, course, line, IntakeOccasion, AskingTimes.Intake(desk.At), reason);
        }
    }

    private static IEnumerable<MeasureTime> MeasureOf(Programme programme, string? condition) =>
        programme.Conditions.FirstOrDefault(c => c.Id == condition) is { ConditionMeasure: { } instrument }
        && !programme.Measures.Any(line => line.When == MeasureMoment.Intake && line.Instrument == instrument)
            ? [new($"condition-{instrument}", instrument, MeasureMoment.Intake, [], 1, 0, true, null, Roles.Therapist, ConditionReadWithinHours, new Source(SourceStatus.Default, ""))]
            : [];

    /// <summary>The first series is over when a later phase begins: days and months count from its last medicine session. Monthly asking begins.</summary>
    private static void EnterPhase(Desk desk, Origin from, string phase)
    {
        if (AskedCourse.Of(desk.Records, from.Id) is not { } course
            || desk.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is not { } programme
            || programme.Phases.FirstOrDefault(p => p.Id == phase) is not { Kind: PhaseKind.Booster or PhaseKind.FollowUp } entered
            || LastMedicine(desk.Records, course.Id) is not { } last)
        {
            return;
        }

        var zone = Asking.ZoneOf(desk.Records, course.PersonId);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(last, zone).DateTime);
        foreach (var line in programme.Measures)
        {
            foreach (var at in line.When is MeasureMoment.DaysAfterInduction or MeasureMoment.MonthsAfterInduction ? line.At : [])
            {
                var then = line.When == MeasureMoment.DaysAfterInduction ? day.AddDays(at) : day.AddMonths(at);
                Asking.Ask(desk, course, line, at.ToString(CultureInfo.InvariantCulture), AskingTimes.Later(then, zone), AskingReasons.Later);
            }

            if (line.When == MeasureMoment.Monthly && entered.Kind == PhaseKind.Booster)
            {
                AskOn(desk, course, line, ClinicDay.In(desk.Records, desk.At).AddMonths(1), zone);
            }
        }
    }

    private static void Ended(Desk desk, Origin from)
    {
        if (MeasureRecords.One(desk.Records, from.Id) is not { } row
            || AskedCourse.Of(desk.Records, row.CourseId?.Value) is not { State: "open" } course
            || desk.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is not { } programme)
        {
            return;
        }

        if (row.State == "finished")
        {
            AskAtIntake(desk, course, programme.Measures.Where(line => line.When == MeasureMoment.Intake && line.OnlyIf?.Instrument == row.InstrumentId), AskingReasons.LeadsOn);
            WithdrawAnswered(desk, row, programme);
        }

        foreach (var line in programme.Measures.Where(line => line.Instrument == row.InstrumentId && line.When is MeasureMoment.Weekly or MeasureMoment.Monthly))
        {
            GoOn(desk, course, line, row);
        }
    }

    /// <summary>The next of a line that goes on by weeks or months, when the one that ended was its last.</summary>
    private static void GoOn(Desk desk, AskedCourse course, MeasureTime line, MeasureRow row)
    {
        var zone = Asking.ZoneOf(desk.Records, course.PersonId);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.OpensAt, zone).DateTime);
        if (Asking.IdOf(course.Id, line.Id, Occasion(day)) != row.Id)
        {
            return;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(desk.At, zone).DateTime);
        var next = day;
        do
        {
            next = line.When == MeasureMoment.Weekly ? next.AddDays(7) : next.AddMonths(1);
        }
        while (next <= today);
        AskOn(desk, course, line, next, zone);
    }

    /// <summary>First asking of a line that goes on by weeks or months.</summary>
    internal static void AskOn(Desk desk, AskedCourse course, MeasureTime line, DateOnly day, TimeZoneInfo zone) => Asking.Ask(
        desk,
        course,
        line,
        Occasion(day),
        line.When == MeasureMoment.Weekly ? AskingTimes.Week(day, zone) : AskingTimes.Later(day, zone),
        line.When == MeasureMoment.Weekly ? AskingReasons.Weekly : AskingReasons.Monthly);

    /// <summary>The same form waiting for a session soon to come is not asked twice within the programme's least days.</summary>
    private static void WithdrawAnswered(Desk desk, MeasureRow row, Programme programme)
    {
        var least = programme.Measures
            .Where(line => line.Instrument == row.InstrumentId && line.When == MeasureMoment.BeforeSession)
            .Select(line => line.LeastDaysSinceLast)
            .DefaultIfEmpty(0)
            .Max();
        if (least > 0)
        {
            Asking.Withdraw(
                desk,
                desk.Records.All<AssignmentId>(
                    "select id from measure where course_id = @CourseId and instrument_id = @InstrumentId and session_id is not null and state = 'open' and due_at < @until",
                    new { row.CourseId, row.InstrumentId, until = row.FinishedAt!.Value.AddDays(least) }),
                "The same form was answered just before.");
        }
    }

    private static DateTimeOffset? LastMedicine(Records records, CourseId course) => records.Value<string>(
        "select max(from_at) from session where course_id = @course and kind = 'medicine' and state in ('running', 'held')", new { course }) is { } text ? Columns.Instant(text) : null;

    private static string Occasion(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
