using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>Her own list before a session: what to read, what she hopes for, what she chooses, who takes her home.</summary>
internal static class Preparing
{
    internal static async Task Play(Story story)
    {
        await Opens(story);
        await Line(story.Phone, "what-to-expect", "I have read this");
        await Understanding(story.Phone);
        await Line(story.Phone, "commitment", "I agree to this", ("Type your name to agree", Patient.FullName));
        await ForTheDay(story);
        await story.Pictures.Take(story.Phone, "prepare");
    }

    /// <summary>What is asked anew before each session, but for the ride.</summary>
    internal static async Task ForTheDay(Story story)
    {
        await Opens(story);
        await Line(story.Phone, "intention", "Keep my intention", ("My intention", "To stop bracing before anything has happened."));
        await Choices(story.Phone);
        await Line(story.Phone, "playlist", "Done", ("My music", "The slow piano list"));
        await Line(story.Phone, "fasting", "I know this");
        await Line(story.Phone, "medicines", "Done", ("Anything to tell us about it", "Nothing changed."));
    }

    internal static async Task Ride(Story story)
    {
        await Opens(story);
        await story.Phone.Click(Item(story.Phone, "escort"));
        await story.Phone.Type("Name", Patient.Escort);
        await story.Phone.Type("Telephone number on that day", "555-0178");
        await story.Phone.Type("Who they are to you", "sister");
        await story.Phone.Choose("They are an adult");
        await story.Phone.Press("This is who takes me home");
        await story.Phone.Click(Item(story.Phone, "no-driving"));
        await story.Phone.Choose("I promise not to drive");
        await story.Phone.Press("Keep my promise");
        await story.Phone.Sees("You are ready.");
    }

    private static async Task Opens(Story story)
    {
        await Answering.Home(story);
        await story.Phone.Follow("Prepare");
    }

    private static async Task Line(Screen phone, string id, string button, params (string Label, string Words)[] typed)
    {
        await phone.Click(Item(phone, id));
        foreach (var (label, words) in typed)
        {
            await phone.Type(label, words);
        }

        await phone.Press(button);
    }

    private static async Task Choices(Screen phone)
    {
        await phone.Click(Item(phone, "choices"));
        await phone.Choose("Shoulder only, ask first");
        await phone.Choose("No second dose");
        await phone.Type("Who may be in the room", "Nobody else");
        await phone.Press("This is what I choose");
    }

    private static async Task Understanding(Screen phone)
    {
        await phone.Click(Item(phone, "understood"));
        await phone.Follow("To the questions");
        await phone.Choose("Say “stop”, raise a hand");
        await phone.Press("This is my answer");
        await phone.Sees("That is right.");
        await phone.Follow("Next question");
        await phone.Choose("Yes, but only a short way");
        await phone.Press("This is my answer");
        await phone.Sees("Not quite.");
        await phone.Follow("Answer again");
        await phone.Choose("No, not before tomorrow");
        await phone.Press("This is my answer");
        await phone.Follow("Next question");
        await phone.Choose("It can help for a while");
        await phone.Press("This is my answer");
        await phone.Follow("Back to my list");
    }

    private static ILocator Item(Screen phone, string id) => phone.Page.Locator($"a[href='/my/prepare/{id}']").First;
}
