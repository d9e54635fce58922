namespace Sojourn.Web.Design;

/// <summary>One answer of a choice.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Words">What is read.</param>
/// <param name="Hint">A line under the words.</param>
/// <param name="WhyNot">Why it cannot be chosen now; the answer is then shown but shut. Never shut one without a reason.</param>
public sealed record Option(string Value, string Words, string? Hint = null, string? WhyNot = null);
