using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>How she is: an answer to each question of mood, and to each from 0 to 10. What asks for danger, drink or trouble is answered with none.</summary>
internal sealed record Answers(string Mood, string Pain);

/// <summary>Answers whatever is open on her page, one question a page, as a thumb does.</summary>
internal static class Answering
{
    private const int MostQuestions = 40;

    internal static async Task All(Story story, Answers answers)
    {
        await story.Clinic.Settle();
        await Home(story);
        var open = story.Phone.Page.Locator("section[aria-label='Questions for you'] a");
        while (await open.CountAsync() > 0)
        {
            var title = await open.First.InnerTextAsync();
            await story.Phone.Click(open.First);
            await One(story.Phone, title, answers);
            await story.Phone.Follow("Done");
        }
    }

    /// <summary>Her page, anew: a phone that has slept is signed out.</summary>
    internal static async Task Home(Story story)
    {
        await story.Phone.Open(new Uri(story.Clinic.Address, "/my"));
        if (await story.Phone.Page.Locator("#password").CountAsync() > 0)
        {
            await story.SignIn(story.Phone, Patient.Email, Patient.Password);
        }

        await story.Phone.Sees("Hello, Ana");
    }

    /// <returns>How many questions there were.</returns>
    internal static async Task<int> One(Screen phone, string title, Answers answers)
    {
        var count = 0;
        while (await phone.Page.GetByRole(AriaRole.Heading, new() { Name = "Thank you, Ana" }).CountAsync() == 0)
        {
            Assert.True(++count <= MostQuestions, $"“{title}” never ends.");
            await phone.Click(await Choice(phone, title, answers));
        }

        return count;
    }

    private static async Task<ILocator> Choice(Screen phone, string title, Answers answers)
    {
        var eleven = phone.Page.Locator(".eleven button");
        if (await eleven.CountAsync() > 0)
        {
            return eleven.Nth(int.Parse(answers.Pain, System.Globalization.CultureInfo.InvariantCulture));
        }

        var question = await phone.Page.Locator("legend").InnerTextAsync();
        var isMood = title.Contains("PHQ-9", StringComparison.Ordinal) || title.Contains("GAD-7", StringComparison.Ordinal);
        var value = isMood && !question.Contains("better off dead", StringComparison.Ordinal) ? answers.Mood : "0";
        var wanted = phone.Page.Locator($".picks button[value='{value}']");
        return await wanted.CountAsync() > 0 ? wanted.First : phone.Page.Locator(".picks button").First;
    }
}
