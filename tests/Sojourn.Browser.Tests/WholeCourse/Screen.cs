using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>One person's browser in this story: what they see, type and press, said as they would say it. Every step waits for the page that it leads to.</summary>
internal sealed class Screen
{
    private const string Old = "document.documentElement.dataset.before = 'yes'";

    private const string Another = "() => !document.documentElement?.dataset.before && document.readyState === 'complete'";

    private readonly List<string> troubles = [];

    internal Screen(IPage page, string who)
    {
        Page = page;
        Who = who;
        page.SetDefaultTimeout(30_000);
        page.PageError += (_, error) => troubles.Add($"script: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Status != 422)
            {
                troubles.Add($"{response.Status} at {response.Url}");
            }
        };
    }

    internal IPage Page { get; }

    internal string Who { get; }

    /// <summary>Pages that were loaded since the count was last set to nothing: a tap each.</summary>
    internal int Steps { get; set; }

    internal ILocator Main => Page.Locator("body");

    /// <summary>Types an address into the browser's bar: only to begin with, and for links that come by mail.</summary>
    internal Task Open(Uri address) => Going(() => Page.GotoAsync(address.ToString()));

    internal Task Follow(string link, ILocator? within = null) => Going(() => Link(link, within).First.ClickAsync());

    internal Task Press(string button, ILocator? within = null) => Going(() => Button(button, within).First.ClickAsync());

    /// <summary>A tap in the session room: the page stays, and the entry goes out by itself.</summary>
    internal async Task Tap(string button, ILocator? within = null)
    {
        await Button(button, within).First.ClickAsync();
        Steps++;
        IsWell();
    }

    internal Task Click(ILocator what) => Going(() => what.ClickAsync());

    internal Task Click(ILocator what, string key) => Going(() => what.PressAsync(key));

    internal ILocator Link(string name, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Link, new() { Name = name });

    internal ILocator Button(string name, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Types into a field, found by how its label begins.</summary>
    internal Task Type(string label, string words, ILocator? within = null) => Labelled(label, within).FillAsync(words);

    /// <summary>Chooses from a list, by how the choice begins.</summary>
    internal async Task Select(string label, string choice, ILocator? within = null)
    {
        var list = Labelled(label, within);
        var option = list.Locator("option").Filter(new() { HasTextRegex = Beginning(choice) }).First;
        await list.SelectOptionAsync(await option.GetAttributeAsync("value") ?? "");
    }

    /// <summary>Ticks or chooses one of several, by the words beside it.</summary>
    internal Task Choose(string words, ILocator? within = null) => (within ?? Main).Locator("label.option").Filter(new() { HasTextRegex = Beginning(words) }).Locator("input").First.CheckAsync();

    /// <summary>Opens a part of the page that is folded.</summary>
    internal async Task Unfold(string summary, ILocator? within = null)
    {
        var part = (within ?? Main).Locator("details", new() { Has = Page.Locator("summary").Filter(new() { HasTextRegex = Beginning(summary) }) }).Last;
        if (await part.GetAttributeAsync("open") is null)
        {
            await part.Locator("summary").First.ClickAsync();
        }
    }

    internal Task Sees(string words) => Assertions.Expect(Main).ToContainTextAsync(words);

    internal Task Sees(string words, ILocator within) => Assertions.Expect(within).ToContainTextAsync(words);

    internal ILocator Panel(string title) => Page.Locator($"section.panel[aria-label='{title}']").First;

    internal ILocator Group(string legend) => Page.Locator("fieldset").Filter(new() { Has = Page.Locator("legend").Filter(new() { HasTextRegex = Beginning(legend) }) }).First;

    /// <summary>Nothing was refused on the way, nothing is missing, no script broke.</summary>
    internal void IsWell() => Assert.True(troubles.Count == 0, $"The {Who} met: {string.Join("; ", troubles)}");

    /// <summary>Where this browser is and how its page begins; with a picture where SOJOURN_COURSE_TROUBLE names a folder.</summary>
    internal async Task<string> Last()
    {
        if (Environment.GetEnvironmentVariable("SOJOURN_COURSE_TROUBLE") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{Who}.png"), FullPage = true });
        }

        return $"{Who} at {Page.Url}: {string.Join(" | ", await Page.Locator("h1, h2, #error-summary li").AllInnerTextsAsync())}";
    }

    private ILocator Labelled(string label, ILocator? within) => (within ?? Main).Locator("input, select, textarea").And((within ?? Main).GetByLabel(Beginning(label))).First;

    private static Regex Beginning(string words) => new(@"^\s*" + Regex.Escape(words), RegexOptions.None);

    private async Task Going(Func<Task> step)
    {
        await Page.EvaluateAsync(Old);
        await step();
        await Page.WaitForFunctionAsync(Another);
        Steps++;
        IsWell();
        var refused = Page.Locator("#error-summary");
        Assert.True(await refused.CountAsync() == 0 || MayBeRefused, await refused.CountAsync() == 0 ? "" : $"The {Who} was refused at {Page.Url}: {await refused.First.InnerTextAsync()}");
    }

    /// <summary>Set where the story wants to see a refusal.</summary>
    internal bool MayBeRefused { get; set; }
}
