namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>The call is held, she is registered, her course is opened, and she is given a way into her own pages.</summary>
internal static class Registering
{
    internal static async Task Play(Story story)
    {
        await story.Clinic.ItIs(new(2026, 11, 3), 10, 25);
        await TheCall(await story.Therapist());
        await TheRecord(story, await story.Desk());
        await TheWayIn(story, await story.Desk());
    }

    private static async Task TheCall(Screen therapist)
    {
        await therapist.Follow("Calendar", therapist.Page.Locator("nav.rail"));
        await therapist.Click(therapist.Page.Locator("main a").Filter(new() { HasText = Patient.Given }).First);
        await therapist.Follow("The inquiry");
        await therapist.Sees("since an accident two years ago");
        await therapist.Type("What you hope for", "To hold my daughter without flinching.");
        await therapist.Type("What you have tried", "Physiotherapy, two medicines, a year of counselling.");
        await therapist.Type("Worries", "That I lose control and nobody is there.");
        await therapist.Choose("Go on to readiness");
        await therapist.Press("Record the conversation");
        await therapist.Sees("recorded; saving again replaces it");
    }

    private static async Task TheRecord(Story story, Screen desk)
    {
        await desk.Follow("Inquiries", desk.Page.Locator("nav.rail"));
        await desk.Follow(Patient.Given);
        await desk.Follow("Register as a person");
        await desk.Type("Family name", Patient.Family);
        await desk.Type("Date of birth", "14-Jul-1984");
        await desk.Choose("Female", desk.Group("Sex"));
        await desk.Type("Telephone", "555-0177");
        await desk.Press("Register the person");
        await desk.Sees(Patient.Listed);
        await desk.Unfold("Name the emergency contact");
        await desk.Type("Name", Patient.Escort, desk.Page.Locator("#emergency-contact"));
        await desk.Type("Who they are to the person", "sister");
        await desk.Type("Telephone", "555-0178", desk.Page.Locator("#emergency-contact"));
        await desk.Press("Name the contact");
        await desk.Follow("Open a course");
        await desk.Type("In their own words", "back pain since the accident");
        await desk.Press("Find what fits");
        await desk.Follow("Choose this programme", desk.Panel("Ketamine-assisted therapy for chronic pain"));
        await desk.Choose("Chronic pain", desk.Group("Which condition is it?"));
        await desk.Select("Therapist", Colleague.Therapist.Name);
        await desk.Select("Prescriber", Colleague.Prescriber.Name);
        await desk.Select("Nurse", Colleague.Nurse.Name);
        await desk.Press("Open the course");
        await desk.Sees("missing before medicine");
        await story.Clinic.Settle();
    }

    private static async Task TheWayIn(Story story, Screen desk)
    {
        await story.Record(desk);
        await desk.Follow("Give them a way in");
        var link = await desk.Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        await story.Phone.Open(new Uri(link));
        await story.Phone.Type("New password", Patient.Password);
        await story.Phone.Press("Keep this password");
        await story.Phone.Sees("Hello, Ana");
    }
}
