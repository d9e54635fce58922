namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>A week on: measures, sessions and doses on one axis for the team, her own line for her.</summary>
internal static class Looking
{
    internal static async Task Play(Story story)
    {
        foreach (var (day, pain) in new[] { (new DateOnly(2026, 12, 3), "2"), (new(2026, 12, 7), "4") })
        {
            await story.Clinic.ItIs(day, 18, 10);
            await Answering.All(story, new Answers(Mood: "1", Pain: pain));
        }

        await story.Phone.Follow("My line");
        await story.Pictures.Take(story.Phone, "my-line");
        var therapist = await story.Therapist();
        await story.Record(therapist);
        await therapist.Follow("Outcomes");
        await therapist.Sees("3 medicine sessions");
        await story.Pictures.Take(therapist, "outcomes-of-a-course");
    }
}
