using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>The README's pictures, kept on the way where SOJOURN_PICTURES names a folder; otherwise nothing is written. See eng/pictures.</summary>
internal sealed class Pictures
{
    private readonly string? folder = Environment.GetEnvironmentVariable("SOJOURN_PICTURES") is { Length: > 0 } named ? named : null;

    internal bool Wanted => folder is not null;

    internal async Task Take(Screen screen, string name, bool whole = false)
    {
        if (folder is not null)
        {
            await screen.Page.EvaluateAsync("scrollTo(0, 0); document.activeElement?.blur()");
            await screen.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
        }
    }
}
