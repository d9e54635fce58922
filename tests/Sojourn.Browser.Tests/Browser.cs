using Microsoft.Playwright;

namespace Sojourn.Browser.Tests;

/// <summary>A real Chromium: Debian's, or the one that SOJOURN_CHROMIUM names. One for each test class; it is closed with the class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private string path = "";

    private IPlaywright? playwright;

    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        path = Environment.GetEnvironmentVariable("SOJOURN_CHROMIUM") ?? Places.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No Chromium was found. Install it (apt-get install chromium) or name it in SOJOURN_CHROMIUM.");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = Arguments,
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

    /// <summary>A device that keeps what lies on it when its power is gone: opened again with the same folder, it has its storage still. Close its context.</summary>
    public async Task<IPage> Device(string folder, int width, int height = 900) =>
        (await playwright!.Chromium.LaunchPersistentContextAsync(folder, new BrowserTypeLaunchPersistentContextOptions { ExecutablePath = path, Args = Arguments, ViewportSize = new ViewportSize { Width = width, Height = height } })).Pages[0];

    /// <summary>A fresh page with its own cookies. What the page says went wrong fails the test that asked for it.</summary>
    public async Task<IPage> Page(int width, int height = 900, BrowserNewContextOptions? options = null)
    {
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions(options ?? new()) { ViewportSize = new ViewportSize { Width = width, Height = height } });
        return await context.NewPageAsync();
    }
}
