using System.Globalization;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Measures.Assigning;

/// <summary>What is asked after a medicine session, in the hours that follow, and, the first time, once a day for as many days as the programme says.</summary>
internal sealed class AfterMedicine() : Reaction("measures-after-medicine")
{
    protected override void Define()
    {
        On<MedicineSession.Event.Discharged>((e, from, desk) => Ask(desk, from.Id, e.At));
        On<MedicineSession.Event.LeftAgainstAdvice>((e, from, desk) => Ask(desk, from.Id, e.At));
    }

    private static void Ask(Desk desk, Guid id, DateTimeOffset end)
    {
        if (MedicineRow.Of(desk.Records, id) is not { } session
            || AskedCourse.Of(desk.Records, session.CourseId?.Value) is not { State: "open" } course
            || desk.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is not { } programme)
        {
            return;
        }

        var zone = Asking.ZoneOf(desk.Records, course.PersonId);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end, zone).DateTime);
        var isFirst = !desk.Records.Any(
            "select 1 from session where course_id = @Course and kind = 'medicine' and state in ('running', 'held') and id <> @Id and from_at < @FromAt",
            new { Course = course.Id, session.Id, session.FromAt });
        foreach (var line in programme.Measures)
        {
            switch (line.When)
            {
                case MeasureMoment.AfterSession:
                    Asking.Ask(desk, course, line, $"{id:D}", AskingTimes.After(end), AskingReasons.AfterSession, session.Id);
                    break;
                case MeasureMoment.HoursAfterMedicine:
                    foreach (var hours in line.At)
                    {
                        Asking.Ask(desk, course, line, $"{id:D} {hours.ToString(CultureInfo.InvariantCulture)}", AskingTimes.Hours(end, hours), AskingReasons.HoursAfter, session.Id);
                    }

                    break;
                case MeasureMoment.DailyAfterFirstMedicine when isFirst:
                    EveryDay(desk, course, line, day, zone);
                    break;
                case MeasureMoment.Weekly when isFirst:
                    CourseMeasures.AskOn(desk, course, line, day.AddDays(7), zone);
                    break;
            }
        }
    }

    private static void EveryDay(Desk desk, AskedCourse course, MeasureTime line, DateOnly session, TimeZoneInfo zone)
    {
        var days = line.At is [var most, ..] ? most : 0;
        for (var n = 1; n <= days; n++)
        {
            Asking.Ask(desk, course, line, $"day {n.ToString(CultureInfo.InvariantCulture)}", AskingTimes.OneDay(session.AddDays(n), zone), AskingReasons.DayOf(n, days));
        }
    }
}
