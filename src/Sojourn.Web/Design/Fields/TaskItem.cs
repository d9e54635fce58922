namespace Sojourn.Web.Design;

/// <summary>One line of a task list.</summary>
/// <param name="Words">What is to be done: "Name the escort".</param>
/// <param name="Status">Its status in words: "done 07-Sep", "not ready", "not yet due".</param>
/// <param name="Href">Where it is done; null when nothing can be done about it now.</param>
/// <param name="Hint">What is missing and who can clear it.</param>
public sealed record TaskItem(string Words, Mark Mark, string Status, string? Href = null, string? Hint = null, Tone? Tone = null);
