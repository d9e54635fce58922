using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>A day after the session a link comes; it is answered in a few taps, without a password.</summary>
internal static class CheckingIn
{
    /// <summary>Taps from the link to the thanks. A tap each ten seconds is under a minute.</summary>
    private const int MostTaps = 5;

    internal static async Task Play(Story story)
    {
        var therapist = await story.Therapist();
        await story.Course(therapist);
        await therapist.Follow("Check-ins", therapist.Panel("Consent and preparation"));
        await therapist.Click(therapist.Page.Locator("tr").Filter(new() { HasText = "Day check" }).Filter(new() { HasNotText = "not open yet" }).GetByRole(AriaRole.Link).First);
        var link = await therapist.Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        var phone = await story.StrangePhone();
        await phone.Open(new Uri(link));
        await story.Pictures.Take(phone, "check-in");
        phone.Steps = 0;
        await Answering.One(phone, "Day check", new Answers(Mood: "1", Pain: "3"));
        Assert.True(phone.Steps <= MostTaps, $"It took {phone.Steps} taps.");
        await phone.Sees("That is all. You can close this page.");
        await therapist.Follow("Check-ins", therapist.Page.Locator("nav.rail"));
        await therapist.Click(therapist.Page.Locator("main a").Filter(new() { HasText = $"{Patient.Listed}: Day check" }).First);
        await therapist.Press("I have read it");
    }
}
