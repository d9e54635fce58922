using System.Net;
using System.Net.Http.Json;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Kernel;

namespace Sojourn.Web.Tests.Measures;

/// <summary>MEAS-9 to MEAS-15, R-84, R-93: by link, without a password, one question a page; what worries shows help at once.</summary>
public sealed class CheckingIn(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_signed_link_opens_the_first_question_without_a_password()
    {
        var ana = await AskedOfAna.By(clinic, "day-check");
        var (client, page) = await ana.Open(clinic);
        using (client)
        {
            Assert.Contains("Overall, how strong has your pain been over the last 24 hours?", page, StringComparison.Ordinal);
            Assert.Contains("<span>1 of 3</span>", page, StringComparison.Ordinal);
            Assert.Contains("Test nurse", page, StringComparison.Ordinal);
            Assert.Contains("tel:988", page, StringComparison.Ordinal);
            Assert.Equal(11, page.Split("name=\"value\"").Length - 1);
        }
    }

    [Fact]
    public async Task A_link_opens_its_own_questions_and_nobody_elses()
    {
        var ana = await AskedOfAna.By(clinic, "day-check");
        var other = await AskedOfAna.By(clinic, "day-check");
        var hers = await AskedOfAna.Again(clinic, ana.Who, "peg");
        var (client, _) = await ana.Open(clinic);
        using (client)
        {
            Assert.StartsWith("/sign-in", (await client.GetAsync(other.Place)).Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.StartsWith("/sign-in", (await client.GetAsync(hers.Place)).Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.StartsWith("/sign-in", (await client.GetAsync("/my")).Headers.Location!.ToString(), StringComparison.Ordinal);
            var posted = await client.PostAsJsonAsync($"{other.Place}/answers", new { item = "dc-pain", value = 5 });
            Assert.Equal(HttpStatusCode.Unauthorized, posted.StatusCode);
        }

        var staff = await clinic.Client("nurse");
        using (staff)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(ana.Place)).StatusCode);
        }
    }

    [Fact]
    public async Task Every_answer_is_kept_before_the_next_question_is_shown()
    {
        var ana = await AskedOfAna.By(clinic, "day-check");
        var (client, _) = await ana.Open(clinic);
        using (client)
        {
            var second = await ana.Tap(client, "dc-pain", "6");
            Assert.Contains("how low has your mood been", second, StringComparison.Ordinal);
            Assert.Contains("Saved:", second, StringComparison.Ordinal);
            Assert.Equal(6m, Answers(ana)["dc-pain"]);

            var back = await client.GetStringAsync($"{ana.Place}/questions/1");
            Assert.Contains("aria-pressed=\"true\">6</button>", back, StringComparison.Ordinal);

            var third = await ana.Tap(client, "dc-mood", null);
            Assert.Contains("How poor was your sleep last night?", third, StringComparison.Ordinal);
            Assert.Null(Answers(ana)["dc-mood"]);

            var end = await ana.Tap(client, "dc-sleep", "2");
            Assert.Contains("Thank you, Ana", end, StringComparison.Ordinal);
            Assert.Contains("Who reads this", end, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_end_shows_the_persons_own_line()
    {
        var ana = await AskedOfAna.By(clinic, "daily-pain");
        var (client, _) = await ana.Open(clinic);
        using (client)
        {
            Assert.Contains("Your line begins here.", await ana.Tap(client, "dp-pain", "7"), StringComparison.Ordinal);
        }

        var again = await AskedOfAna.Again(clinic, ana.Who, "daily-pain");
        var (second, _) = await again.Open(clinic);
        using (second)
        {
            var end = await again.Tap(second, "dp-pain", "4");
            Assert.Contains("It is 4 now.", end, StringComparison.Ordinal);
            Assert.Contains("<svg class=\"chart\"", end, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_positive_answer_shows_help_at_once_and_opens_a_case_with_owner_and_clock()
    {
        var ana = await AskedOfAna.By(clinic, "phq-9");
        var (client, _) = await ana.Open(clinic);
        using (client)
        {
            var help = await ana.Tap(client, "phq9-9", "1");
            Assert.Contains("You do not have to carry this alone", help, StringComparison.Ordinal);
            Assert.Contains("tel:988", help, StringComparison.Ordinal);
            Assert.Contains("Go on with the questions", help, StringComparison.Ordinal);
            Assert.Contains("tel:988", await client.GetStringAsync(ana.Place), StringComparison.Ordinal);
        }

        using var records = clinic.Runner.Read();
        var row = Assert.Single(CaseRecords.From(records, ana.Id.Value));
        Assert.Equal((new Owner("role/therapist"), new Owner("role/prescriber"), true), (row.Owner, row.Deputy, row.HelpShown));
        Assert.True(row.AcknowledgeBy > row.OpenedAt && row.AcknowledgeBy - row.OpenedAt <= TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task An_answer_that_is_none_says_so_and_records_nothing()
    {
        var ana = await AskedOfAna.By(clinic, "phq-9");
        var (client, _) = await ana.Open(clinic);
        using (client)
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["item"] = "phq9-1" };
            var nothing = await RunningClinic.Post(client, ana.Place, $"{ana.Place}/answers", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
            Assert.Contains("Choose an answer, or skip the question.", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            var wrong = await RunningClinic.Post(client, ana.Place, $"{ana.Place}/answers", new(StringComparer.Ordinal) { ["item"] = "phq9-1", ["value"] = "1.5" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsJsonAsync($"{ana.Place}/answers", new { item = "phq9-99", value = 1 })).StatusCode);
        }

        Assert.Empty(Answers(ana));
    }

    [Fact]
    public async Task Whoever_would_rather_not_answer_says_so_once()
    {
        var ana = await AskedOfAna.By(clinic, "peg");
        var (client, _) = await ana.Open(clinic);
        using (client)
        {
            var answer = await RunningClinic.Post(client, ana.Place, $"{ana.Place}/declining", new(StringComparer.Ordinal) { ["reason"] = "Too many questions." });
            Assert.Contains("You do not have to answer these", await client.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        }

        using var records = clinic.Runner.Read();
        Assert.Equal(("declined", "Too many questions."), (MeasureRecords.One(records, ana.Id.Value)!.State, MeasureRecords.One(records, ana.Id.Value)!.EndedWhy));
    }

    [Fact]
    public async Task Staff_see_the_link_prepared_not_sent_and_read_what_was_answered()
    {
        var ana = await AskedOfAna.By(clinic, "daily-pain");
        using var staff = await clinic.Client("nurse");
        var page = await staff.GetStringAsync($"/measures/{ana.Id.Value}");
        Assert.Contains("prepared, not sent", page, StringComparison.Ordinal);
        Assert.Contains($"{clinic.Address}link/", page, StringComparison.Ordinal);

        var (client, _) = await ana.Open(clinic);
        using (client)
        {
            await ana.Tap(client, "dp-pain", "3");
        }

        Assert.Contains("Daily pain", await staff.GetStringAsync("/measures"), StringComparison.Ordinal);
        var read = await RunningClinic.Post(staff, $"/measures/{ana.Id.Value}", $"/measures/{ana.Id.Value}/reading", []);
        Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        using var records = clinic.Runner.Read();
        Assert.Equal("Test nurse", MeasureRecords.One(records, ana.Id.Value)!.ReadByName);
    }

    [Fact]
    public async Task What_staff_ask_aloud_is_written_down_as_one_sheet()
    {
        var ana = await AskedOfAna.By(clinic, "asq");
        using var staff = await clinic.Client("nurse");
        var sheet = $"/measures/{ana.Id.Value}/sheet";
        var kept = await RunningClinic.Post(staff, sheet, sheet, new(StringComparer.Ordinal) { ["asq-1"] = "0", ["asq-2"] = "0", ["asq-3"] = "1", ["asq-4"] = "0", ["asq-5"] = "1" });
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        var page = await staff.GetStringAsync($"/measures/{ana.Id.Value}");
        Assert.Contains("acute-positive", page, StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        var row = Assert.Single(CaseRecords.From(records, ana.Id.Value));
        Assert.Equal(("high", false), (row.Level, row.HelpShown));
        Assert.True(row.AcknowledgeBy - row.OpenedAt <= TimeSpan.FromMinutes(15));
    }

    private IReadOnlyDictionary<string, decimal?> Answers(AskedOfAna ana)
    {
        using var records = clinic.Runner.Read();
        return MeasureRecords.Given(records, ana.Id.Value);
    }
}
