namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>The second and third medicine sessions, as the plan says, each with its talk afterwards.</summary>
internal static class TheRestOfTheSeries
{
    internal static async Task Play(Story story)
    {
        foreach (var number in new[] { 2, 3 })
        {
            var day = new DateOnly(2026, 11, 12).AddDays(7 * (number - 1));
            await story.Clinic.ItIs(day.AddDays(-3), 17, 0);
            await Answering.All(story, new Answers(Mood: "1", Pain: "4"));
            await Preparing.ForTheDay(story);
            await BookingTheSessions.Medicine(story, day);
            await Preparing.Ride(story);
            await TheMedicineDay.Play(story, number);
            if (number == 2)
            {
                await Integrating.Play(story, day.AddDays(1));
            }
        }

        await Held(story);
    }

    /// <summary>The talk after the last session was booked long before.</summary>
    private static async Task Held(Story story)
    {
        await story.Clinic.ItIs(new(2026, 11, 27), 10, 55);
        var therapist = await story.Therapist();
        await therapist.Follow("Today", therapist.Page.Locator("nav.rail"));
        await therapist.Click(therapist.Page.Locator("main a").Filter(new() { HasText = Patient.Listed }).First);
        await therapist.Follow("Write what came up");
        await therapist.Type("What came up", "She carried her daughter up the stairs on Tuesday.");
        await therapist.Press("Record the integration");
        await therapist.Sees("She carried her daughter up the stairs on Tuesday.");
    }
}
