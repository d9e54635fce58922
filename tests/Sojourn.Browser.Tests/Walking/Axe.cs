using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Sojourn.Browser.Tests.Walking;

/// <summary>Axe in the page itself, violations only. Beside <c>RunAxe</c>, which opens a second page for each run, it takes half the time; a walk has hundreds of pages.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => `${v.id} (${v.impact}): ${v.nodes.slice(0, 2).map(n => n.html.slice(0, 200)).join(' | ')}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>One line for each violation of serious or critical impact, with the first places it is at.</summary>
    internal static async Task<IReadOnlyList<string>> SeriousOn(IPage page)
    {
        await page.EvaluateAsync<JsonElement?>(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
