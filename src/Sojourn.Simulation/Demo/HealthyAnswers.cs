using System.Globalization;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.Demo;

/// <summary>Answers to a programme's assessment under which none of its rules fires, found by trying; the programme's file is all it needs.</summary>
public static class HealthyAnswers
{
    public static Dictionary<string, string?> To(Programme programme)
    {
        var answers = programme.Facts.ToDictionary(f => f.Id, f => (string?)Candidates(f)[0], StringComparer.Ordinal);
        for (var round = 0; round < 4 && Fired(programme, answers) > 0; round++)
        {
            foreach (var fact in programme.Facts)
            {
                answers[fact.Id] = Candidates(fact).OrderBy(candidate => Fired(programme, With(answers, fact.Id, candidate))).First();
            }
        }

        return answers;
    }

    private static int Fired(Programme programme, Dictionary<string, string?> answers)
    {
        var known = programme.Facts.ToDictionary(f => f.Id, f => Value(f, answers[f.Id]!), StringComparer.Ordinal);
        return programme.Eligibility.Count(rule => rule.Verdict > Verdict.Allow && rule.When.Over(known) != Truth.No);
    }

    private static Dictionary<string, string?> With(Dictionary<string, string?> answers, string fact, string value) => new(answers, StringComparer.Ordinal) { [fact] = value };

    private static FactValue Value(FactQuestion fact, string answer) => fact.Kind switch
    {
        FactKind.YesNo => new FactValue.YesNo(answer == "yes"),
        FactKind.Number => new FactValue.Number(decimal.Parse(answer, CultureInfo.InvariantCulture)),
        _ => new FactValue.Choice(answer),
    };

    /// <summary>What to try, the likeliest first.</summary>
    private static IReadOnlyList<string> Candidates(FactQuestion fact) => fact.Kind switch
    {
        FactKind.YesNo => ["no", "yes"],
        FactKind.Choice => [.. fact.Choices.Select(c => c.Id)],
        _ => [.. Numbers(fact.Plausible ?? new Bounds<decimal>(0, 100)).Select(n => n.ToString("0.##", CultureInfo.InvariantCulture))],
    };

    private static IEnumerable<decimal> Numbers(Bounds<decimal> plausible)
    {
        var span = plausible.Most - plausible.Least;
        decimal[] shares = [0.35m, 0.25m, 0.5m, 0.1m, 0.75m, 0m, 1m];
        return shares.Select(share => decimal.Round(plausible.Least + (share * span)));
    }
}
