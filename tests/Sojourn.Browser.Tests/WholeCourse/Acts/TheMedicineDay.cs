namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>A medicine day: questions in the morning, arrival, the gate, the dose with its double check, readings on their cadence, a moment, home with her sister.</summary>
internal static class TheMedicineDay
{
    /// <summary>Minutes from one reading to the next: the cadence of an injection into a muscle, up to the earliest time to go home.</summary>
    private static readonly int[] Between = [5, 5, 5, 15, 15, 15, 30, 30];

    internal static async Task Play(Story story, int number)
    {
        var day = new DateOnly(2026, 11, 12).AddDays(7 * (number - 1));
        await story.Clinic.ItIs(day, 8, 5);
        await Answering.All(story, new Answers(Mood: number == 1 ? "2" : "1", Pain: number switch { 1 => "7", 2 => "5", _ => "4" }));
        await story.Clinic.ItIs(day, 8, 52);
        await Arriving(await story.Desk());
        await Gate(story);
        await Dose(story, number);
        await Watching(story, number);
        await GoingHome(story, number);
    }

    private static async Task Arriving(Screen desk)
    {
        await desk.Follow("Today", desk.Page.Locator("nav.rail"));
        await desk.Click(desk.Page.Locator("main a").Filter(new() { HasText = Patient.Listed }).First);
        await desk.Press("They are here");
        await desk.Sees("Ready, here");
    }

    private static async Task Gate(Story story)
    {
        var nurse = await story.Nurse();
        await Enter(nurse);
        await nurse.Tap("I watch");
        await nurse.Sees($"{Colleague.Nurse.Name}, nurse, watching");
        await nurse.Type("Weight today", "70.2");
        await nurse.Press("Record the weight");
        await Reading(nurse, 122, 5);
        await story.Clinic.Pass(6);
        await Reading(nurse, 120, 5);
        var therapist = await story.Therapist();
        await Enter(therapist);
        await therapist.Tap("I watch");
        await therapist.Sees($"{Colleague.Therapist.Name}, therapist, watching");
        await Tick(therapist);
        await therapist.Press("Keep the ticks");
        var prescriber = await story.Prescriber();
        await Enter(prescriber);
        await Tick(prescriber);
        await prescriber.Press("Keep the ticks");
        await nurse.Page.ReloadAsync();
        await Tick(nurse);
        await nurse.Press("Pass the gate");
        await nurse.Sees("Gate passed");
    }

    private static async Task Dose(Story story, int number)
    {
        var nurse = await story.Nurse();
        await story.Clinic.Pass(3);
        await nurse.Type("Dose", number switch { 1 => "25", 2 => "28", _ => "30" }, nurse.Page.Locator("#dose-form"));
        await nurse.Select("Checked by a second person", Colleague.Therapist.Name, nurse.Page.Locator("#dose-form"));
        await nurse.Type("Their PIN", CourseClinic.Pin, nurse.Page.Locator("#dose-form"));
        await nurse.Press("Record the dose");
        await nurse.Sees("Next: vitals, minute 5");
    }

    private static async Task Watching(Story story, int number)
    {
        var nurse = await story.Nurse();
        var minute = 0;
        foreach (var wait in Between)
        {
            await story.Clinic.Pass(wait);
            minute += wait;
            await Reading(nurse, minute switch { < 15 => 132, < 60 => 136, _ => 124 }, minute is > 5 and < 60 ? 4 : 5, minute);
            if (minute is 15)
            {
                await nurse.Tap("Dreamlike");
                await nurse.Tap("Quiet");
                var therapist = await story.Therapist();
                await therapist.Page.ReloadAsync();
                await therapist.Unfold("Moment");
                await therapist.Choose("Said", therapist.Page.Locator("#moment-form"));
                await therapist.Type("Words", "My shoulders came down by themselves.", therapist.Page.Locator("#moment-form"));
                await therapist.Tap("Note the moment");
                await therapist.Sees("My shoulders came down by themselves.");
            }

            if (minute is 45 && number == 1)
            {
                await nurse.Page.ReloadAsync();
                await story.Pictures.Take(nurse, "session-room");
            }
        }
    }

    private static async Task GoingHome(Story story, int number)
    {
        var nurse = await story.Nurse();
        await nurse.Tap("Effects are lessening");
        await nurse.Sees("What stayed with you?");
        await nurse.Type("In their own words", "It was wide, and my back was only a part of it.");
        await nurse.Tap("Keep the words");
        await nurse.Sees("It was wide, and my back was only a part of it.");
        await story.Clinic.Pass(4);
        foreach (var tick in await nurse.Page.Locator("#discharge-form input[name='tick']:not([disabled])").AllAsync())
        {
            await tick.CheckAsync();
        }

        await nurse.Type("Escort who has arrived", Patient.Escort);
        await nurse.Choose("Said and understood");
        await nurse.Press("Discharge");
        await nurse.Sees("Gone home");
        if (number == 1)
        {
            await nurse.Follow("Going-home sheet");
            await nurse.Sees(Patient.Escort);
        }
    }

    private static async Task Enter(Screen screen)
    {
        await screen.Follow("Session room", screen.Page.Locator("nav.rail"));
        await screen.Follow(Patient.Listed);
    }

    private static async Task Tick(Screen screen)
    {
        foreach (var tick in await screen.Page.Locator("#gate-form input[name='tick']:not([disabled])").AllAsync())
        {
            await tick.CheckAsync();
        }
    }

    private static async Task Reading(Screen nurse, int systolic, int response, int minute = 0)
    {
        await nurse.Page.ReloadAsync();
        var form = nurse.Page.Locator("#vitals-form");
        foreach (var (sign, value) in new[] { ("Systolic", systolic), ("Diastolic", systolic - 46), ("Pulse", 66 + (systolic - 118)), ("Oxygen", 98), ("Breaths", 15) })
        {
            await nurse.Type(sign, value.ToString(System.Globalization.CultureInfo.InvariantCulture), form);
        }

        await nurse.Select("Response to name", $"{response}:", form);
        await nurse.Select("Pain", minute switch { 0 => "6", < 15 => "4", < 60 => "1", _ => "2" }, form);
        if (minute >= 90)
        {
            await nurse.Unfold("More", form);
            await nurse.Type("Aldrete", "10", form);
        }

        await nurse.Tap("Record vitals", form);
        await nurse.Sees($"{systolic}/{systolic - 46}", nurse.Page.Locator(".now-strip"));
    }
}
