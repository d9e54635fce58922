namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>Going home has proposed a talk inside the programme's window; the front desk finds a time, the therapist holds it.</summary>
internal static class Integrating
{
    internal static Task Play(Story story) => Play(story, new DateOnly(2026, 11, 13));

    internal static async Task Play(Story story, DateOnly day)
    {
        await Proposed(await story.Desk(), day);
        await story.Clinic.ItIs(day, 15, 2);
        await Held(await story.Therapist());
        await Answering.Home(story);
        await story.Phone.Follow("My tasks");
        await story.Phone.Press("I did it");
        await story.Phone.Sees("You have answered all of them.");
    }

    private static async Task Proposed(Screen desk, DateOnly day)
    {
        await desk.Follow("Inbox", desk.Page.Locator("nav.rail"));
        await desk.Click(desk.Page.GetByText($"Book integration for {Patient.FullName}").First);
        await BookingTheSessions.Place(desk, day, "15:00", "16:00", "Room 4", [Colleague.Therapist]);
        await desk.Press("Book it");
        await desk.Sees("15:00");
    }

    private static async Task Held(Screen therapist)
    {
        await therapist.Follow("Today", therapist.Page.Locator("nav.rail"));
        await therapist.Click(therapist.Page.Locator("main a").Filter(new() { HasText = Patient.Listed }).First);
        await therapist.Follow("Write what came up");
        await therapist.Sees("My shoulders came down by themselves.");
        await therapist.Type("What came up", "Her shoulders came down by themselves. She has braced since the accident.");
        await therapist.Type("Insights", "The pain was a part of the room, not all of it.");
        await therapist.Type("Looking back on the intention", "It happened without trying.");
        await therapist.Choose("Reinforce");
        await therapist.Press("Record the integration");
        await therapist.Unfold("Set a task");
        await therapist.Type("What the patient will do", "Five slow breaths at the foot of the stairs");
        await therapist.Select("For which goal", "Carry my daughter up the stairs");
        await therapist.Press("Set the task");
        await therapist.Sees("Five slow breaths at the foot of the stairs");
    }
}
