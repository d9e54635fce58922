using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Courses;

/// <summary>R-53: somebody goes on in another programme in one step; nothing recorded is lost, and nothing agreed for the one counts for the other.</summary>
public sealed class GoingOnInAnotherProgramme(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string InfusionOnly = "neurorelief-infusion-only";

    [Fact]
    public async Task R_53_A_course_goes_on_in_another_programme_with_goals_and_answers_but_without_its_decision_plan_and_bookings()
    {
        var patient = await TreatedPatient.Of(clinic, "Onward");
        var session = Guid.CreateVersion7();
        var at = clinic.Runner.Now.AddDays(4);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(PlanSlice.Slice, patient.Course.Value, new Plan.Command.SetGoal(new GoalId(Guid.CreateVersion7()), "Sleep through the night"));
            desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
                new Visit(SessionKind.Preparation, "preparation", patient.Person, null, patient.Course, 1, null), new Place(clinic.Site, clinic.TalkingRoom, at, at.AddHours(1), [clinic.Staff["therapist"]]), BookingFacts.Clear, null));
        })).OrThrow();
        using var phone = await patient.OnPhone();
        await RunningClinic.Post(phone, "/my/readiness/hopes", "/my/readiness/hopes", new() { ["hopes"] = "To walk again" });

        using var desk = await clinic.Client("front-desk");
        var page = patient.Page("onward");
        Assert.Contains("1 booked session is cancelled.", await Read(desk, page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunningClinic.Post(desk, page, page, new() { ["programme"] = InfusionOnly, ["why"] = "" })).StatusCode);
        var answer = await RunningClinic.Post(desk, page, page, new() { ["programme"] = InfusionOnly, ["why"] = "infusions by themselves help" });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var next = new CourseId(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]));

        using var records = clinic.Runner.Read();
        var (before, now) = (CourseRecords.One(records, patient.Course)!, CourseRecords.One(records, next)!);
        Assert.Equal((false, true, InfusionOnly, patient.Course), (before.IsOpen, now.IsOpen, now.ProgrammeId, now.ContinuesId!.Value));
        Assert.Equal("cancelled", SessionRecords.One(records, session)!.State);
        Assert.Contains("Tell them that the booked visit is off", await Read(desk, "/inbox"), StringComparison.Ordinal);
        Assert.Equal("Sleep through the night", Assert.Single(PlanRecords.Of(records, next.Value).Goals).Words);
        Assert.Contains(ScreeningRecords.Answers(records, next), given => given.Value == "To walk again");
        Assert.False(CourseRecords.FoundSuitable(records, next));
        Assert.Contains("Goes on from", await Read(desk, $"/courses/{next.Value}"), StringComparison.Ordinal);
        Assert.Contains("Goes on in", await Read(desk, patient.Page("").TrimEnd('/')), StringComparison.Ordinal);

        // A closed course goes on nowhere; the same programme is not another one.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunningClinic.Post(desk, $"/courses/{next.Value}/onward", page, new() { ["programme"] = InfusionOnly, ["why"] = "again" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunningClinic.Post(desk, $"/courses/{next.Value}/onward", $"/courses/{next.Value}/onward", new() { ["programme"] = InfusionOnly, ["why"] = "again" })).StatusCode);
    }

    [Fact]
    public void R_53_Infusion_only_needs_no_therapist_but_somebody_who_watches_a_ride_and_check_ins()
    {
        var programme = clinic.Runner.Programmes.Find(InfusionOnly)!;
        var infusion = programme.Sessions.Single(session => session.Kind == SessionKind.Medicine);
        Assert.DoesNotContain(infusion.Staff, need => need.Role == Roles.Therapist && need.AtLeast > 0);
        Assert.Contains(infusion.Staff, need => need.Role == Roles.Nurse && need.AtLeast > 0);
        Assert.Contains(programme.BeforeBookingMedicine.Concat(programme.BeforeDose), item => item.Id == GateItems.Escort);
        Assert.NotEmpty(programme.Measures);
        Assert.NotEmpty(programme.Alerts);
    }

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));
}
