using Sojourn.Clinic.Courses;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tests.Courses;

public sealed class OpeningACourse
{
    [Fact]
    public async Task COURSE_1_It_lies_on_the_table_with_team_condition_words_and_first_phase()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = await clinic.OpenCourse(person);
        var row = clinic.Read(records => CourseRecords.One(records, course))!;
        Assert.Equal((person, "rise-chronic-pain", 1, clinic.Site), (row.PersonId, row.ProgrammeId, row.ProgrammeVersion, row.SiteId));
        Assert.Equal(("Complex regional pain syndrome (CRPS)", "chronic regional pain", "open"), (row.Condition, row.OwnWords, row.State));
        Assert.Equal(new Team(clinic.Therapist, clinic.Prescriber, clinic.Nurse), row.Team);
        Assert.Equal(clinic.Runner.Programmes.Find("rise-chronic-pain")!.Phases[0].Id, row.Phase);
    }

    [Fact]
    public async Task COURSE_2_A_second_one_in_the_same_programme_is_refused_and_another_programme_is_not()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = await clinic.OpenCourse(person);
        Assert.Equal(["course.one-at-a-time"], await clinic.Refused(desk => CourseDesk.Open(desk, new CourseId(Guid.CreateVersion7()), clinic.Beginning(person))));
        await clinic.OpenCourse(person, "hea-trauma", condition: null, words: "an accident");
        await clinic.Do(desk => desk.Do(CourseSlice.Slice, course.Value, new Course.Command.Close("Moved away", null)));
        await clinic.OpenCourse(person);
    }

    [Fact]
    public async Task COURSE_3_A_pilot_that_is_not_opened_is_for_made_up_people_only()
    {
        await using var real = await ClinicAtWork.Open(isDemo: false);
        var pilot = real.Runner.Programmes.ById.Values.First(programme => programme.Pilot is { IsPilot: true, Cap: null });
        var person = await real.Register();
        Assert.Equal(["course.pilot-not-open"], await real.Refused(desk => CourseDesk.Open(desk, new CourseId(Guid.CreateVersion7()), real.Beginning(person, pilot.Id, null))));
        await using var demo = await ClinicAtWork.Open();
        await demo.OpenCourse(await demo.Register(), pilot.Id, condition: null);
    }

    [Fact]
    public async Task COURSE_4_A_team_is_made_of_people_who_work_here_as_that()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var begin = clinic.Beginning(person) with { Team = new Team(clinic.Nurse, new StaffId(Guid.CreateVersion7()), null) };
        Assert.Equal(["course.wrong-role", "course.not-staff"], await clinic.Refused(desk => CourseDesk.Open(desk, new CourseId(Guid.CreateVersion7()), begin)));
        Assert.Empty(clinic.Read(records => CourseRecords.Of(records, person)));
    }

    [Fact]
    public async Task COURSE_1_Unknown_people_sites_and_programmes_are_named()
    {
        await using var clinic = await ClinicAtWork.Open();
        var begin = clinic.Beginning(new PersonId(Guid.CreateVersion7()), "nothing") with { Site = new SiteId(Guid.CreateVersion7()) };
        Assert.Equal(["course.no-programme", "course.nobody", "course.no-site"], await clinic.Refused(desk => CourseDesk.Open(desk, new CourseId(Guid.CreateVersion7()), begin)));
    }
}
