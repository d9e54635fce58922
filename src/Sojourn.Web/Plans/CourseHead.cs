using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Web.Design;
using Sojourn.Web.People;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

/// <summary>What stands above every staff page of a course: whose it is, and where in it we are.</summary>
public sealed record CourseHead(Guid Course, Guid Person, BannerPerson Banner, string Sub)
{
    /// <exception cref="InvalidOperationException">The course is of nobody on the register, which no command can make.</exception>
    internal static CourseHead Of(Exchange x, CourseAtHand course)
    {
        var person = PeopleRecords.One(x.Records, course.Person.Value) ?? throw new InvalidOperationException($"Course {course.Id.Value} is of nobody on the register.");
        var banner = PersonWords.Banner(x.Records, person, ClinicDay.In(x.Records, x.Now), $"/people/{course.Person.Value}");
        return new(
            course.Id.Value,
            course.Person.Value,
            course.UnderMedicine ? banner with { Alerts = [new(Mark.Now, "Under medicine"), .. banner.Alerts] } : banner,
            course.Programme.Title + (course.IsOpen ? "" : ". Closed"));
    }
}
