using Microsoft.AspNetCore.Components;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Design;

/// <summary>What every field has: a name, a label, a hint, what was typed, what is wrong with it. The form comes from <c>CommandForm</c>.</summary>
public abstract class Field : ComponentBase
{
    [CascadingParameter]
    public Form Form { get; set; } = Form.Fresh;

    /// <summary>The id of the form, where a page has several: it keeps the ids of their fields apart.</summary>
    [CascadingParameter(Name = "FormId")]
    public string? FormId { get; set; }

    /// <summary>The field name that is posted.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What to enter and why it is asked, when the label does not say it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>The value before anybody typed; what was typed always wins.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Writes "(optional)" after the label. Fields without it are needed.</summary>
    [Parameter]
    public bool Optional { get; set; }

    protected string? Shown => Form.Value(Name) ?? Value;

    protected string? Wrong => Form.ProblemAt(Name);

    /// <summary>For <c>aria-describedby</c>: the hint first, then what is wrong.</summary>
    protected string? DescribedBy => (Hint, Wrong) switch
    {
        (null, null) => null,
        (null, _) => WrongId,
        (_, null) => HintId,
        _ => $"{HintId} {WrongId}",
    };

    protected string? Invalid => Wrong is null ? null : "true";

    /// <summary>The id that the label and the error summary lead to.</summary>
    internal string ControlId => IdOf(FormId, Name);

    internal string HintId => $"{ControlId}-hint";

    internal string WrongId => $"{ControlId}-wrong";

    /// <summary>The field's id in a form. What begins with # is a place of the page outside the form.</summary>
    internal static string IdOf(string? formId, string name) => name.StartsWith('#') ? name[1..] : formId is null ? name : $"{formId}-{name}";
}
