using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Courses;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Tests.Plans;

/// <summary>A clinic in which Ana Ruiz has an open course of the standard depression programme, which suits her.</summary>
public sealed class PlannedCourse : IAsyncDisposable
{
    public const string Programme = "solo-depression-standard";

    private PlannedCourse(ClinicAtWork clinic, PersonId person, CourseId course) => (Clinic, Person, Course) = (clinic, person, course);

    public ClinicAtWork Clinic { get; }

    public PersonId Person { get; }

    public CourseId Course { get; }

    public Actor Patient => Actor.Person(Person);

    public Actor Therapist => Actor.Staff(Clinic.Therapist);

    public Actor Prescriber => Actor.Staff(Clinic.Prescriber);

    public Actor Nurse => Actor.Staff(Clinic.Nurse);

    public PlanTemplate Template => PlanTemplate.Of(Clinic.Runner.Programmes.Find(Programme)!);

    public PlanTerms Terms => Template.Start() with { Aim = DoseBandName.Psycholytic, Route = DoseRoute.Sublingual, Team = new(Clinic.Therapist, Clinic.Prescriber, Clinic.Nurse) };

    public CourseAtHand AtHand => Clinic.Read(records => CourseAtHand.Find(records, Clinic.Runner.Programmes, Course.Value)!);

    public PlanSheet Plan => Clinic.Read(records => PlanRecords.Of(records, Course.Value));

    /// <param name="isMeasured">What the programme asks before the course is answered.</param>
    internal static async Task<PlannedCourse> Open(bool isMeasured = true)
    {
        var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = await clinic.OpenCourse(person, Programme, condition: "depression", words: "low for years");
        var planned = new PlannedCourse(clinic, person, course);
        var found = (Assessment.Event.EligibilityDecided)Example.Of(typeof(Assessment.Event.EligibilityDecided));
        await planned.Record($"screening/{course.Value:D}", found with { Decision = EligibilityDecision.Suitable });
        if (isMeasured)
        {
            await planned.Measure();
        }

        return planned;
    }

    /// <summary>Every questionnaire of the programme's intake, answered with nothing to worry about.</summary>
    internal async Task Measure()
    {
        var now = Clinic.Now;
        foreach (var instrument in Clinic.Runner.Programmes.Find(Programme)!.Measures.Where(time => time.When == MeasureMoment.Intake).Select(time => time.Instrument).Distinct())
        {
            await Record(
                $"measure/{Guid.CreateVersion7():D}",
                new Domain.Measures.Measure.Event.Assigned(Person, Course, instrument, 1, "", "Before we begin", null, now, now, now.AddDays(7), Owner.Named(Clinic.Nurse), 24),
                new Domain.Measures.Measure.Event.Finished(0, null, null, false, [], [], [], null, now, now.AddDays(1)));
        }
    }

    /// <summary>A goal is set and the programme's own plan proposed.</summary>
    internal async Task Propose(PlanTerms? terms = null, params (string Id, string Why)[] reasons)
    {
        await Clinic.Do(desk => PlanDesk.SetGoal(desk, Course, new GoalId(Course.Value), "Sleep through the night"), Patient);
        await Clinic.Do(desk => PlanDesk.Propose(desk, Course, terms ?? Terms, reasons.ToDictionary(r => r.Id, r => r.Why, StringComparer.Ordinal), null), Therapist);
    }

    internal async Task AgreeAll(int version = 1)
    {
        await Clinic.Do(desk => PlanDesk.Agree(desk, Course, version, Party.Patient, "Ana Ruiz"), Patient);
        await Clinic.Do(desk => PlanDesk.Agree(desk, Course, version, Party.Therapist), Therapist);
        await Clinic.Do(desk => PlanDesk.Agree(desk, Course, version, Party.Prescriber), Prescriber);
    }

    /// <summary>A medicine session as far as the first dose: what other slices would record, as events.</summary>
    internal async Task<SessionId> Dose(DateTimeOffset at)
    {
        var session = await BookMedicine(at);
        var given = (MedicineSession.Event.DoseGiven)Example.Of(typeof(MedicineSession.Event.DoseGiven));
        await Record($"medicine/{session.Value:D}", new MedicineSession.Event.PresenceBegun(Clinic.Nurse, at), given with { Id = new(session.Value), Person = Person, Course = Course, GivenAt = at });
        return session;
    }

    internal Task GoHome(SessionId session, DateTimeOffset at, DateTimeOffset? notDrivingUntil = null) =>
        Record($"medicine/{session.Value:D}", new MedicineSession.Event.Discharged(at, Clinic.Nurse, "Marta Ruiz", null, notDrivingUntil, [], 1));

    internal Task Leave(SessionId session, DateTimeOffset at) =>
        Record($"medicine/{session.Value:D}", new MedicineSession.Event.LeftAgainstAdvice(at, Clinic.Nurse, "She would not stay.", []));

    /// <summary>Booked already, however it came to be.</summary>
    internal async Task<SessionId> BookMedicine(DateTimeOffset from)
    {
        var session = new SessionId(Guid.CreateVersion7());
        var visit = new Visit(SessionKind.Medicine, "medicine-session", Person, null, Course, 1, null);
        await Record($"session/{session.Value:D}", new Session.Event.Booked(visit, new Place(Clinic.Site, null, from, from.AddHours(2.5), [Clinic.Therapist]), null));
        return session;
    }

    public ValueTask DisposeAsync() => Clinic.DisposeAsync();

    private Task Record(string stream, params object[] events) => Clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
    {
        journal.Append(stream, journal.VersionOf(stream), [.. events.Select(EventRegistry.Shipped.Write)]);
        return true;
    });
}
