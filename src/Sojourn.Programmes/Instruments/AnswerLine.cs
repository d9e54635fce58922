using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Programmes.Instruments;

/// <summary>Answers on one line, in the order of the questions: <c>1,2,-,0</c>. Nothing or a hyphen is a question that was not answered.</summary>
public static class AnswerLine
{
    /// <returns>Answers by item id, or what is wrong with the line. Whether each answer is one of its question's is for <see cref="Scoring"/> to say.</returns>
    public static Parsed<IReadOnlyDictionary<string, decimal?>> Parse(Instrument instrument, string line)
    {
        var words = line.Split(',', StringSplitOptions.TrimEntries);
        if (string.IsNullOrWhiteSpace(line) || words.Length > instrument.Items.Count)
        {
            return Refused(instrument, string.IsNullOrWhiteSpace(line) ? 0 : words.Length);
        }

        var faults = new List<Fault>();
        var answers = new Dictionary<string, decimal?>();
        for (var index = 0; index < words.Length; index++)
        {
            var item = instrument.Items[index];
            answers[item.Id] = Number(words[index], out var readable);
            if (!readable)
            {
                faults.Add(new(item.Id, $"Answer {index + 1} ({item.Id}) is \"{words[index]}\", which is not a number."));
            }
        }

        if (faults.Count > 0)
        {
            return new(null, faults);
        }

        return MayEndHere(instrument, answers) ? new(answers, []) : Refused(instrument, words.Length);
    }

    private static decimal? Number(string word, out bool readable)
    {
        readable = true;
        if (word is "" or "-")
        {
            return null;
        }

        readable = decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return readable ? number : null;
    }

    // The questions left off the end must be ones that nobody would have asked.
    private static bool MayEndHere(Instrument instrument, Dictionary<string, decimal?> answers) =>
        Scoring.StillToAsk(instrument, answers).All(item => !item.Required);

    private static Parsed<IReadOnlyDictionary<string, decimal?>> Refused(Instrument instrument, int given)
    {
        var all = instrument.Items.Count;
        var needed = instrument.Items.Count(item => item.Required);
        var takes = all == needed ? $"{all} answers" : $"{needed} answers, or {all} with what may be left out";
        return new(null, [new("answers", $"{instrument.Id} takes {takes}; {given} {(given == 1 ? "was" : "were")} given. Separate them with commas, and write - for a question that was not answered.")]);
    }
}
