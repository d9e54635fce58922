namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>The front desk books preparation, the first medicine session and the talk after the last one; she says who takes her home.</summary>
internal static class BookingTheSessions
{
    internal static async Task Play(Story story)
    {
        var desk = await story.Desk();
        await Book(story, desk, "Plan together, and preparation", new(2026, 11, 9), "10:00", "11:00", "Room 4", [Colleague.Therapist]);
        await Book(story, desk, "Integration", new(2026, 11, 27), "10:00", "11:00", "Room 4", [Colleague.Therapist]);
        await Medicine(story, new(2026, 11, 12));
        await Preparing.Ride(story);
        await story.Clinic.ItIs(new(2026, 11, 9), 10, 55);
        var therapist = await story.Therapist();
        await therapist.Follow("Calendar", therapist.Page.Locator("nav.rail"));
        await therapist.Click(therapist.Page.Locator("main a").Filter(new() { HasText = Patient.Listed }).First);
        await therapist.Press("It was held");
        await therapist.Sees("Done");
    }

    internal static async Task Medicine(Story story, DateOnly day) =>
        await Book(story, await story.Desk(), "Ketamine session", day, "09:00", "12:00", "Room 2", [Colleague.Therapist, Colleague.Nurse, Colleague.Prescriber]);

    private static async Task Book(Story story, Screen desk, string what, DateOnly day, string from, string to, string room, IReadOnlyList<Colleague> with)
    {
        await story.Course(desk);
        await desk.Follow("Book a session");
        await desk.Press(what);
        await Place(desk, day, from, to, room, with);
        await desk.Press("Book it");
        await desk.Sees(from);
    }

    internal static async Task Place(Screen desk, DateOnly day, string from, string to, string room, IReadOnlyList<Colleague> with)
    {
        await desk.Type("Date", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await desk.Type("Begins", from);
        await desk.Type("Ends", to);
        await desk.Select("Room", room);
        if (await desk.Page.GetByText("Somebody else", new() { Exact = true }).CountAsync() > 0)
        {
            await desk.Unfold("Somebody else");
        }

        foreach (var colleague in with)
        {
            await desk.Choose(colleague.Name);
        }
    }
}
