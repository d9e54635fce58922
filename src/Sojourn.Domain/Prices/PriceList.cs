using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Prices;

/// <summary>Which of a programme's prices a session has.</summary>
public static class PriceList
{
    /// <summary>The one of its format; every one of them while nobody has chosen. Empty where the programme lists none.</summary>
    public static IReadOnlyList<Price> Of(Programme programme, string sessionId, SessionFormat? format) =>
        [.. programme.Prices.Where(price => price.SessionId == sessionId && (format is null || price.Format is null || price.Format == format))];

    /// <summary>How much more the one costs than the other, below zero for less; null where a price is not said or the currencies differ.</summary>
    public static decimal? Difference(Programme programme, string sessionId, SessionFormat from, SessionFormat to) =>
        (Of(programme, sessionId, from), Of(programme, sessionId, to)) is ([{ Amount: { } was } before], [{ Amount: { } now } after]) && before.Currency == after.Currency ? now - was : null;
}
