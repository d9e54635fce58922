using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Tests.Courses;

/// <summary>R-14 to R-30 as people meet them: the pages, what they post, what comes back.</summary>
public sealed class AssessingThroughPages(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Pain = "rise-chronic-pain";

    [Fact]
    public async Task COURSE_7_Typed_words_offer_the_standard_term_and_the_persons_words_are_kept()
    {
        var person = await Register("Offer");
        using var desk = await clinic.Client("front-desk");
        var offers = await desk.GetStringAsync($"/people/{person.Value}/courses/new?words=chronic+regional+pain");
        Assert.Contains("“chronic regional pain” may be Complex regional pain syndrome (CRPS)", WebUtility.HtmlDecode(offers), StringComparison.Ordinal);
        Assert.Contains("Moderate evidence for infusions", offers, StringComparison.Ordinal);
        var course = await Open(desk, person);
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync($"/courses/{course.Value}"));
        Assert.Contains("They say: “chronic regional pain”", page, StringComparison.Ordinal);
        Assert.Contains("Complex regional pain syndrome (CRPS)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task COURSE_2_A_second_course_comes_back_with_the_link_to_the_first()
    {
        var person = await Register("Twice");
        using var desk = await clinic.Client("front-desk");
        var course = await Open(desk, person);
        var answer = await Post(desk, $"/people/{person.Value}/courses/new?programme={Pain}&words=pain", $"/people/{person.Value}/courses", Opening());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"href=\"/courses/{course.Value}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SCREEN_3_The_readiness_form_is_left_come_back_to_and_finished_on_a_phone()
    {
        var person = await Register("Ready");
        using var desk = await clinic.Client("front-desk");
        var course = await Open(desk, person);
        using var patient = await Patient(person, "ready@test.example");
        var answer = await Post(patient, "/my/readiness/hopes", "/my/readiness/hopes", new() { ["hopes"] = "To walk <again>", ["goal-1"] = "Walk the dog" });
        Assert.Equal("/my/readiness/pain", answer.Headers.Location?.ToString());
        answer = await Post(patient, "/my/readiness/pain", "/my/readiness/pain", new() { ["pain-since"] = "2026-10", ["pain-best"] = "5", ["pain-worst"] = "3" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Your best day is higher than another", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Post(patient, "/my/readiness/pain", "/my/readiness/pain", new() { ["pain-since"] = "2024-10", ["pain-best"] = "1", ["pain-usual"] = "4", ["pain-worst"] = "8" });

        answer = await Post(patient, "/my/readiness", "/my/readiness/finish", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("/my/readiness/trauma", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await Post(patient, "/my/readiness/tried", "/my/readiness/tried/treatments", new() { ["kind"] = "medicine", ["name"] = "Gabapentin", ["adequate"] = "uncertain" });
        Assert.Contains("Gabapentin", await patient.GetStringAsync("/my/readiness/tried"), StringComparison.Ordinal);
        foreach (var section in new[] { "days", "tried", "worries" })
        {
            await Post(patient, $"/my/readiness/{section}", $"/my/readiness/{section}", []);
        }

        await Post(patient, "/my/readiness/trauma", "/my/readiness/trauma", new() { ["trauma-telling"] = "in-person" });
        answer = await Post(patient, "/my/readiness", "/my/readiness/finish", []);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("You have finished", await patient.GetStringAsync("/my/readiness"), StringComparison.Ordinal);

        using var nurse = await clinic.Client("nurse");
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/courses/{course.Value}/screening"));
        Assert.Contains("They prefer to tell their therapist in person.", page, StringComparison.Ordinal);
        Assert.Contains("Not explored", page, StringComparison.Ordinal);
        Assert.Contains("0 adequate trials, 1 uncertain", page, StringComparison.Ordinal);
        Assert.DoesNotContain("To walk <again>", await nurse.GetStringAsync($"/courses/{course.Value}/screening"), StringComparison.Ordinal);
        await clinic.Settle();
        using var records = clinic.Runner.Read();
        Assert.Contains(TaskRecords.OpenFor(records, person.Value), task => task.Kind == "assess");
    }

    [Fact]
    public async Task SCREEN_5_Worrying_words_show_help_at_once_and_are_a_case_with_an_owner()
    {
        var person = await Register("Worried");
        using var desk = await clinic.Client("front-desk");
        var course = await Open(desk, person);
        using var patient = await Patient(person, "worried@test.example");
        var answer = await Post(patient, "/my/readiness/worries", "/my/readiness/worries", new() { ["worries"] = "I just want to die" });
        var page = await patient.GetStringAsync(answer.Headers.Location);
        Assert.Contains("tel:988", page, StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        Assert.Equal($"staff/{clinic.Staff["therapist"].Value:D}", records.Value<string>("select owner from safety_case where person_id = @person and level = 'high'", new { person }));
        using var therapist = await clinic.Client("therapist");
        Assert.Contains("may mean danger", await therapist.GetStringAsync($"/courses/{course.Value}/screening"), StringComparison.Ordinal);
        answer = await Post(patient, "/my/readiness/worries", "/my/readiness/worries", new() { ["worries"] = "I still want to die" });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task SCREEN_16_From_not_complete_over_a_finding_to_suitable_with_conditions()
    {
        var person = await Register("Decided");
        using var desk = await clinic.Client("front-desk");
        var course = await Open(desk, person);
        using var doctor = await clinic.Client("prescriber");
        var page = $"/courses/{course.Value}/screening";
        var answer = await Post(doctor, page, $"{page}/decision", new() { ["decision"] = "suitable" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"{page}#fact-aneurysm-or-malformation", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        answer = await Post(doctor, page, $"{page}/facts", new() { ["section"] = "Heart and vessels", ["fact-resting-systolic"] = "1480" });
        Assert.Contains("outside 50 to 300 mmHg", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var facts = clinic.Runner.Programmes.Find(Pain)!.Facts.ToDictionary(question => $"fact-{question.Id}", Unremarkable, StringComparer.Ordinal);
        facts["fact-resting-systolic"] = "148";
        answer = await Post(doctor, page, $"{page}/facts", facts);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await doctor.GetStringAsync(page));
        Assert.Contains("For review: Blood pressure above 140/90", html, StringComparison.Ordinal);
        Assert.Contains("148 mmHg", html, StringComparison.Ordinal);
        Assert.Contains("Source: known Spravato US label 5.x", html, StringComparison.Ordinal);

        answer = await Post(doctor, page, $"{page}/decision", new() { ["decision"] = "suitable-with-conditions", ["conditions"] = "Pressure below the clinic's limit before the dose" });
        Assert.Contains("Write what you weighed about Blood pressure above 140/90 (E01).", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        answer = await Post(doctor, page, $"{page}/decision", new()
        {
            ["decision"] = "suitable-with-conditions", ["note-E01"] = "Treated and falling", ["conditions"] = "Pressure below the clinic's limit before the dose",
        });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var records = clinic.Runner.Read();
        Assert.Equal(["Pressure below the clinic's limit before the dose"], ScreeningRecords.Conditions(records, course));
        Assert.DoesNotContain(Standing.Of(records, clinic.Runner.Programmes, course, clinic.Runner.Now), reason => reason.Code.StartsWith("screening.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SCREEN_20_Not_now_is_said_kindly_and_stands_in_the_report()
    {
        var person = await Register("Declined");
        using var desk = await clinic.Client("front-desk");
        var course = await Open(desk, person);
        using var doctor = await clinic.Client("prescriber");
        var page = $"/courses/{course.Value}/screening";
        var answer = await Post(doctor, page, $"{page}/decision", new()
        {
            ["decision"] = "not-now", ["reason"] = "Chest infection", ["plain-words"] = "First let your chest get well.", ["alternatives"] = "Breathing exercises with us",
            ["call"] = "The clinic, 555-0100", ["recheck-on"] = DateTimeOffset.UtcNow.AddDays(30).ToString("yyyy-MM-dd"),
        });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var patient = await Patient(person, "declined@test.example");
        var mine = await patient.GetStringAsync("/my/decision");
        Assert.All(new[] { "First let your chest get well.", "Breathing exercises with us", "The clinic, 555-0100" }, words => Assert.Contains(words, mine, StringComparison.Ordinal));
        Assert.DoesNotContain("Chest infection", mine, StringComparison.Ordinal);
        using var manager = await clinic.Client("manager");
        Assert.Contains("Chest infection", await manager.GetStringAsync("/courses/declined"), StringComparison.Ordinal);
        Assert.DoesNotContain("Chest infection", await desk.GetStringAsync("/courses/declined"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SCREEN_25_The_same_routes_take_JSON_and_answer_every_reason()
    {
        var person = await Register("Json");
        using var desk = await clinic.Client("front-desk");
        var course = await Open(desk, person);
        using var doctor = await clinic.Client("prescriber");
        var refused = await RunningClinic.PostJson(doctor, $"/courses/{course.Value}/screening/decision", new Dictionary<string, object> { ["decision"] = "not-suitable" });
        Assert.Equal(
            ["screening.no-reason", "screening.no-plain-words", "screening.nobody-to-call", "screening.no-alternatives"],
            refused.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()));
        var done = await RunningClinic.PostJson(doctor, $"/courses/{course.Value}/screening/facts", new Dictionary<string, object> { ["fact-dialysis"] = false, ["fact-egfr"] = 88 });
        Assert.True(done.GetProperty("recorded").GetBoolean());
    }

    private static string Unremarkable(FactQuestion question) => question switch
    {
        { Kind: FactKind.Choice } => question.Choices.FirstOrDefault(choice => choice.Id is "not-possible" or "none" or "none-or-little" or "female")?.Id ?? "not-known",
        { Kind: FactKind.YesNo } => question.Id is "escort-arranged" or "therapeutic-goal" or "pregnancy-test-last-7-days" ? "yes" : "no",
        { Id: "resting-diastolic" } => "78",
        { Id: "days-since-cardiac-event" or "days-since-stroke" } => "9000",
        { Id: "egfr" } => "90",
        { Id: "pain-months" or "age" } => "40",
        { Id: "bmi" } => "24",
        _ => "1",
    };

    private Dictionary<string, string> Opening() => new()
    {
        ["programme"] = Pain, ["own-words"] = "chronic regional pain", ["condition"] = "crps", ["site"] = clinic.Site.Value.ToString(),
        ["therapist"] = clinic.Staff["therapist"].Value.ToString(), ["prescriber"] = clinic.Staff["prescriber"].Value.ToString(), ["nurse"] = clinic.Staff["nurse"].Value.ToString(),
    };

    private async Task<CourseId> Open(HttpClient desk, PersonId person)
    {
        var answer = await Post(desk, $"/people/{person.Value}/courses/new?programme={Pain}&words=pain", $"/people/{person.Value}/courses", Opening());
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new CourseId(Guid.Parse(Regex.Match(answer.Headers.Location!.ToString(), "[0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value));
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string page, string action, Dictionary<string, string> fields) => RunningClinic.Post(client, page, action, fields);

    private async Task<PersonId> Register(string family)
    {
        var id = new PersonId(Guid.CreateVersion7());
        var details = new Demographics(new PersonName("Ana", family), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), PersonSlice.Slice, id.Value, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody))).OrThrow();
        return id;
    }

    private async Task<HttpClient> Patient(PersonId person, string email)
    {
        using (var scope = clinic.Services.CreateScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Accounts.Accounts>().SetPassword(Actor.Person(person), email, RunningClinic.Password));
        }

        var client = await clinic.Client();
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(client, "/sign-in", "/sign-in", new() { ["email"] = email, ["password"] = RunningClinic.Password })).StatusCode);
        return client;
    }
}
