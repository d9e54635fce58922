using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Prices;

/// <summary>Sessions of one kind that are counted together.</summary>
/// <param name="SessionId">Id of the programme's session type.</param>
/// <param name="Format">Null where it has one form only, or nobody has chosen yet.</param>
/// <param name="Count">At least and at most; the most is 1 or more.</param>
/// <param name="From">Whether they have a time, or only the plan or the programme has them.</param>
public sealed record VisitsToPrice(string SessionId, SessionFormat? Format, Bounds<int> Count, PricedAs From);

/// <summary>What a line of an estimate is counted from.</summary>
public enum PricedAs
{
    Booked,

    /// <summary>The plan in force has them, without a time yet.</summary>
    Plan,

    /// <summary>There is no plan in force yet: as many as the programme foresees.</summary>
    Programme,
}

/// <summary>One line of an estimate.</summary>
/// <param name="Each">What one costs; a range while group or one to one is open; null: the clinic has not said.</param>
/// <param name="Currency">ISO 4217; null: the clinic has not said.</param>
/// <param name="Approximate">The programme says "about".</param>
public sealed record EstimateLine(string Title, Bounds<int> Count, Bounds<decimal>? Each, string? Currency, bool Approximate, PricedAs From, IReadOnlyList<Source> Sources)
{
    /// <summary>What all of them cost; null where one's price is not said.</summary>
    public Bounds<decimal>? Together => Each is { } each ? new(each.Least * Count.Least, each.Most * Count.Most) : null;
}

/// <summary>What a course is likely to cost, before any invoice: the programme's prices times what is booked and planned.</summary>
public sealed record Estimate(IReadOnlyList<EstimateLine> Lines)
{
    /// <summary>All that has a price; null where nothing has, or the currencies differ.</summary>
    public Bounds<decimal>? Total =>
        Lines.Select(line => line.Together).OfType<Bounds<decimal>>().ToList() is { Count: > 0 } sums && Lines.Where(line => line.Each is not null).Select(line => line.Currency).Distinct().Count() == 1
            ? new(sums.Sum(sum => sum.Least), sums.Sum(sum => sum.Most))
            : null;

    /// <summary>Of what has a price.</summary>
    public string? Currency => Lines.FirstOrDefault(line => line.Each is not null)?.Currency;

    /// <summary>False where a line has no price yet: the total is then without it.</summary>
    public bool IsWhole => Lines.All(line => line.Each is not null);

    /// <param name="programme">The version that the person is on.</param>
    /// <param name="visits">What without a price of the programme is left out.</param>
    public static Estimate Of(Programme programme, IEnumerable<VisitsToPrice> visits) => new(
    [
        .. from visit in visits
           let type = programme.Session(visit.SessionId)
           let prices = PriceList.Of(programme, visit.SessionId, visit.Format)
           where type is not null && prices.Count > 0
           let amounts = prices.Select(price => For(price, type)).ToList()
           select new EstimateLine(
               prices is [var only] ? only.Title : $"{type.Title}, group or one to one",
               visit.Count,
               amounts.Contains(null) ? null : new(amounts.Min()!.Value, amounts.Max()!.Value),
               prices[0].Currency,
               prices.Any(price => price.Approximate),
               visit.From,
               [.. prices.Select(price => price.Source).Distinct()]),
        .. programme.Prices.Where(price => price.SessionId is null)
            .Select(price => new EstimateLine(price.Title, new(1, 1), price.Amount is { } amount ? new(amount, amount) : null, price.Currency, price.Approximate, PricedAs.Programme, [price.Source])),
    ]);

    /// <summary>By the hour: for as long as it usually takes.</summary>
    private static decimal? For(Price price, SessionType type) => price is { Unit: PriceUnit.Hour, Amount: { } hour } ? hour * type.Minutes.Usual / 60 : price.Amount;
}
