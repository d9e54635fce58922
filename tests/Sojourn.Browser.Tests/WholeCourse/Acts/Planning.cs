namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>Her goal in her own words, a plan from the programme, and three who agree to the same version.</summary>
internal static class Planning
{
    internal static async Task Play(Story story)
    {
        await story.Clinic.ItIs(new(2026, 11, 6), 9, 0);
        await Goal(story);
        await Proposing(story, await story.Therapist());
        await Agreeing(story);
    }

    private static async Task Goal(Story story)
    {
        await Answering.Home(story);
        await story.Phone.Follow("My plan");
        await story.Phone.Follow("Add a goal");
        await story.Phone.Type("My goal", "Carry my daughter up the stairs");
        await story.Phone.Press("Keep this goal");
        await story.Phone.Sees("“Carry my daughter up the stairs”");
    }

    private static async Task Proposing(Story story, Screen therapist)
    {
        await story.Course(therapist);
        await therapist.Follow("Open the assessment");
        await therapist.Follow("To the plan");
        await therapist.Sees("Carry my daughter up the stairs");
        await therapist.Follow("Propose a plan");
        await therapist.Type("Ketamine session, how many", "3");
        await therapist.Page.GetByLabel("Days from one to the next").First.FillAsync("7");
        await therapist.Choose("Injection into a muscle");
        await therapist.Choose("Psycholytic");
        await therapist.Press("Propose this version");
        await therapist.Press("Agree to version 1 as therapist");
        await therapist.Sees("waits for");
    }

    private static async Task Agreeing(Story story)
    {
        await Answering.Home(story);
        await story.Phone.Follow("Your plan");
        await story.Phone.Follow("Read it and agree");
        await story.Phone.Type("Type your name to agree", Patient.FullName);
        await story.Pictures.Take(story.Phone, "plan-on-phone");
        await story.Phone.Press("I agree to this plan");
        await story.Phone.Sees("You have agreed to version 1");
        var prescriber = await story.Prescriber();
        await prescriber.Follow("Inbox", prescriber.Page.Locator("nav.rail"));
        await prescriber.Click(prescriber.Page.GetByText("Read version 1 of the plan and agree to it").First);
        await prescriber.Press("Agree to version 1 as prescriber");
        await prescriber.Sees("Version 1 is agreed by all and in force.");
        await story.Pictures.Take(prescriber, "plan");
    }
}
