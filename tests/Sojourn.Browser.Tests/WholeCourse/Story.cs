using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>The people of the story, each at their own browser, and the clock they share.</summary>
internal sealed class Story(CourseClinic clinic, Browser browser)
{
    private readonly Dictionary<string, (Screen Screen, DateTimeOffset SignedIn)> staff = new(StringComparer.Ordinal);

    internal CourseClinic Clinic => clinic;

    internal Pictures Pictures { get; } = new();

    /// <summary>The patient's own phone.</summary>
    internal Screen Phone { get; private set; } = null!;

    internal DateOnly Today => DateOnly.FromDateTime(clinic.Now.DateTime);

    internal Task<Screen> Desk() => At(Colleague.Desk, 1280);

    internal Task<Screen> Therapist() => At(Colleague.Therapist, 1280);

    internal Task<Screen> Nurse() => At(Colleague.Nurse, 1280);

    internal Task<Screen> Prescriber() => At(Colleague.Prescriber, 1280);

    /// <summary>Act after act. Where one fails, what everybody saw last is said with it.</summary>
    internal async Task Tell(IReadOnlyList<Func<Story, Task>> acts)
    {
        foreach (var act in acts)
        {
            try
            {
                await act(this);
            }
            catch (Exception trouble)
            {
                throw new InvalidOperationException($"{act.Method.DeclaringType?.Name}, {clinic.Now:ddd d-MMM HH:mm}: {trouble.Message}\n{await Seen()}", trouble);
            }
        }
    }

    private async Task<string> Seen()
    {
        var screens = staff.Values.Select(there => there.Screen).Prepend(Phone).Where(screen => screen is not null);
        return string.Join("\n", await Task.WhenAll(screens.Select(screen => screen.Last())));
    }

    /// <summary>A phone that has never been here.</summary>
    internal async Task<Screen> NewPhone()
    {
        var screen = new Screen(await browser.Page(390, 844, new BrowserNewContextOptions { DeviceScaleFactor = Pictures.Wanted ? 2 : 1 }), "patient");
        return Phone ??= screen;
    }

    /// <summary>A second phone, without anything remembered.</summary>
    internal async Task<Screen> StrangePhone() => new(await browser.Page(390, 844, new BrowserNewContextOptions { DeviceScaleFactor = Pictures.Wanted ? 2 : 1 }), "patient without password");

    internal async Task SignIn(Screen screen, string email, string password)
    {
        await screen.Open(new Uri(clinic.Address, "/sign-in"));
        await screen.Type("E-mail address", email);
        await screen.Type("Password", password);
        await screen.Click(screen.Page.Locator("main form[action='/sign-in'] button").First);
    }

    /// <summary>What anybody of the staff does to find the person: the list, the name.</summary>
    internal async Task<Screen> Record(Screen screen)
    {
        await clinic.Settle();
        await screen.Follow("People", screen.Page.Locator("nav.rail"));
        await screen.Follow(Patient.Listed);
        return screen;
    }

    internal async Task<Screen> Course(Screen screen)
    {
        await Record(screen);
        await screen.Follow("Open the course");
        return screen;
    }

    /// <summary>A new morning, a new sign-in: an evening's cookie is over.</summary>
    private async Task<Screen> At(Colleague colleague, int width)
    {
        await clinic.Settle();
        if (!staff.TryGetValue(colleague.Role, out var there))
        {
            there = (new Screen(await browser.Page(width, 900), colleague.Role), DateTimeOffset.MinValue);
        }

        if (clinic.Now - there.SignedIn > TimeSpan.FromHours(6))
        {
            await SignIn(there.Screen, colleague.Email, CourseClinic.Password);
            there = (there.Screen, clinic.Now);
        }

        staff[colleague.Role] = there;
        return there.Screen;
    }
}
