using Sojourn.Web.Forms;

namespace Sojourn.Web.Plans;

/// <summary>The form that came back, on a page that has several: each shows what was typed only where it was posted to.</summary>
/// <param name="Action">The path it was posted to; null for a page that is only read.</param>
public sealed record PostedForm(Form Form, string? Action)
{
    public static PostedForm None { get; } = new(Form.Fresh, null);

    public bool HasProblem => Form.HasProblem;

    public Form At(string action) => Action == action ? Form : Form.Fresh;

    internal static PostedForm Of(Routing.Exchange x, Form form) => new(form, x.Http.Request.Path);
}
