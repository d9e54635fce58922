using System.Globalization;
using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.Walking;

/// <summary>Somebody signed in who follows every link once for each pattern, and notes what is wrong on the way.</summary>
internal sealed class Walk(IPage page, Uri address, string who)
{
    private const int Desk = 1280;
    private const int Phone = 360;

    private readonly Queue<(string Place, string From)> ahead = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> findings = [];

    /// <summary>Pages that were looked at.</summary>
    internal int Pages { get; private set; }

    internal async Task<IReadOnlyList<string>> From(string start)
    {
        page.PageError += (_, error) => Note(page.Url, $"a script failed: {error}");
        page.Console += (_, message) =>
        {
            // A page that was refused is noted by its status; the browser's own line about it adds nothing.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                Note(page.Url, $"the console says: {message.Text}");
            }
        };
        Meet(start, "the start");
        while (ahead.TryDequeue(out var next))
        {
            await Visit(next.Place, next.From);
        }

        return findings;
    }

    private void Meet(string place, string from)
    {
        if (known.Add(RoutePattern.Of(place)))
        {
            ahead.Enqueue((place, from));
        }
    }

    private async Task Visit(string place, string from)
    {
        if (!await IsPage(place, from))
        {
            return;
        }

        Pages++;
        await LookAtLinks(place);
        await LookWithAxe(place);
        await LookForOverflow(place, Desk);
        await page.SetViewportSizeAsync(Phone, 760);
        await LookForOverflow(place, Phone);
        await page.SetViewportSizeAsync(Desk, 900);
    }

    /// <summary>Opens it. A file to keep is no page; it only has to be there.</summary>
    private async Task<bool> IsPage(string place, string from)
    {
        if (place.Contains(".ics", StringComparison.Ordinal))
        {
            Expect200(place, from, (await page.APIRequest.GetAsync(new Uri(address, place).ToString())).Status);
            return false;
        }

        var answer = await page.GotoAsync(new Uri(address, place).ToString());
        return answer is not null && Expect200(place, from, answer.Status);
    }

    private bool Expect200(string place, string from, int status)
    {
        if (status != 200)
        {
            Note(place, string.Create(CultureInfo.InvariantCulture, $"answers {status}; the link is on {from}"));
        }

        return status == 200;
    }

    private async Task LookAtLinks(string place)
    {
        var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var link in links)
        {
            if (link.Contains("&amp;", StringComparison.Ordinal))
            {
                Note(place, $"a link is escaped twice: {link}");
            }

            if (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !link.StartsWith("/assets", StringComparison.Ordinal))
            {
                Meet(link.Split('#')[0], place);
            }
        }
    }

    private async Task LookWithAxe(string place)
    {
        foreach (var violation in await Axe.SeriousOn(page))
        {
            Note(place, $"axe: {violation}");
        }
    }

    /// <summary>A chart is drawn anew a moment after the width changes; what is still too wide after that stays so.</summary>
    private async Task LookForOverflow(string place, int width)
    {
        try
        {
            await page.WaitForFunctionAsync("width => window.innerWidth === width && document.documentElement.scrollWidth <= width", width, new PageWaitForFunctionOptions { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            // On a busy machine it may have come right between the last look and this one.
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
            {
                Note(place, string.Create(CultureInfo.InvariantCulture, $"is {wide} px wide at {width} px"));
            }
        }
    }

    private void Note(string place, string what) => findings.Add($"{who}: {place}: {what}");
}
