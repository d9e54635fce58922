namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>The readiness form in six parts, then the questionnaires that the programme asks before anything begins.</summary>
internal static class TellingAboutOneself
{
    internal static async Task Play(Story story)
    {
        var phone = story.Phone;
        await phone.Follow("Tell us about yourself");
        await phone.Follow("Begin");
        await phone.Type("If this helps, what will be different?", "I carry my daughter up the stairs.");
        await phone.Type("One thing you would like to do again", "Walk the dog to the river.");
        await story.Pictures.Take(phone, "readiness");
        await phone.Press("Save and go on");
        await phone.Type("When did it begin?", "2024-06");
        await phone.Choose("All the time");
        foreach (var (question, answer) in new[] { ("On a usual day", "6"), ("On your worst day", "9"), ("On your best day", "4") })
        {
            await Rate(phone, question, answer);
        }

        await phone.Press("Save and go on");
        await Rate(phone, "How much does it weigh on your mood?", "6");
        await Rate(phone, "On your sleep?", "7");
        await phone.Press("Save and go on");
        await phone.Unfold("Add something you have tried");
        await phone.Choose("A medicine");
        await phone.Type("Its name", "Duloxetine");
        await phone.Type("For how long", "eight months");
        await phone.Choose("Yes", phone.Group("Did it have a fair chance"));
        await phone.Press("Add it");
        await phone.Sees("Duloxetine");
        await phone.Press("Save and go on");
        await phone.Type("What worries you about this treatment?", "That I lose control and nobody is there.");
        await phone.Type("What helps you when you are afraid?", "A hand on the shoulder, and being told what time it is.");
        await phone.Press("Save and go on");
        await phone.Choose("I prefer to tell my therapist in person");
        await phone.Press("Save and go on");
        await phone.Press("I have finished");
        await phone.Sees("You have finished. Thank you.");
        await phone.Follow("Back");
        await story.Pictures.Take(phone, "patient-home");
        await Answering.All(story, new Answers(Mood: "2", Pain: "7"));
    }

    internal static Task Rate(Screen phone, string question, string answer) =>
        phone.Group(question).Locator("label", new() { Has = phone.Page.Locator($"input[value='{answer}']") }).ClickAsync();
}
