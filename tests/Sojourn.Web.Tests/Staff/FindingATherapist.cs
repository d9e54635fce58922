using System.Net;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Matching;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Staff;

/// <summary>R-32: the patient answers five questions, sees up to three therapists with the reasons, chooses one, and that one says yes or no.</summary>
public sealed class FindingATherapist(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["language"] = "French",
        ["comes"] = "low-mood",
        ["ways"] = "talking",
        ["times"] = "morning",
        ["meeting"] = "room",
    };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_patient_sees_up_to_three_ranked_with_reasons_chooses_one_who_confirms_and_only_then_is_the_therapist_named()
    {
        var patient = await TreatedPatient.Of(clinic);
        await Unnamed(patient);
        var trained = clinic.Staff["therapist"];
        await Hire(trained, "English", "French");
        var second = await Join("Second", ["French"], 700);
        await Join("Untrained", ["French"], null);
        await Join("Lapsed", ["French"], -1);
        await Join("Third", [], 700);
        await Join("Fourth", [], 700);
        using var phone = await patient.OnPhone();
        Assert.Contains("Find your therapist", await phone.GetStringAsync("/my", Now), StringComparison.Ordinal);
        var empty = await RunningClinic.Post(phone, "/my/therapist", "/my/therapist/questions", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(phone, "/my/therapist", "/my/therapist/questions", new(Answers))).StatusCode);

        var page = WebUtility.HtmlDecode(await phone.GetStringAsync("/my/therapist", Now));
        Assert.Contains("Speaks French: 4 points", page, StringComparison.Ordinal);
        Assert.Contains("Works with low mood and depression: 3 points", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Untrained", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lapsed", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("Choose ").Length - 1);
        Assert.True(page.IndexOf("Test therapist", StringComparison.Ordinal) < page.IndexOf("Test Second", StringComparison.Ordinal), "the one with more points stands first");

        var chosen = await RunningClinic.Post(phone, "/my/therapist", "/my/therapist/choice", new() { ["therapist"] = $"{trained.Value}" });
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.Null(Course(patient).TherapistId);
        await clinic.Settle();
        var place = patient.Page("therapist");
        using (var records = clinic.Runner.Read())
        {
            Assert.Contains(TaskRecords.Open(records), task => task.Kind == "answer-patient" && task.Owner == $"staff/{trained.Value}" && "/" + task.Resource == place);
        }

        using var therapist = await clinic.Client("therapist");
        var noReason = await RunningClinic.Post(therapist, place, $"{place}/answer", new() { ["answer"] = "no" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, place, $"{place}/answer", new() { ["answer"] = "yes" })).StatusCode);
        Assert.Equal(trained, Course(patient).TherapistId);
        var kept = WebUtility.HtmlDecode(await therapist.GetStringAsync(place, Now));
        Assert.Contains("The patient chose Test therapist, offered with", kept, StringComparison.Ordinal);
        Assert.Contains("Test therapist said yes.", kept, StringComparison.Ordinal);
        Assert.Contains("You chose each other.", await phone.GetStringAsync("/my/therapist", Now), StringComparison.Ordinal);
        await clinic.Settle();
        using var after = clinic.Runner.Read();
        Assert.DoesNotContain(TaskRecords.Open(after), task => task.Kind == "answer-patient" && task.CourseId == patient.Course);
        Assert.NotEqual(second, Course(patient).TherapistId);
    }

    [Fact]
    public async Task A_no_leaves_the_course_without_a_therapist_is_kept_and_the_patient_chooses_again_among_others()
    {
        var patient = await TreatedPatient.Of(clinic, "Nowak");
        await Unnamed(patient);
        await Hire(clinic.Staff["therapist"], "French");
        using var phone = await patient.OnPhone();
        await RunningClinic.Post(phone, "/my/therapist", "/my/therapist/questions", new(Answers));
        await RunningClinic.Post(phone, "/my/therapist", "/my/therapist/choice", new() { ["therapist"] = $"{clinic.Staff["therapist"].Value}" });
        using var therapist = await clinic.Client("therapist");
        var place = patient.Page("therapist");
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, place, $"{place}/answer", new() { ["answer"] = "no", ["why"] = "I know the family" })).StatusCode);
        Assert.Null(Course(patient).TherapistId);
        var mine = WebUtility.HtmlDecode(await phone.GetStringAsync("/my/therapist", Now));
        Assert.Contains("Test therapist cannot take you on at the moment.", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("I know the family", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Choose Test therapist", mine, StringComparison.Ordinal);
        Assert.Contains("I know the family", await therapist.GetStringAsync(place, Now), StringComparison.Ordinal);
        var again = await RunningClinic.Post(phone, "/my/therapist", "/my/therapist/choice", new() { ["therapist"] = $"{clinic.Staff["therapist"].Value}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    private CourseRow Course(TreatedPatient patient)
    {
        using var records = clinic.Runner.Read();
        return CourseRecords.One(records, patient.Course)!;
    }

    private async Task Unnamed(TreatedPatient patient) =>
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => CourseDesk.NameTeam(desk, patient.Course, new Team(null, clinic.Staff["prescriber"], clinic.Staff["nurse"])))).OrThrow();

    private async Task Hire(StaffId id, params string[] languages) => (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
    {
        var today = ClinicDay.In(desk.Records, desk.At);
        desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.RecordCredential("KAP training", "K-1", today.AddYears(-1), today.AddYears(1), "Institute of the test"));
        desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.Describe(new Profile(languages, ["talking"], ["low-mood"], ["morning"], ["room"])));
    })).OrThrow();

    /// <param name="days">Until the KAP training ends; null for none.</param>
    private async Task<StaffId> Join(string family, IReadOnlyList<string> languages, int? days)
    {
        var id = new StaffId(Guid.CreateVersion7());
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            var today = ClinicDay.In(desk.Records, desk.At);
            desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.Join("Test", family, $"Test {family}", ["therapist"], [clinic.Site], $"{family}@test.example"));
            desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.Describe(new Profile(languages, [], ["low-mood"], [], ["room"])));
            if (days is { } left)
            {
                desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.RecordCredential("kap training", "K-2", today.AddYears(-1), today.AddDays(left)));
            }
        })).OrThrow();
        return id;
    }
}
