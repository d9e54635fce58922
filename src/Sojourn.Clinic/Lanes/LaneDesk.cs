using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Lanes;

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

    public static void End(Desk desk, CourseId course, LaneItemId item, DateOnly on, string why, string? agreed) => Do(desk, course, new PlanLanes.Command.End(item, on, why, agreed));

    public static void Strike(Desk desk, CourseId course, LaneItemId item, string why) => Do(desk, course, new PlanLanes.Command.Strike(item, why));

    private static void Do(Desk desk, CourseId course, PlanLanes.Command command)
    {
        if (CourseAtHand.At(desk, course) is not null)
        {
            desk.Do(LaneSlice.Slice, course.Value, command);
        }
    }
}
