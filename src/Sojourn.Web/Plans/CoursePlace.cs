using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

/// <summary>Finds the course that a page is about: by the id in the route for staff, the newest open one for the patient.</summary>
internal static class CoursePlace
{
    internal static IResult ForStaff(Exchange x, Func<CourseAtHand, IResult> show) =>
        CourseAtHand.Find(x.Records, x.Clinic.Programmes, x.Id()) is { } course ? show(course) : x.Missing("There is no such course, or its programme is no longer here.");

    internal static IResult ForPatient(Exchange x, Func<CourseAtHand, IResult> show) => Mine(x) is { } course ? show(course) : x.Page<NoCoursePage>(x.Who.Name);

    internal static Task<IResult> ForStaff(Exchange x, Func<CourseAtHand, Task<IResult>> work) =>
        CourseAtHand.Find(x.Records, x.Clinic.Programmes, x.Id()) is { } course ? work(course) : Task.FromResult(x.Missing("There is no such course, or its programme is no longer here."));

    internal static Task<IResult> ForPatient(Exchange x, Func<CourseAtHand, Task<IResult>> work) =>
        Mine(x) is { } course ? work(course) : Task.FromResult(x.Page<NoCoursePage>(x.Who.Name));

    private static CourseAtHand? Mine(Exchange x) =>
        CourseAtHand.NewestOf(x.Records, x.Who.Person) is { } id ? CourseAtHand.Find(x.Records, x.Clinic.Programmes, id) : null;
}
