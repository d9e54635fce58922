using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

/// <summary>Words of a page on which answers are read once more before they are recorded.</summary>
/// <param name="Title">"Check the room".</param>
/// <param name="Action">Where the form posts: the same place as the form before.</param>
/// <param name="Words">Of the button: "Open the room".</param>
/// <param name="Note">What follows from it; null for nothing that the answers do not say.</param>
public sealed record CheckWords(string Title, string Action, string Words, IReadOnlyList<Design.Crumb> Crumbs, string? Note = null);

/// <summary>A form, then a page that shows the answers once more, then the fact. A program that posts JSON is asked once.</summary>
internal static class Checking
{
    private static readonly string[] NotCarried = ["command-id", "step", "change", "__RequestVerificationToken"];

    internal static Task<IResult> Send<T>(
        Exchange x,
        CheckWords words,
        Parsed<T> parsed,
        Func<T, IReadOnlyList<(string Label, string? Value)>> answers,
        Func<T, Task<Outcome>> run,
        Func<T, string> seenAt,
        Func<Form, IResult> again)
        where T : class
    {
        if (x.Fields["change"] is not null)
        {
            return Task.FromResult(again(Form.Back(x.Fields, [], [])));
        }

        return parsed is { IsGood: true, Value: { } value } && !x.WantsJson && x.Fields["step"] != "checked"
            ? Task.FromResult(x.Page<CheckPage>(new CheckPage.View(words, answers(value), [.. Carried(x.Fields)], Guid.TryParse(x.Fields["command-id"], out var id) ? id : null)))
            : x.Send(parsed, run, seenAt, again);
    }

    private static IEnumerable<(string Name, string Value)> Carried(Fields fields) =>
        fields.Names.Except(NotCarried, StringComparer.Ordinal).SelectMany(name => fields.Every(name).Select(value => (name, value)));
}
