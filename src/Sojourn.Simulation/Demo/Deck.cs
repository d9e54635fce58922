namespace Sojourn.Simulation.Demo;

/// <summary>A list of sentences, dealt like cards: none comes again before all that suit were dealt.</summary>
internal sealed class Deck(IReadOnlyList<(string? Theme, string Words)> lines, Dice dice)
{
    private readonly List<(string? Theme, string Words)> left = [];

    /// <param name="theme">Only lines of this theme, or of none; null takes any line.</param>
    /// <exception cref="InvalidOperationException">No line suits.</exception>
    internal string Deal(string? theme = null)
    {
        var at = Suiting(theme);
        if (at < 0)
        {
            Shuffle();
            at = Suiting(theme);
        }

        if (at < 0)
        {
            throw new InvalidOperationException($"No line suits {theme}.");
        }

        var words = left[at].Words;
        left.RemoveAt(at);
        return words;
    }

    private int Suiting(string? theme) => left.FindIndex(line => theme is null || line.Theme is null || line.Theme == theme);

    /// <summary>Adds the whole pack below what is left.</summary>
    private void Shuffle()
    {
        var pack = lines.ToList();
        for (var i = pack.Count - 1; i > 0; i--)
        {
            var j = dice.Whole(0, i);
            (pack[i], pack[j]) = (pack[j], pack[i]);
        }

        left.AddRange(pack);
    }
}
