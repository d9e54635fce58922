using Sojourn.Domain.Kernel;

namespace Sojourn.Web.Forms;

/// <summary>A form as it is shown: what was typed, what is wrong with it, and why it was refused. Nothing typed is ever lost.</summary>
/// <param name="Values">First value of each field by name.</param>
/// <param name="Faults">Where = field name.</param>
/// <param name="Refusals">Reasons of the server's decision; their remedies are links to <c>/</c> + Resource.</param>
public sealed record Form(IReadOnlyDictionary<string, string> Values, IReadOnlyList<Fault> Faults, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>A form that nobody has typed in yet.</summary>
    public static Form Fresh { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), [], []);

    /// <summary>A form shown with what is known already.</summary>
    public static Form With(params IEnumerable<(string Name, string? Value)> known) =>
        new(known.Where(k => k.Value is not null).ToDictionary(k => k.Name, k => k.Value!, StringComparer.Ordinal), [], []);

    /// <summary>Every value of each field, where one may have several.</summary>
    public Fields Typed { get; init; } = Fields.None;

    /// <summary>A form as it came back.</summary>
    public static Form Back(Fields typed, IReadOnlyList<Fault> faults, IReadOnlyList<Refusal> refusals) => new(typed.Values, faults, refusals) { Typed = typed };

    public bool HasProblem => Faults.Count + Refusals.Count > 0;

    public string? Value(string name) => Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether this value of a choice was ticked; null when nobody has sent the form yet.</summary>
    public bool? Ticked(string name, string value) => Typed.Names.Any() ? Typed.Every(name).Contains(value, StringComparer.Ordinal) : null;

    /// <summary>The words beside a field: its fault, or the refusal that is about it.</summary>
    public string? ProblemAt(string name) =>
        Faults.FirstOrDefault(f => f.Where == name)?.Sentence ?? Refusals.FirstOrDefault(r => r.Field == name)?.Sentence;
}
