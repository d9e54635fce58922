using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Tests.Calendar;

/// <summary>Booking from a person's page: what for, then when, where and with whom; the programme knows how long.</summary>
public sealed class BookingAVisit(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_person_given_is_not_asked_for_again_and_what_for_comes_first()
    {
        var (person, course) = await Opened();
        using var desk = await clinic.Client("front-desk");
        var html = WebUtility.HtmlDecode(await desk.GetStringAsync($"/sessions/new?person={person.Value}"));
        Assert.DoesNotContain("Whose course", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{course.Value}\"", html, StringComparison.Ordinal);
        Assert.Contains("<b>Full day with ketamine</b> <span class=\"hint\">7 h</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_an_open_course_is_led_to_opening_one()
    {
        var person = await Registered();
        using var desk = await clinic.Client("front-desk");
        Assert.Contains($"/people/{person.Value}/courses/new", await desk.GetStringAsync($"/sessions/new?person={person.Value}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_knows_the_end_the_team_and_what_is_missing_before_it_is_filled()
    {
        var (_, course) = await Opened();
        using var desk = await clinic.Client("front-desk");
        var html = WebUtility.HtmlDecode(await desk.GetStringAsync($"/sessions/new?course={course.Value}&kind=medicine&date=2026-12-04"));
        Assert.Contains("Missing before this can be booked", html, StringComparison.Ordinal);
        Assert.Contains("Fri 4-Dec-2026", html, StringComparison.Ordinal);
        Assert.Contains("value=\"17:00\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{clinic.Staff["therapist"].Value}\" checked", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{clinic.Staff["nurse"].Value}\" checked", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("Room 2", StringComparison.Ordinal) < html.IndexOf("Room 4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R_50_R_51_A_full_day_says_what_it_costs_in_a_group_and_one_to_one_and_that_it_is_about_so_much()
    {
        var (_, course) = await Opened();
        using var desk = await clinic.Client("front-desk");
        var day = WebUtility.HtmlDecode(await desk.GetStringAsync($"/sessions/new?course={course.Value}&kind=medicine"));
        Assert.Contains("<span>In a group</span><span class=\"hint\">About 250 (currency not stated). 3 to 6 people, a chair in the room</span>", day, StringComparison.Ordinal);
        Assert.Contains("<span>One to one</span><span class=\"hint\">About 360 (currency not stated). The room, and who is in it, for them alone</span>", day, StringComparison.Ordinal);
        // No amount is guessed where the clinic has not said one.
        Assert.DoesNotContain("id=\"prices\"", await desk.GetStringAsync($"/sessions/new?course={course.Value}&kind=assessment"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_day_is_not_booked_before_somebody_says_group_or_one_to_one()
    {
        var (_, course) = await Opened();
        using var desk = await clinic.Client("front-desk");
        var answer = await RunningClinic.PostJson(desk, "/sessions/new", new
        {
            course = course.Value,
            type = "medicine-day",
            date = clinic.Runner.Now.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            from = "09:00",
            room = clinic.MedicineRoom.Value,
        });
        Assert.Contains("Choose one to one or in a group.", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_end_it_lasts_as_long_as_the_programme_says_and_integration_follows_the_medicine_before_it()
    {
        var (person, course) = await Opened();
        var medicine = Guid.CreateVersion7();
        var at = clinic.Runner.Now.AddDays(-2);
        await Do(desk => desk.Do(SessionSlice.Slice, medicine, new Session.Command.Book(
            new Visit(SessionKind.Medicine, "medicine-day", person, null, course, 1, null), new Place(clinic.Site, clinic.MedicineRoom, at, at.AddHours(7), []), BookingFacts.Clear, null)));
        using var desk = await clinic.Client("front-desk");
        var page = $"/sessions/new?course={course.Value}&type=integration";
        var booked = await RunningClinic.Post(desk, page, "/sessions/new", new()
        {
            ["course"] = $"{course.Value}",
            ["type"] = "integration",
            ["date"] = clinic.Runner.Now.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["from"] = "11:00",
            ["room"] = $"{clinic.TalkingRoom.Value}",
            ["staff"] = $"{clinic.Staff["therapist"].Value}",
        });
        Assert.Equal(HttpStatusCode.SeeOther, booked.StatusCode);
        using var records = clinic.Runner.Read();
        var row = SessionRecords.One(records, Guid.Parse(booked.Headers.Location!.ToString().Split('/')[^1]))!;
        Assert.Equal((medicine, TimeSpan.FromMinutes(50)), (row.FollowsId!.Value.Value, row.ToAt!.Value - row.FromAt!.Value));
    }

    [Theory]
    [InlineData("14:00", false)]
    [InlineData("17:00", false)]
    [InlineData("17:30", true)]
    public async Task A_full_day_may_be_as_long_as_its_programme_says(string to, bool isRefused)
    {
        var (_, course) = await Opened();
        using var desk = await clinic.Client("front-desk");
        var answer = await RunningClinic.PostJson(desk, "/sessions/new", new
        {
            course = course.Value,
            type = "medicine-day",
            format = "individual",
            date = clinic.Runner.Now.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            from = "09:00",
            to,
            room = clinic.MedicineRoom.Value,
        });
        Assert.Equal(isRefused, answer.GetProperty("reasons").EnumerateArray().Any(reason => reason.GetProperty("code").GetString() == "calendar.length"));
    }

    [Fact]
    public async Task Nobody_is_checked_in_for_medicine_before_a_ride_is_named_and_driving_renounced()
    {
        var (person, course) = await Opened();
        var medicine = Guid.CreateVersion7();
        var at = clinic.Runner.Now.AddMinutes(20);
        await Do(desk => desk.Do(SessionSlice.Slice, medicine, new Session.Command.Book(
            new Visit(SessionKind.Medicine, "medicine-day", person, null, course, 1, null), new Place(clinic.Site, clinic.MedicineRoom, at, at.AddHours(7), []), BookingFacts.Clear, null)));
        using var desk = await clinic.Client("front-desk");
        var page = $"/sessions/{medicine}";
        var refused = await RunningClinic.Post(desk, page, $"{page}/arrival", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Nobody is named to take this person home", html, StringComparison.Ordinal);
        Assert.Contains("Not driving after the session is not agreed yet", html, StringComparison.Ordinal);
        Assert.Contains("No ride named", await desk.GetStringAsync(page), StringComparison.Ordinal);

        await RunningClinic.Post(desk, page, $"{page}/escort", new() { ["escort-name"] = "Jo Ruiz", ["escort-phone"] = "555-0142", ["escort-relation"] = "Sister", ["escort-adult"] = "yes" });
        await RunningClinic.Post(desk, page, $"{page}/no-driving", []);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(desk, page, $"{page}/arrival", [])).StatusCode);
    }

    private async Task<PersonId> Registered()
    {
        var person = new PersonId(Guid.CreateVersion7());
        var details = new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        await Do(desk => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody)));
        return person;
    }

    private async Task<(PersonId Person, CourseId Course)> Opened()
    {
        var person = await Registered();
        var course = new CourseId(Guid.CreateVersion7());
        await Do(desk => CourseDesk.Open(desk, course, new(person, "rise-chronic-pain", clinic.Site, "crps", "chronic regional pain", new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"]))));
        return (person, course);
    }

    private async Task Do(Action<Desk> work) => (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), work)).OrThrow();
}
