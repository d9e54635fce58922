using System.Net;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Web.Tests.Calendar;

/// <summary>The page that proposes a whole series: times at once, what is missing beside them, and a way to say what suits.</summary>
public sealed class TimesForASeries(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task While_something_is_missing_times_are_shown_and_cannot_be_booked()
    {
        var course = await Opened();
        using var desk = await clinic.Client("front-desk");
        var html = WebUtility.HtmlDecode(await desk.GetStringAsync($"/courses/{course.Value}/series"));
        Assert.Contains("Missing before this can be booked", html, StringComparison.Ordinal);
        Assert.Contains("They can be booked once nothing is missing.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Book all", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_day_that_suits_the_form_says_so_and_keeps_what_was_typed()
    {
        var course = await Opened();
        using var desk = await clinic.Client("front-desk");
        var answer = await desk.GetAsync(new Uri($"/courses/{course.Value}/series?from=2026-12-01&not-before=14%3A00", UriKind.Relative));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose at least one day of the week.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"14:00\"", html, StringComparison.Ordinal);
    }

    private async Task<CourseId> Opened()
    {
        var (person, course) = (new PersonId(Guid.CreateVersion7()), new CourseId(Guid.CreateVersion7()));
        var details = new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(desk.At, details, Person.Likeness.Nobody));
            CourseDesk.Open(desk, course, new CourseDesk.Beginning(person, "rise-chronic-pain", clinic.Site, null, "Back pain.", new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"])));
        })).OrThrow();
        return course;
    }
}
