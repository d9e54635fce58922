using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Lanes;
using Sojourn.Domain.People;

namespace Sojourn.Clinic.Lanes;

/// <summary>The five lanes of a course, with the facts that each step needs.</summary>
public static class LaneDesk
{
    public static void Put(Desk desk, CourseId course, LaneItemId item, Lane lane, string words, DateOnly from, DateOnly? to, string? where, IReadOnlyList<DayOfWeek>? duty = null) =>
        Do(desk, course, new PlanLanes.Command.Put(item, lane, words, from, to, where, duty));

    public static void LogVisit(Desk desk, CourseId course, LaneItemId item, Lane lane, string words, DateOnly on, string? where) =>
        Do(desk, course, new PlanLanes.Command.LogVisit(item, lane, words, on, where, ClinicDay.In(desk.Records, desk.At)));

    public static void ChooseNone(Desk desk, CourseId course, Lane lane) =>
        Do(desk, course, new PlanLanes.Command.ChooseNone(lane, LaneRecords.Sessions(desk.Records, course.Value).Any(session => session.Lane == lane)));

    /// <param name="listed">The entry of the person's list of medicines that is over with it; null for none.</param>
    public static void End(Desk desk, CourseId course, LaneItemId item, DateOnly on, string why, string? agreed, Guid? listed = null)
    {
        if (CourseAtHand.At(desk, course) is not { } at)
        {
            return;
        }

        desk.Do(LaneSlice.Slice, course.Value, new PlanLanes.Command.End(item, on, why, agreed));
        if (listed is { } entry)
        {
            if (PeopleRecords.Medicines(desk.Records, at.Person.Value).FirstOrDefault(medicine => medicine.Id == entry && medicine.Status == "current") is { } row)
            {
                desk.Do(PersonSlice.Slice, at.Person.Value, new Person.Command.Amend(desk.At, new FactId(entry), Over(row, on), $"Ended in the plan: {why}"));
            }
            else
            {
                desk.Refuse([new("lanes.not-listed", "This medicine is not current in the person's list any more. Choose again.", Field: "listed")]);
            }
        }
    }

    /// <summary>Which medicine session a talk goes with; null for none.</summary>
    public static void LinkTalk(Desk desk, CourseId course, SessionId talk, SessionId? medicine)
    {
        var sessions = LaneRecords.Sessions(desk.Records, course.Value);
        bool Is(SessionId id, Lane lane) => sessions.Any(session => session.Lane == lane && session.Session.Id == id);
        Do(desk, course, new PlanLanes.Command.LinkTalk(talk, medicine, Is(talk, Lane.Psychological) && (medicine is not { } other || Is(other, Lane.Medicine))));
    }

    private static Medicine Over(MedicineRow row, DateOnly on) => new(
        row.Name,
        row is { CodeSystem: { } system, Code: { } code } ? new Coding(system, code) : null,
        row.Dose,
        PartialDate.Read(row.Since),
        PartialDate.Of(on),
        row.Length,
        MedicineStatus.Past,
        Columns.Choice<TrialAdequacy>(row.Trial),
        Columns.Choice<TreatmentEffect>(row.Effect));

    public static void Strike(Desk desk, CourseId course, LaneItemId item, string why) => Do(desk, course, new PlanLanes.Command.Strike(item, why));

    private static void Do(Desk desk, CourseId course, PlanLanes.Command command)
    {
        if (CourseAtHand.At(desk, course) is not null)
        {
            desk.Do(LaneSlice.Slice, course.Value, command);
        }
    }
}
