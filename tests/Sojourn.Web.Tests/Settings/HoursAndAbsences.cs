using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Web.Tests.Settings;

/// <summary>Opening hours, closed days, working hours and absences as the pages set them, and what a booking says to them. The clinic is in Edmonton.</summary>
public sealed class HoursAndAbsences(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private string Hours => $"/settings/sites/{clinic.Site.Value}/hours";

    private string Member => $"/settings/staff/{clinic.Staff["therapist"].Value}";

    [Fact]
    public async Task Opening_hours_are_set_for_the_week_and_one_time_without_the_other_is_asked_for()
    {
        using var manager = await clinic.Client("manager");
        var half = await RunningClinic.Post(manager, Hours, Hours, new() { ["monday-from"] = "08:00", ["tuesday-from"] = "18:00", ["tuesday-to"] = "09:00" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        var page = WebUtility.HtmlDecode(await half.Content.ReadAsStringAsync());
        Assert.Contains("Give both times of Monday, or leave both empty.", page, StringComparison.Ordinal);
        Assert.Contains("On Tuesday the end is not after the beginning.", page, StringComparison.Ordinal);
        await SetHours(manager, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        Assert.Contains("Open Mon–Sun 00:00–24:00.", WebUtility.HtmlDecode(await manager.GetStringAsync("/settings/places")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-14", "01:30", "03:20", null)]
    [InlineData("2027-03-14", "02:30", "03:20", "form.fault")]
    [InlineData("2027-11-07", "00:30", "01:20", null)]
    [InlineData("2027-11-07", "01:30", "02:20", "calendar.length")]
    [InlineData("2028-02-29", "10:00", "10:50", null)]
    public async Task On_nights_when_the_clocks_change_a_visit_lasts_as_long_as_the_clocks_let_it(string date, string from, string to, string? code)
    {
        var course = await Opened();
        using var desk = await clinic.Client("front-desk");
        var answer = await RunningClinic.PostJson(desk, "/sessions/new", Visit(course, date, from, to));
        using var records = clinic.Runner.Read();
        var rows = SessionRecords.OfCourse(records, course.Value);
        if (code is not null)
        {
            Assert.Equal(code, answer.GetProperty("reasons")[0].GetProperty("code").GetString());
            Assert.Empty(rows);
            return;
        }

        Assert.Equal(TimeSpan.FromMinutes(50), rows.Single().ToAt - rows.Single().FromAt);
    }

    [Fact]
    public async Task A_room_closed_for_days_lists_what_is_booked_then_and_is_opened_after_all()
    {
        var course = await Opened();
        using var manager = await clinic.Client("manager");
        using var desk = await clinic.Client("front-desk");
        await RunningClinic.PostJson(desk, "/sessions/new", Visit(course, "2027-06-02", "10:00", "10:50"));
        var form = $"/settings/sites/{clinic.Site.Value}/closed-days";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = $"{clinic.TalkingRoom.Value}", ["from"] = "2027-06-01", ["to"] = "2027-06-07", ["why"] = "burst pipe" };
        var check = WebUtility.HtmlDecode(await (await RunningClinic.Post(manager, form, form, fields)).Content.ReadAsStringAsync());
        Assert.Contains("1 visit is booked there then.", check, StringComparison.Ordinal);
        fields["step"] = "checked";
        var closed = (await RunningClinic.Post(manager, form, form, fields)).Headers.Location!.ToString();
        Guid session;
        using (var records = clinic.Runner.Read())
        {
            session = SessionRecords.OfCourse(records, course.Value).Single().Id.Value;
        }

        Assert.Contains($"href=\"/sessions/{session}\"", await desk.GetStringAsync(closed), StringComparison.Ordinal);
        var refused = await RunningClinic.PostJson(desk, "/sessions/new", Visit(await Opened(), "2027-06-03", "10:00", "10:50"));
        Assert.Contains("is closed from 1-Jun-2027 to 7-Jun-2027: burst pipe.", refused.GetProperty("reasons")[0].GetProperty("sentence").GetString()!, StringComparison.Ordinal);
        Assert.Equal("/settings/places", (await RunningClinic.Post(manager, closed, $"{closed}/opening", [])).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(closed)).StatusCode);
    }

    [Fact]
    public async Task Working_hours_and_days_away_stand_on_the_members_page_and_why_only_managers_read()
    {
        using var manager = await clinic.Client("manager");
        var set = new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = "checked" };
        foreach (var day in new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" })
        {
            (set[$"{day}-from"], set[$"{day}-to"]) = ("00:00", "00:00");
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, $"{Member}/hours", $"{Member}/hours", set)).StatusCode);
        var away = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "illness", ["from"] = "2027-07-01", ["to"] = "2027-07-02", ["step"] = "checked" };
        await RunningClinic.Post(manager, $"{Member}/absences", $"{Member}/absences", away);
        var page = WebUtility.HtmlDecode(await manager.GetStringAsync(Member));
        Assert.Contains("Mon–Sun 00:00–24:00", page, StringComparison.Ordinal);
        Assert.Contains("Away Thu 1-Jul-2027 to Fri 2-Jul-2027, illness", page, StringComparison.Ordinal);
        using var desk = await clinic.Client("front-desk");
        Assert.DoesNotContain("illness", await desk.GetStringAsync(Member), StringComparison.Ordinal);
        var refused = await RunningClinic.PostJson(desk, "/sessions/new", Visit(await Opened(), "2027-07-01", "10:00", "10:50"));
        Assert.Contains(refused.GetProperty("reasons").EnumerateArray(), reason => reason.GetProperty("code").GetString() == "calendar.staff-away");
    }

    [Fact]
    public async Task A_refused_time_comes_with_free_ones_that_one_tap_books()
    {
        using var desk = await clinic.Client("front-desk");
        await RunningClinic.PostJson(desk, "/sessions/new", Visit(await Opened(), "2027-08-04", "10:00", "10:50"));
        var course = await Opened();
        var asked = Visit(course, "2027-08-04", "10:00", "10:50").ToDictionary(field => field.Key, field => (string)field.Value, StringComparer.Ordinal);
        var refused = await RunningClinic.Post(desk, $"/sessions/new?course={course.Value}&type=preparation", "/sessions/new", asked);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Free instead", page, StringComparison.Ordinal);
        Assert.Contains("id=\"free-3\"", page, StringComparison.Ordinal);
        Assert.Contains("Wed 4-Aug-2027, 11:00–11:50", page, StringComparison.Ordinal);
        asked["from"] = "11:00";
        asked["to"] = "11:50";
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(desk, $"/sessions/new?course={course.Value}&type=preparation", "/sessions/new", asked)).StatusCode);
    }

    [Fact]
    public async Task Of_two_browsers_that_take_the_last_place_at_the_same_instant_one_books_and_the_other_is_told_what_is_free()
    {
        var asked = new List<(HttpClient Desk, CourseId Course)> { (await clinic.Client("front-desk"), await Opened()), (await clinic.Client("manager"), await Opened()) };
        var answers = await Task.WhenAll(asked.Select(one => RunningClinic.Post(
            one.Desk,
            $"/sessions/new?course={one.Course.Value}&type=preparation",
            "/sessions/new",
            Visit(one.Course, "2027-09-01", "10:00", "10:50").ToDictionary(field => field.Key, field => (string)field.Value, StringComparer.Ordinal))));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
        Assert.Contains("id=\"free-1\"", await answers.Single(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        asked.ForEach(one => one.Desk.Dispose());
    }

    private async Task SetHours(HttpClient manager, params string[] days)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = "checked" };
        foreach (var day in days)
        {
            (fields[$"{day}-from"], fields[$"{day}-to"]) = ("00:00", "00:00");
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, Hours, Hours, fields)).StatusCode);
    }

    private Dictionary<string, object> Visit(CourseId course, string date, string from, string to) => new(StringComparer.Ordinal)
    {
        ["course"] = course.Value.ToString(),
        ["type"] = "preparation",
        ["date"] = date,
        ["from"] = from,
        ["to"] = to,
        ["room"] = clinic.TalkingRoom.Value.ToString(),
        ["staff"] = clinic.Staff["therapist"].Value.ToString(),
    };

    private async Task<CourseId> Opened()
    {
        var (person, course) = (new PersonId(Guid.CreateVersion7()), new CourseId(Guid.CreateVersion7()));
        var details = new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody));
            CourseDesk.Open(desk, course, new(person, "rise-chronic-pain", clinic.Site, "crps", "pain", new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"])));
        })).OrThrow();
        return course;
    }
}
