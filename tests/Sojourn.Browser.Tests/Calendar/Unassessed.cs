using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Simulation.Demo;
using Sojourn.Web.Tests;

namespace Sojourn.Browser.Tests.Calendar;

/// <summary>Ana Ruiz, whose course is open and who has been assessed by nobody; and what clears the rest once the prescriber has decided.</summary>
internal sealed class Unassessed
{
    private readonly RunningClinic clinic;

    private Unassessed(RunningClinic clinic) => this.clinic = clinic;

    internal PersonId Person { get; } = new(Guid.CreateVersion7());

    internal CourseId Course { get; } = new(Guid.CreateVersion7());

    internal Programme Programme => clinic.Runner.Programmes.Find("rise-chronic-pain")!;

    internal static async Task<Unassessed> In(RunningClinic clinic)
    {
        var ana = new Unassessed(clinic);
        var details = new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        await ana.Do(Actor.Sojourn, desk =>
        {
            desk.Do(PersonSlice.Slice, ana.Person.Value, new Person.Command.Register(desk.At, details, Domain.People.Person.Likeness.Nobody));
            CourseDesk.Open(desk, ana.Course, new(ana.Person, ana.Programme.Id, clinic.Site, "crps", "chronic regional pain", Team.Nobody));
        });
        await clinic.Settle();
        return ana;
    }

    /// <summary>What the calendar will say is missing, without what depends on the chosen day.</summary>
    internal IReadOnlyList<Refusal> Missing(DateTimeOffset at)
    {
        using var records = clinic.Runner.Read();
        return Standing.BeforeBooking(records, clinic.Runner.Programmes, Course, at, clinic.Runner.Instruments);
    }

    internal Task AnswerAssessment() => Do(Actor.Staff(clinic.Staff["nurse"]), desk => ScreeningDesk.RecordFacts(desk, Course, HealthyAnswers.To(Programme)));

    internal async Task ClearTheRest(DateTimeOffset medicine)
    {
        var (therapist, prescriber, nurse) = (clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"]);
        await Do(Actor.Staff(clinic.Staff["front-desk"]), desk => CourseDesk.NameTeam(desk, Course, new Team(therapist, prescriber, nurse)));
        foreach (var (id, instrument) in Open())
        {
            foreach (var item in clinic.Runner.Instruments.Find(instrument)!.Items.TakeWhile(_ => Open().Any(row => row.Id == id)))
            {
                await Do(Actor.Staff(nurse), desk => AnsweringAMeasure.Answer(desk, new AssignmentId(id), item.Id, item.Least));
            }
        }

        var terms = PlanTemplate.Of(Programme).Start() with { Aim = DoseBandName.Psycholytic, Route = Programme.Dosing[0].Route, Team = new(therapist, prescriber, nurse) };
        await Do(Actor.Person(Person), desk => PlanDesk.SetGoal(desk, Course, new GoalId(Guid.CreateVersion7()), "Walk the dog"));
        await Do(Actor.Staff(therapist), desk => PlanDesk.Propose(desk, Course, terms, new Dictionary<string, string>(StringComparer.Ordinal), null));
        await Do(Actor.Person(Person), desk => PlanDesk.Agree(desk, Course, 1, Party.Patient, "Ana Ruiz"));
        await Do(Actor.Staff(therapist), desk => PlanDesk.Agree(desk, Course, 1, Party.Therapist));
        await Do(Actor.Staff(prescriber), desk => PlanDesk.Agree(desk, Course, 1, Party.Prescriber));
        await BookPreparation(medicine.AddDays(-2), therapist);
    }

    private async Task BookPreparation(DateTimeOffset from, StaffId therapist)
    {
        var type = Programme.SessionsOf(SessionKind.Preparation).First();
        var visit = new Visit(type.Kind, type.Id, Person, null, Course, 1, null);
        var place = new Place(clinic.Site, clinic.TalkingRoom, from, from.AddMinutes(type.Minutes.Usual), [therapist]);
        var id = Guid.CreateVersion7();
        await Do(Actor.Staff(clinic.Staff["front-desk"]), desk => desk.Do(SessionSlice.Slice, id, new Session.Command.Book(visit, place, Booking.Facts(desk, id, visit, place), null)));
    }

    private IReadOnlyList<(Guid Id, string Instrument)> Open()
    {
        using var records = clinic.Runner.Read();
        return [.. records.All<MeasureRow>("select id, instrument_id from measure where course_id = @Course and state in ('open', 'begun')", new { Course }).Select(row => (row.Id, row.InstrumentId))];
    }

    private async Task Do(Actor actor, Action<Desk> work) => (await clinic.Runner.Run(clinic.Runner.SenderFor(actor), work)).OrThrow();

    private sealed record MeasureRow
    {
        public Guid Id { get; init; }

        public string InstrumentId { get; init; } = "";
    }
}
