using System.Globalization;
using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using Sojourn.Web.Tests.Plans;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Web.Tests.Sites;

/// <summary>R-55: one clinic, two sites: each shows its own rooms and day, and a patient moves with their plan in one step.</summary>
public sealed class WorkingAtSeveralSites(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private readonly SiteId elm = new(Guid.CreateVersion7());

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chosen_site_shows_its_own_rooms_and_day_only_and_whoever_works_at_several_is_asked()
    {
        await OpenElm("Elm one");
        using var nurse = await clinic.Client("nurse");
        foreach (var place in new[] { "/today", "/calendar" })
        {
            var page = await nurse.GetStringAsync(place, Now);
            Assert.Contains("Room 2", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Elm one", page, StringComparison.Ordinal);
        }

        Assert.Contains("Harbour", await nurse.GetStringAsync("/site", Now), StringComparison.Ordinal);
        Assert.Equal("/today", (await RunningClinic.Post(nurse, "/site", "/site", new() { ["site"] = $"{elm.Value}" })).Headers.Location?.ToString());
        foreach (var place in new[] { "/today", "/calendar" })
        {
            var page = await nurse.GetStringAsync(place, Now);
            Assert.Contains("Elm one", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Room 2", page, StringComparison.Ordinal);
        }

        await RunningClinic.Post(nurse, "/site", "/site", new() { ["site"] = "all" });
        var all = await nurse.GetStringAsync("/today", Now);
        Assert.Contains("Elm one", all, StringComparison.Ordinal);
        Assert.Contains("Room 2", all, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunningClinic.Post(nurse, "/site", "/site", new() { ["site"] = $"{Guid.CreateVersion7()}" })).StatusCode);

        using var therapist = await clinic.Client("therapist");
        Assert.Equal("/today", (await therapist.GetAsync("/home", Now)).Headers.Location?.ToString());
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => desk.Do(
            StaffSlice.Slice, clinic.Staff["therapist"].Value, new StaffMember.Command.CorrectDetails("Test", "therapist", "Test therapist", [clinic.Site, elm], "therapist@test.example")))).OrThrow();
        Assert.Equal("/site", (await therapist.GetAsync("/home", Now)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_patient_moves_to_another_site_with_their_plan_in_one_step_and_what_is_booked_becomes_a_task()
    {
        await OpenElm("Elm two");
        var patient = await TreatedPatient.Of(clinic);
        using var desk = await clinic.Client("front-desk");
        using var phone = await patient.OnPhone();
        await RunningClinic.Post(phone, "/my/plan/goals/new", "/my/plan/goals", new() { ["words"] = "Sleep through the night" });
        var monday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(40);
        monday = monday.AddDays((8 - (int)monday.DayOfWeek) % 7);
        await RunningClinic.PostJson(desk, "/sessions/new", new
        {
            course = patient.Course.Value.ToString(),
            type = "preparation",
            date = monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            from = "10:00",
            to = "10:50",
            room = clinic.TalkingRoom.Value.ToString(),
            staff = clinic.Staff["therapist"].Value.ToString(),
        });
        var place = patient.Page("site");
        Assert.Contains("1 visit is booked at the old site.", await desk.GetStringAsync(place, Now), StringComparison.Ordinal);
        var nothing = await RunningClinic.Post(desk, place, place, new() { ["site"] = $"{elm.Value}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        var same = await RunningClinic.Post(desk, place, place, new() { ["site"] = $"{clinic.Site.Value}", ["why"] = "none" });
        Assert.Contains("The course is at this site already.", await same.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        var moved = await RunningClinic.Post(desk, place, place, new() { ["site"] = $"{elm.Value}", ["why"] = "Moved to Calgary", ["prescriber"] = $"{clinic.Staff["prescriber"].Value}" });
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        await clinic.Settle();
        using var records = clinic.Runner.Read();
        var course = CourseRecords.One(records, patient.Course)!;
        Assert.Equal((elm, (StaffId?)null, (StaffId?)clinic.Staff["prescriber"]), (course.SiteId, course.TherapistId, course.PrescriberId));
        Assert.Equal(["Sleep through the night"], PlanRecords.Of(records, patient.Course.Value).Goals.Select(goal => goal.Words));
        Assert.Single(TaskRecords.Open(records), task => task.Kind == "move-visit" && task.CourseId == patient.Course && task.Words.Contains("they come to Elm two site now", StringComparison.Ordinal));
        Assert.Single(SessionRecords.OfCourse(records, patient.Course.Value));
    }

    private async Task OpenElm(string room) => (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
    {
        desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(elm, $"{room} site", "Calgary", "Alberta", "555-0143"));
        desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(new RoomId(Guid.CreateVersion7()), elm, room, RoomUse.Talking, 1, ApprovedForMedicine: false));
    })).OrThrow();
}
