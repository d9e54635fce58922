using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>The nurse measures and asks; the prescriber looks at what was found and decides.</summary>
internal static class Assessing
{
    /// <summary>What is not answered with no.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["escort-arranged"] = "yes",
        ["therapeutic-goal"] = "yes",
        ["pregnancy"] = "not-possible",
        ["suicide-risk"] = "none",
        ["recorded-sex"] = "female",
        ["drug-use"] = "none-or-little",
        ["resting-systolic"] = "124",
        ["resting-diastolic"] = "78",
        ["liver-enzymes-times-normal"] = "1",
        ["egfr"] = "95",
        ["age"] = "42",
        ["pain-months"] = "29",
    };

    internal static async Task Play(Story story)
    {
        await story.Clinic.ItIs(new(2026, 11, 5), 9, 30);
        await Measuring(story, await story.Nurse());
        await Asking(story, await story.Nurse());
        await AskingAloud(story, await story.Nurse());
        await Deciding(story, await story.Prescriber());
        await Answering.Home(story);
        await story.Phone.Follow("What was decided");
        await story.Phone.Sees("You can go on");
    }

    private static async Task Measuring(Story story, Screen nurse)
    {
        await story.Record(nurse);
        await nurse.Unfold("Add vital signs");
        var form = nurse.Page.Locator("#vitals");
        foreach (var (sign, value) in new[] { ("Pressure, upper", "124"), ("Pressure, lower", "78"), ("Pulse", "68"), ("Oxygen", "98"), ("Weight", "70.5"), ("Height", "166") })
        {
            await nurse.Type(sign, value, form);
        }

        await nurse.Press("Add the vital signs");
        await nurse.Unfold("Add a medicine");
        await nurse.Type("Medicine", "Duloxetine", nurse.Page.Locator("#medicines"));
        await nurse.Press("Add the medicine");
        await nurse.Press("Asked: none known");
        await nurse.Follow("Open the course");
    }

    private static async Task Asking(Story story, Screen nurse)
    {
        await nurse.Follow("Assess", nurse.Panel("Assessment"));
        var sections = nurse.Page.Locator("#answers details");
        var count = await sections.CountAsync();
        for (var i = 0; i < count; i++)
        {
            var section = sections.Nth(i);
            if (await section.GetAttributeAsync("open") is null)
            {
                await section.Locator("summary").ClickAsync();
            }

            await Answer(section);
            await nurse.Press("Save these answers", section);
        }

        await story.Pictures.Take(nurse, "assessment", whole: true);
    }

    /// <summary>What is not left to a form: asked face to face, written down at once.</summary>
    private static async Task AskingAloud(Story story, Screen nurse)
    {
        await story.Course(nurse);
        await nurse.Follow("Check-ins", nurse.Panel("Consent and preparation"));
        await nurse.Follow("Columbia-Suicide Severity Rating Scale");
        await nurse.Follow("Ask and write down");
        foreach (var question in await nurse.Page.Locator("main fieldset").Filter(new() { HasNotText = "Only when" }).AllAsync())
        {
            await question.Locator("input[value='0']").CheckAsync();
        }

        await nurse.Press("Keep the answers");
        await nurse.Sees("answered, not yet read");
    }

    private static async Task Answer(ILocator section)
    {
        var names = await section.Locator("input[name^='fact-']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(one => one.name))]");
        foreach (var name in names)
        {
            var answer = Known.GetValueOrDefault(name["fact-".Length..]);
            var choices = section.Locator($"input[type=radio][name='{name}']");
            if (await choices.CountAsync() > 0)
            {
                await section.Locator($"input[name='{name}'][value='{answer ?? "no"}']").CheckAsync();
            }
            else if (answer is not null)
            {
                await section.Locator($"input[name='{name}']").FillAsync(answer);
            }
        }
    }

    private static async Task Deciding(Story story, Screen prescriber)
    {
        await prescriber.Follow("Inbox", prescriber.Page.Locator("nav.rail"));
        await prescriber.Follow($"Assess {Patient.FullName}: the readiness form is finished");
        await prescriber.Sees("I carry my daughter up the stairs.");
        foreach (var note in await prescriber.Page.Locator("#decide textarea[name^='note-']").AllAsync())
        {
            await note.FillAsync("Looked at together; no reason against it.");
        }

        await prescriber.Choose("Suitable", prescriber.Group("What do you decide?"));
        await prescriber.Press("Record the decision");
        await prescriber.Sees("Suitable, good until", prescriber.Panel("Decision"));
        await story.Clinic.Settle();
    }
}
