using System.Globalization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Screening;

public enum ReadinessSection
{
    Hopes,
    Pain,
    Days,
    Tried,
    Worries,
    Trauma,
}

public enum QuestionKind
{
    /// <summary>Free words, up to 4000 characters.</summary>
    Words,

    /// <summary>A line, up to 200 characters.</summary>
    Line,

    /// <summary>0 to 10, both ends included, whole numbers.</summary>
    ZeroToTen,

    /// <summary>One of the choices.</summary>
    One,

    /// <summary>Any of the choices.</summary>
    Several,

    /// <summary>A month: 2026-09.</summary>
    Month,
}

/// <summary>One question of the readiness form. Every one may be left empty: empty is "not explored", which is an answer.</summary>
/// <param name="Id">Field name, kebab-case.</param>
/// <param name="Least">What 0 means, for a number.</param>
/// <param name="Most">What 10 means, for a number.</param>
public sealed record ReadinessQuestion(
    string Id,
    string Words,
    QuestionKind Kind,
    string? Help = null,
    string? Least = null,
    string? Most = null,
    params IReadOnlyList<ReadinessChoice> Choices);

public sealed record ReadinessChoice(string Id, string Words);

/// <summary>One answer as given. A question with several choices has one answer for each.</summary>
public sealed record Answer(string Question, string Value);

/// <summary>What the readiness form asks. No clinical figures are in it: limits and cut-offs belong to programmes and instruments.</summary>
public static partial class Readiness
{
    public const string PainSince = "pain-since";
    public const string TraumaTelling = "trauma-telling";
    public const string TraumaInPerson = "in-person";
    public const string TraumaReaders = "trauma-readers";

    private const int MostInWords = 4000;
    private const int MostInLine = 200;

    public static string Title(ReadinessSection section) => section switch
    {
        ReadinessSection.Hopes => "What you hope for",
        ReadinessSection.Pain => "Your pain",
        ReadinessSection.Days => "Your days",
        ReadinessSection.Tried => "What you have tried",
        ReadinessSection.Worries => "What worries you",
        _ => "Hard things that happened",
    };

    public static IReadOnlyList<ReadinessQuestion> Questions(ReadinessSection section) => Asked[section];

    public static ReadinessQuestion? Question(string id) => Asked.Values.SelectMany(questions => questions).FirstOrDefault(question => question.Id == id);

    /// <summary>Everything that is wrong with the answers of one section.</summary>
    /// <param name="today">The person's own day, so that a month in the future is noticed.</param>
    public static IReadOnlyList<Refusal> Check(ReadinessSection section, IReadOnlyList<Answer> answers, DateOnly today)
    {
        var reasons = answers.Select(answer => Asked[section].FirstOrDefault(question => question.Id == answer.Question) is { } question
            ? Wrong(question, answer.Value, today)
            : new Refusal("screening.no-such-question", $"There is no question “{answer.Question}” in this part of the form.", Field: answer.Question))
            .OfType<Refusal>()
            .ToList();
        if (reasons.Count == 0 && section == ReadinessSection.Pain)
        {
            reasons.AddRange(OutOfOrder(answers));
        }

        return reasons;
    }

    private static Refusal? Wrong(ReadinessQuestion question, string value, DateOnly today) => question.Kind switch
    {
        QuestionKind.Words when value.Length > MostInWords => TooLong(question, value, MostInWords),
        QuestionKind.Line when value.Length > MostInLine => TooLong(question, value, MostInLine),
        QuestionKind.ZeroToTen when Number(value) is not (>= 0 and <= 10) => new("screening.not-zero-to-ten", "Choose a number from 0 to 10, or leave it out.", Field: question.Id),
        QuestionKind.One or QuestionKind.Several when question.Choices.All(choice => choice.Id != value) =>
            new("screening.not-a-choice", "Choose one of the answers shown, or leave it out.", Field: question.Id),
        QuestionKind.Month when MonthIn(value) is not { } month || month.Year < 1900 => new("screening.not-a-month", "Write the month like 2026-09, or leave it out.", Field: question.Id),
        QuestionKind.Month when MonthIn(value) > today => new("screening.month-in-future", "This month has not come yet. Choose the month in which it began.", Field: question.Id),
        _ => null,
    };

    private static Refusal TooLong(ReadinessQuestion question, string value, int most) =>
        new("screening.too-long", string.Create(CultureInfo.InvariantCulture, $"This is {value.Length} characters long. Shorten it to {most}."), Field: question.Id);

    private static IEnumerable<Refusal> OutOfOrder(IReadOnlyList<Answer> answers)
    {
        var (best, usual, worst) = (At("pain-best"), At("pain-usual"), At("pain-worst"));
        if (best > usual || best > worst)
        {
            yield return new("screening.best-above", "Your best day is higher than another. 0 is no pain: change the one that slipped.", Field: "pain-best");
        }

        if (usual > worst)
        {
            yield return new("screening.worst-below", "Your worst day is lower than a usual one. Change the one that slipped.", Field: "pain-worst");
        }

        int? At(string question) => answers.FirstOrDefault(answer => answer.Question == question) is { } answer ? Number(answer.Value) : null;
    }

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The first day of a month written as 2026-09; null when it is none.</summary>
    public static DateOnly? MonthIn(string? value) => DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
