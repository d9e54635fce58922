using System.Globalization;
using System.Text.RegularExpressions;

namespace Sojourn.Web.Tests.Design;

/// <summary>Contrast by the formula of WCAG 2.2, read from the stylesheet that is served.</summary>
public sealed partial class TheColours
{
    private static readonly string Css = ReadTokens();

    public static TheoryData<string> Themes => ["day", "room"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_has_four_and_a_half_to_one_on_every_ground(string theme)
    {
        var colours = Theme(theme);
        foreach (var text in new[] { "ink", "ink-2", "ink-3", "accent", "ok", "amber", "red", "info" })
        {
            foreach (var ground in new[] { "ground", "surface", "sunk" })
            {
                Assert.True(Contrast(colours[text], colours[ground]) >= 4.5, $"{text} on {ground} by {theme}");
            }
        }

        foreach (var tone in new[] { "accent", "ok", "amber", "red", "info" })
        {
            Assert.True(Contrast(colours[tone], colours[tone + "-soft"]) >= 4.5, $"{tone} on its soft ground by {theme}");
            Assert.True(Contrast(colours["ink-2"], colours[tone + "-soft"]) >= 4.5, $"ink-2 on {tone}-soft by {theme}");
        }

        Assert.True(Contrast(colours["accent-on"], colours["accent-fill"]) >= 4.5);
        Assert.True(Contrast(colours["red-on"], colours["red-fill"]) >= 4.5);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Edges_of_controls_and_ink_of_charts_have_three_to_one(string theme)
    {
        var colours = Theme(theme);
        foreach (var ink in new[] { "edge", "d-pressure", "d-pulse", "d-oxygen", "d-depth", "d-predicted", "d-pain", "d-peg", "d-phq", "d-gad", "d-relief" })
        {
            Assert.True(Contrast(colours[ink], colours["surface"]) >= 3, $"{ink} on surface by {theme}");
        }
    }

    [Fact]
    public void No_ground_or_ink_of_the_room_is_bright_enough_to_flash()
    {
        foreach (var (name, colour) in Theme("room").Where(c => !c.Key.StartsWith("drug", StringComparison.Ordinal) && c.Key is not ("accent-on" or "now")))
        {
            Assert.True(Luminance(colour) <= 0.72, $"{name} is too bright for a dim room");
        }
    }

    [Fact]
    public void Each_colour_is_named_once_with_its_day_and_its_night()
    {
        Assert.Equal(Theme("day").Keys, Theme("room").Keys);
        Assert.Contains("""@media (prefers-color-scheme: dark) { [data-theme="auto"] { color-scheme: dark; --by-day: ; --by-night: initial; } }""", Css, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Theme(string name) =>
        Colours().Matches(Css).ToDictionary(m => m.Groups["name"].Value, m => m.Groups[name == "room" ? "night" : "day"].Value, StringComparer.Ordinal);

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var share = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    private static string ReadTokens()
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream("asset/css/tokens.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"--(?<name>[a-z0-9-]+): var\(--by-day, (?<day>#[0-9a-f]{6})\) var\(--by-night, (?<night>#[0-9a-f]{6})\);")]
    private static partial Regex Colours();
}
