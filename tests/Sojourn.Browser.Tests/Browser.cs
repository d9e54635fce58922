using Microsoft.Playwright;

namespace Sojourn.Browser.Tests;

/// <summary>A real Chromium: Debian's, or the one that SOJOURN_CHROMIUM names. One for each test class; it is closed with the class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;

    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("SOJOURN_CHROMIUM") ?? Places.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No Chromium was found. Install it (apt-get install chromium) or name it in SOJOURN_CHROMIUM.");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.CloseAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A fresh page with its own cookies. What the page says went wrong fails the test that asked for it.</summary>
    public async Task<IPage> Page(int width, int height = 900, BrowserNewContextOptions? options = null)
    {
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions(options ?? new()) { ViewportSize = new ViewportSize { Width = width, Height = height } });
        return await context.NewPageAsync();
    }
}
