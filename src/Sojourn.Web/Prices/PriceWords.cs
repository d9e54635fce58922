using System.Globalization;
using Sojourn.Domain.Prices;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Prices;

/// <summary>Amounts in words, the same on every page.</summary>
public static class PriceWords
{
    public static string Amount(decimal amount) => amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string Amount(Bounds<decimal> amount) => amount.Least == amount.Most ? Amount(amount.Least) : $"{Amount(amount.Least)} to {Amount(amount.Most)}";

    /// <summary>"about 250 CAD"; null where the clinic has not said.</summary>
    public static string? Of(Price price) => price.Amount is { } amount ? $"{(price.Approximate ? "about " : "")}{Amount(amount)} {Currency(price.Currency)}" : null;

    public static string Currency(string? currency) => currency ?? "(currency not stated)";

    /// <summary>"110 less than one to one"; null where a price is not said.</summary>
    public static string? Difference(Programme programme, string sessionId, SessionFormat from, SessionFormat to) =>
        PriceList.Difference(programme, sessionId, from, to) is { } more
            ? more == 0 ? $"the same price as {Format(from)}" : $"{(PriceList.Of(programme, sessionId, to)[0].Approximate ? "about " : "")}{Amount(Math.Abs(more))} {(more > 0 ? "more" : "less")} than {Format(from)}"
            : null;

    public static string Format(SessionFormat format) => format == SessionFormat.Group ? "in a group" : "one to one";
}
