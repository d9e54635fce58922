using System.Net;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.Tasks;

namespace Sojourn.Web.Tests;

/// <summary>R-08: reach out from anywhere, with a response clock, and crisis help at once.</summary>
public sealed class AskingAQuestion(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_question_arrives_with_a_clock_and_an_owner()
    {
        using var client = await clinic.Client();
        var answer = await RunningClinic.Post(client, "/ask", "/ask", new() { ["first-name"] = "Ana", ["reach"] = "555-0199", ["message"] = "How long does it take?" });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await clinic.Settle();
        using var records = clinic.Runner.Read();
        var row = Assert.Single(InquiryRecords.All(records), i => i.FirstName == "Ana");
        Assert.False(row.Worrying);
        Assert.Contains(TaskRecords.Open(records), t => t.Words == "Answer Ana's question" && t.DueAt == row.RespondBy);
    }

    [Fact]
    public async Task Words_that_mean_danger_show_help_at_once_and_go_to_a_therapist_within_the_hour()
    {
        using var client = await clinic.Client();
        var answer = await RunningClinic.Post(client, "/ask", "/ask", new() { ["first-name"] = "Lea", ["reach"] = "555-0198", ["message"] = "I want to  die and it’s too much" });
        var page = await client.GetStringAsync(answer.Headers.Location);
        Assert.Contains("You do not have to carry this alone", page, StringComparison.Ordinal);
        Assert.Contains("tel:988", page, StringComparison.Ordinal);
        await clinic.Settle();
        using var records = clinic.Runner.Read();
        var task = Assert.Single(TaskRecords.Open(records), t => t.Words.StartsWith("Call Lea now", StringComparison.Ordinal));
        Assert.Equal("role/therapist", task.Owner);
        Assert.True(task.DueAt - task.RaisedAt <= TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_form_without_a_way_to_answer_comes_back_as_it_was_typed_with_the_words_beside_the_field()
    {
        using var client = await clinic.Client();
        var answer = await RunningClinic.Post(client, "/ask", "/ask", new() { ["first-name"] = "Per", ["reach"] = " ", ["message"] = "Kept <as> typed" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is a problem", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#reach\"", page, StringComparison.Ordinal);
        Assert.Contains("Kept &lt;as&gt; typed", page, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Ask us", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_question()
    {
        using var client = await clinic.Client();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["first-name"] = "Twice", ["reach"] = "555-0100", ["command-id"] = Guid.CreateVersion7().ToString() };
        await RunningClinic.Post(client, "/ask", "/ask", fields);
        var again = await RunningClinic.Post(client, "/ask", "/ask", fields);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        using var records = clinic.Runner.Read();
        Assert.Single(InquiryRecords.All(records), i => i.FirstName == "Twice");
    }

    [Fact]
    public async Task A_form_from_a_foreign_page_records_nothing()
    {
        using var client = await clinic.Client();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["first-name"] = "Foreign", ["reach"] = "x" });
        var answer = await client.PostAsync("/ask", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var records = clinic.Runner.Read();
        Assert.DoesNotContain(InquiryRecords.All(records), i => i.FirstName == "Foreign");
    }
}
