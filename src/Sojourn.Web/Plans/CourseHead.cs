using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Web.Design;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

/// <summary>What stands above every staff page of a course: whose it is, and where in it we are.</summary>
public sealed record CourseHead(Guid Course, Guid Person, BannerPerson Banner, string Sub)
{
    internal static CourseHead Of(Exchange x, CourseAtHand course)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(x.Records.Value<string>("select time_zone from clinic") ?? "UTC");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(x.Now, zone).DateTime);
        var person = x.Records.One<PersonRow>("select family, given, born_on, sex, number from person where id = @id", new { id = course.Person }) ?? new PersonRow();
        var allergies = x.Records.All<string>("select substance from person_allergy where person_id = @id order by substance", new { id = course.Person });
        BannerAlert[] alerts = course.UnderMedicine ? [new(Mark.Now, "Under medicine")] : [];
        return new(
            course.Id.Value,
            course.Person.Value,
            new(person.Family, person.Given, person.BornOn, today, person.Sex, person.Number, allergies.Count == 0 ? null : allergies, alerts, $"/people/{course.Person.Value}"),
            course.Programme.Title + (course.IsOpen ? "" : ". Closed"));
    }

    private sealed record PersonRow
    {
        public string Family { get; init; } = "";

        public string Given { get; init; } = "";

        public DateOnly? BornOn { get; init; }

        public string? Sex { get; init; }

        public string? Number { get; init; }
    }
}
