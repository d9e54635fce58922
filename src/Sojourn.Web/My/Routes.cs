using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Measures;
using Sojourn.Web.Measures;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.My;

internal sealed class MyRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/my", Permission.OwnRecord, x => x.Page<HomePage>(Home(x)));
        routes.Get("/my/line", Permission.OwnRecord, x => x.Page<LinePage>(new LinePage.View(
        [
            .. MeasureRecords.Answered(x.Records, x.Who.Person.Value)
                .Select(x.Clinic.Instruments.Find)
                .OfType<Instrument>()
                .SelectMany(instrument => OwnLines.Of(x.Records, instrument, x.Who.Person, x.Zone)),
        ])));
    }

    private static HomePage.View Home(Exchange x)
    {
        var person = x.Who.Person;
        var course = CourseRecords.Of(x.Records, person).FirstOrDefault(one => one.IsOpen);
        var sessions = SessionRecords.OfPerson(x.Records, person.Value);
        var next = sessions.FirstOrDefault(s => s.State is "arrived" or "running") ?? sessions.FirstOrDefault(s => s.State == "booked" && s.ToAt > x.Now);
        return new(
            x.Who.Name,
            next,
            MeasureRecords.OpenFor(x.Records, person.Value, x.Now).Where(row => x.Clinic.Instruments.Find(row.InstrumentId) is { Respondent: Respondent.Patient, IsSkeleton: false }).ToList(),
            x.Clinic.Instruments,
            course is null ? [] : Steps.Of(x, course),
            MeasureRecords.Answered(x.Records, person.Value).Count > 0)
        {
            Team = course is null ? [] : MyTeam.Of(x, course.SiteId, course.TherapistId, course.PrescriberId, course.NurseId),
            WeMissedYou = course is not null && x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is { } programme && CommitmentAtRisk.Missed(x.Records, course.Id.Value, programme) is not null,
            LookBack = course is not null && CourseReview.Open(x.Records, course.Id.Value) is not null,
            MayTalk = course is not null && TalkingAboutBoosters.IsOpen(x.Records, course.Id),
            Rest = course is not null && next is not null ? RestTimes.After(x.Records, x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion), next) : null,
            SiteHours = course is null ? null : MyTeam.Hours(x, course.SiteId),
        };
    }
}
