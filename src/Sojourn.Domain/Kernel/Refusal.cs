namespace Sojourn.Domain.Kernel;

/// <summary>One reason why something was not done.</summary>
/// <param name="Code">Stable name, kebab-case after the slice: <c>dosing.above-absolute-limit</c>. Screens, API and tests rely on it.</param>
/// <param name="Sentence">One plain sentence saying what is missing and how to go on. The same on screen, in the API and in the terminal.</param>
/// <param name="Remedy">Where this reason can be cleared; null where it cannot.</param>
/// <param name="Field">The form field or argument that the reason is about; null when it is about the whole.</param>
public sealed record Refusal(string Code, string Sentence, Remedy? Remedy = null, string? Field = null);

/// <summary>The place that clears a refusal.</summary>
/// <param name="Words">What one does there, as a link reads: "Assess Ana Ruiz".</param>
/// <param name="Resource">The place as a path without a leading slash: <c>courses/0198…/screening</c>.</param>
public sealed record Remedy(string Words, string Resource);
