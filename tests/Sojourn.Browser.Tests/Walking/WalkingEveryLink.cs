using System.Collections.Concurrent;
using Microsoft.Playwright;
using Sojourn.Web.Accounts;

namespace Sojourn.Browser.Tests.Walking;

/// <summary>
/// Everybody who works in the demo clinic, its patient and a visitor follow every link they are shown, once for each pattern: each answers, fits a desk and a
/// phone, says nothing in the console, and axe finds nothing serious.
/// </summary>
public sealed class WalkingEveryLink(DemoHouse demo, Browser browser) : IClassFixture<DemoHouse>, IClassFixture<Browser>
{
    private const int AtOnce = 3;

    [Fact]
    public async Task Every_link_that_a_role_is_shown_answers_and_its_page_is_sound_on_a_desk_and_a_phone()
    {
        var findings = new ConcurrentBag<string>();
        var pages = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        string[] everybody = [.. demo.Logins, Visitor];
        await Parallel.ForEachAsync(everybody, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (login, _) =>
        {
            var page = await browser.Page(1280);
            var walk = new Walk(page, demo.Address, login.Split('@')[0]);
            if (login != Visitor)
            {
                await SignIn(page, login);
            }

            foreach (var finding in await walk.From(login == Visitor ? "/" : "/home"))
            {
                findings.Add(finding);
            }

            pages[login] = walk.Pages;
            await page.Context.CloseAsync();
        });
        Assert.True(findings.IsEmpty, $"{findings.Count} findings:\n{string.Join('\n', findings.Order(StringComparer.Ordinal))}");
        Assert.Equal(9, pages.Count); // a login for each of six roles, two patients, and a visitor
        Assert.True(pages.Values.Min() >= 5, $"Somebody saw few pages: {string.Join(", ", pages)}");
    }

    private const string Visitor = "visitor";

    private async Task SignIn(IPage page, string login)
    {
        await page.GotoAsync(new Uri(demo.Address, "/sign-in").ToString());
        await page.Locator("#email").FillAsync(login);
        await page.Locator("#password").FillAsync(SignInPage.DemoPassword);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }
}
