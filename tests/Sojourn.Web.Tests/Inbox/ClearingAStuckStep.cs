using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;

namespace Sojourn.Web.Tests.Inbox;

/// <summary>A reaction that was parked stands in the manager's inbox, and "try again" clears it.</summary>
public sealed class ClearingAStuckStep(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task The_page_says_in_plain_words_what_stands_and_trying_again_clears_it()
    {
        using var visitor = await clinic.Client();
        await RunningClinic.Post(visitor, "/ask", "/ask", new() { ["first-name"] = "Ana", ["reach"] = "555-0199", ["message"] = "Hello" });
        await clinic.Settle();
        var position = await PositionOf("inquiry.received");
        var id = Guid.CreateVersion7();
        await clinic.Runner.Keep(records => StuckReactions.Keep(records, new StuckReaction
        {
            Id = id,
            Reaction = "inquiry-tasks",
            Position = position,
            Event = "inquiry.received",
            Tries = 5,
            FailedAt = clinic.Runner.Now,
            Why = "The printer is on fire.",
        }));

        using var manager = await clinic.Client("manager");
        var page = await manager.GetStringAsync($"/stuck/{id}");
        Assert.Contains("tried 5 times", page, StringComparison.Ordinal);
        Assert.Contains("The printer is on fire.", page, StringComparison.Ordinal);

        using var nurse = await clinic.Client("nurse");
        Assert.DoesNotContain("/tries", await nurse.GetStringAsync($"/stuck/{id}"), StringComparison.Ordinal);

        using var again = await RunningClinic.Post(manager, $"/stuck/{id}", $"/stuck/{id}/tries", []);
        Assert.Equal("/inbox", again.Headers.Location!.ToString());
        using var gone = await manager.GetAsync($"/stuck/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var records = clinic.Runner.Read();
        Assert.Single(TaskRecords.Open(records), t => t.Words == "Answer Ana's question");
        Assert.NotEmpty(InquiryRecords.All(records));
    }

    private async Task<long> PositionOf(string name)
    {
        var all = await clinic.Runner.Journal.Read(0, 1000);
        return all.Last(envelope => envelope.Name == name).Position;
    }
}
