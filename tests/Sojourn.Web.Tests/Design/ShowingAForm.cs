using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Tests.Design;

public sealed partial class ShowingAForm
{
    private static readonly Form CameBack = Form.Back(
        new Fields(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["weight"] = ["1540"], ["asked"] = ["name", "born"], ["note"] = ["\n<b>calm</b>"] }),
        [new Fault("weight", "1540 kg is outside 25 to 350.")],
        [new Refusal("preparation.item-missing", "Nobody is named to take them home.", new Remedy("Name the escort", "sessions/1/escort"))]);

    [Fact]
    public async Task What_was_typed_is_still_there_and_wins_over_what_was_known()
    {
        var html = await Render<NumberField>(CameBack, new() { ["Name"] = "weight", ["Label"] = "Weight", ["Value"] = "68" });
        Assert.Contains("value=\"1540\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"68\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_the_field_and_is_read_out_with_it()
    {
        var html = await Render<NumberField>(CameBack, new() { ["Name"] = "weight", ["Label"] = "Weight", ["Hint"] = "Today's" });
        Assert.Contains("aria-describedby=\"weight-hint weight-wrong\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("1540 kg is outside 25 to 350.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_leads_to_the_field_and_to_the_place_that_clears_a_refusal()
    {
        var html = await Render<ErrorSummary>(CameBack, []);
        Assert.Contains("There is a problem", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#weight\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/sessions/1/escort\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_nobody_has_sent_has_no_summary() => Assert.DoesNotContain("problem", await Render<ErrorSummary>(Form.Fresh, []), StringComparison.Ordinal);

    [Fact]
    public async Task Every_ticked_box_stays_ticked_and_no_other()
    {
        Option[] options = [new("name", "Name"), new("born", "Date of birth"), new("number", "Number")];
        var html = await Render<Checks>(CameBack, new() { ["Name"] = "asked", ["Label"] = "Asked", ["Options"] = options, ["Chosen"] = new[] { "number" } });
        Assert.Equal(["name", "born"], CheckedValues().Matches(html).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public async Task Text_of_a_person_is_never_markup()
    {
        var html = await Render<TextArea>(CameBack, new() { ["Name"] = "note", ["Label"] = "Note" });
        Assert.Contains("&lt;b&gt;calm", html, StringComparison.Ordinal);
        var chart = ChartData.Json(new Dictionary<string, string>(StringComparer.Ordinal) { ["words"] = "</script><script>" });
        Assert.DoesNotContain("<", chart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_showing_of_a_form_carries_a_command_id_of_its_own()
    {
        var first = CommandIds().Match(await Render<CommandForm>(Form.Fresh, new() { ["Action"] = "/x" })).Groups[1].Value;
        var second = CommandIds().Match(await Render<CommandForm>(Form.Fresh, new() { ["Action"] = "/x" })).Groups[1].Value;
        Assert.True(Guid.TryParse(first, out var id) && id.Version == 7);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Two_forms_on_a_page_keep_the_ids_of_their_fields_apart()
    {
        RenderFragment field = builder => Add<NumberField>(builder, new() { ["Name"] = "weight", ["Label"] = "Weight" });
        var html = await Render<CommandForm>(CameBack, new() { ["Action"] = "/x", ["Id"] = "second", ["Form"] = CameBack, ["ChildContent"] = field });
        Assert.Contains("href=\"#second-weight\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"second-weight\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"weight\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_shut_says_why()
    {
        Option[] options = [new("vein", "Into a vein", WhyNot: "Room 3 is not approved for infusions.")];
        var html = await Render<Choice>(Form.Fresh, new() { ["Name"] = "route", ["Label"] = "Route", ["Options"] = options });
        Assert.Contains("disabled", html, StringComparison.Ordinal);
        Assert.Contains("Room 3 is not approved for infusions.", html, StringComparison.Ordinal);
    }

    private static async Task<string> Render<TComponent>(Form form, Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<AntiforgeryStateProvider, NoToken>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        RenderFragment part = builder => Add<TComponent>(builder, parameters);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<Form>>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Value"] = form, ["ChildContent"] = part })))
            .ToHtmlString());
    }

    private static void Add<TComponent>(RenderTreeBuilder builder, Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        builder.OpenComponent<TComponent>(0);
        builder.AddMultipleAttributes(1, parameters!);
        builder.CloseComponent();
    }

    [GeneratedRegex("value=\"([a-z]+)\" checked")]
    private static partial Regex CheckedValues();

    [GeneratedRegex("name=\"command-id\" value=\"([^\"]+)\"")]
    private static partial Regex CommandIds();

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
