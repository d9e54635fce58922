using System.Globalization;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Measures.Assigning;

/// <summary>What is asked before a medicine session, from the day before it. A session that moves takes its questions with it.</summary>
internal sealed class BeforeMedicine() : Reaction("measures-before-medicine")
{
    protected override void Define()
    {
        On<Session.Event.Booked>((_, from, desk) => Ask(desk, from));
        On<Session.Event.Settled>((_, from, desk) => Ask(desk, from));
        On<Session.Event.Moved>((e, from, desk) =>
        {
            Withdraw(desk, from.Id, "The session was moved.", e.Place.From);
            Ask(desk, from);
        });
        On<Session.Event.Cancelled>((_, from, desk) => Withdraw(desk, from.Id, "The session was cancelled."));
        On<Session.Event.Missed>((_, from, desk) => Withdraw(desk, from.Id, "The session did not take place."));
    }

    private static void Ask(Desk desk, Origin origin)
    {
        if (MedicineRow.Of(desk.Records, origin.Id) is not { State: "booked", FromAt: { } from, ToAt: { } to } session
            || AskedCourse.Of(desk.Records, session.CourseId?.Value) is not { State: "open" } course
            || desk.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is not { } programme)
        {
            return;
        }

        var number = 1 + desk.Records.Value<int>(
            "select count(*) from session where course_id = @Id and kind = 'medicine' and state not in ('cancelled', 'missed', 'proposed') and from_at < @from",
            new { course.Id, from });
        var inBooster = programme.Phases.FirstOrDefault(phase => phase.Id == course.Phase)?.Kind == PhaseKind.Booster;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, Asking.ZoneOf(desk.Records, course.PersonId)).DateTime);
        foreach (var line in programme.Measures
            .Where(line => line.When == MeasureMoment.BeforeSession || (line.When == MeasureMoment.EachBooster && inBooster))
            .Where(line => number % line.EveryNth == 0)
            .Where(line => !IsAsked(desk.Records, session.Id, line))
            .DistinctBy(line => line.Instrument))
        {
            Asking.Ask(desk, course, line, string.Create(CultureInfo.InvariantCulture, $"{origin.Id:D} {origin.Position}"), AskingTimes.Before(from, to), AskingReasons.BeforeSession(day), session.Id);
        }
    }

    private static bool IsAsked(Records records, SessionId session, MeasureTime line) =>
        records.Any("select 1 from measure where session_id = @session and instrument_id = @Instrument and state in ('open', 'begun')", new { session, line.Instrument });

    /// <param name="newBeginning">Where a moved session begins now; what was asked for that time stays.</param>
    private static void Withdraw(Desk desk, Guid session, string why, DateTimeOffset? newBeginning = null) => Asking.Withdraw(
        desk,
        desk.Records.All<AssignmentId>(
            "select id from measure where session_id = @session and state in ('open', 'begun') and (@newBeginning is null or due_at <> @newBeginning)",
            new { session, newBeginning }),
        why);
}
