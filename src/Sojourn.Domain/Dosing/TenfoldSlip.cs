using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>A decimal point in the wrong place: five times or more, or a fifth or less, of what was given last or of the recommended range.</summary>
internal static class TenfoldSlip
{
    /// <summary>Guard against mistyping, not a clinical figure: half of tenfold, so that 6 for 60 and 600 for 60 are both caught with room to spare.</summary>
    internal const decimal Times = 5m;

    /// <returns>The sentence that asks for the figure a second time; null when nothing looks wrong.</returns>
    internal static Refusal? In(Milligrams amount, Milligrams? last, Bounds<decimal> recommended) =>
        last is { Value: > 0m } before && amount.Value >= before.Value * Times ? Asks(amount, $"{Write.Ratio(amount.Value / before.Value)} times the last dose, {before}")
        : last is { Value: > 0m } earlier && amount.Value <= earlier.Value / Times ? Asks(amount, $"a small part of the last dose, {earlier}")
        : amount.Value >= recommended.Most * Times ? Asks(amount, $"{Write.Ratio(amount.Value / recommended.Most)} times the top of the recommended range, {Write.Number(recommended.Most)} mg")
        : amount.Value <= recommended.Least / Times ? Asks(amount, $"a small part of the bottom of the recommended range, {Write.Number(recommended.Least)} mg")
        : null;

    private static Refusal Asks(Milligrams amount, string beside) =>
        new("dosing.confirm-figure", $"{amount} is {beside}. Is a decimal point out of place? If {amount} is right, type the figure a second time.", Field: "mg-again");
}
