namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>Relief wears off: another session is proposed on the ladder, decided by three, and only then booked.</summary>
internal static class TheBooster
{
    internal static async Task Play(Story story)
    {
        await story.Clinic.ItIs(new(2026, 12, 8), 9, 30);
        var therapist = await story.Therapist();
        await story.Course(therapist);
        await therapist.Follow("Boosters");
        await therapist.Choose("Every two to three weeks");
        await therapist.Type("Why now", "Your answers of the last week are worse than after the series.");
        await therapist.Press("Propose it");
        var prescriber = await story.Prescriber();
        await prescriber.Follow("Inbox", prescriber.Page.Locator("nav.rail"));
        await prescriber.Click(prescriber.Page.GetByText("Decide on booster 1").First);
        await prescriber.Follow("Decide as prescriber");
        await prescriber.Choose("Yes");
        await prescriber.Press("Record the decision");
        await Answering.Home(story);
        await story.Phone.Follow("Another session?");
        await story.Phone.Choose("Yes, I would like this");
        await story.Pictures.Take(story.Phone, "booster");
        await story.Phone.Press("Send my answer");
        await story.Phone.Sees("All of you have agreed; we find a day together.");
        var desk = await story.Desk();
        await desk.Follow("Inbox", desk.Page.Locator("nav.rail"));
        await desk.Click(desk.Page.GetByText("Book booster 1").First);
        await desk.Follow("Book the session");
        await BookingTheSessions.Place(desk, new(2026, 12, 15), "09:00", "12:00", "Room 2", [Colleague.Therapist, Colleague.Nurse, Colleague.Prescriber]);
        await desk.Press("Book it");
        await desk.Sees("Tue 15-Dec-2026 09:00");
    }
}
