using System.Globalization;
using System.Text.Json.Serialization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Screening;

/// <summary>What is known of one fact of a programme, where from and since when.</summary>
/// <param name="Fact">Id of the programme's question.</param>
/// <param name="Value">yes or no, a number in digits, or the id of a choice; null: asked, and not known.</param>
/// <param name="From">In words: "asked", "vital signs", "PHQ-9".</param>
/// <param name="At">When it was so: the reading's time, the answer's time.</param>
public sealed record FactAnswer(string Fact, FactKind Kind, string? Value, string From, DateTimeOffset At)
{
    /// <summary>As triggers read it; null when it is not known.</summary>
    [JsonIgnore]
    public FactValue? Known => (Kind, Value) switch
    {
        (_, null) => null,
        (FactKind.YesNo, "yes") => new FactValue.YesNo(true),
        (FactKind.YesNo, "no") => new FactValue.YesNo(false),
        (FactKind.Number, { } text) when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => new FactValue.Number(number),
        (FactKind.Choice, { } text) => new FactValue.Choice(text),
        _ => null,
    };

    /// <summary>What is wrong with it as an answer to a question; null when nothing is.</summary>
    public static Refusal? Wrong(FactQuestion question, string? value, DateTimeOffset at)
    {
        var answer = new FactAnswer(question.Id, question.Kind, value, "", at);
        return (question.Kind, value) switch
        {
            (_, null) => null,
            (FactKind.YesNo, not ("yes" or "no")) => Say("Answer yes, no or not known."),
            (FactKind.Choice, _) when question.Choices.All(choice => choice.Id != value) => Say("Choose one of the answers shown."),
            (FactKind.Number, _) when answer.Known is not FactValue.Number => Say($"“{value}” is not a number. Write digits{(question.Unit is { } unit ? $", in {unit}" : "")}."),
            (FactKind.Number, _) when question.Plausible is { } bounds && answer.Known is FactValue.Number number && !bounds.Contains(number.Value) =>
                Say(string.Create(CultureInfo.InvariantCulture, $"{number.Value} {question.Unit} is outside {bounds.Least} to {bounds.Most} {question.Unit}, which is what is believed here. Read it again.").Replace("  ", " ", StringComparison.Ordinal)),
            _ => null,
        };

        Refusal Say(string sentence) => new("screening.not-an-answer", sentence, Field: $"fact-{question.Id}");
    }

    /// <summary>As people read it: "152 mmHg", "yes", the choice's words.</summary>
    public string Words(FactQuestion question) => Value switch
    {
        null => "not known",
        _ when Kind == FactKind.Choice => question.Choices.FirstOrDefault(choice => choice.Id == Value)?.Title ?? Value,
        _ when question.Unit is { } unit => $"{Value} {unit}",
        _ => Value,
    };
}
