using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tests.Kernel;

namespace Sojourn.Domain.Tests.Preparation;

internal static class PreparationStory
{
    private static readonly Source Seed = new(SourceStatus.Seed, "S-KAPX");

    public static readonly SigningName Ana = new("Ana", "Ruiz");
    public static readonly PreparationItem Reading = Item("read", PreparationKind.Reading);
    public static readonly PreparationItem Understanding = Item("feel", PreparationKind.Understanding);
    public static readonly PreparationItem Intention = Item("intention", PreparationKind.Intention) with { EachSession = true };
    public static readonly PreparationItem Fasting = Item("fasting", PreparationKind.Fasting) with { EachSession = true };
    public static readonly PreparationItem Commitment = Item("commitment", PreparationKind.Commitment);
    public static readonly PreparationItem Choices = Item("choices", PreparationKind.Choices) with { EachSession = true };
    public static readonly PreparationItem Escort = Item("escort", PreparationKind.Escort) with { EachSession = true };
    public static readonly IReadOnlyList<PreparationItem> Checklist = [Reading, Understanding, Intention, Fasting, Commitment, Choices, Escort];
    public static readonly IReadOnlyList<Named> Helps = [new("insight", "Gain insight"), new("release", "Release emotion")];

    public static readonly Preparing.UnderstandingPage Page = new(
        1,
        "You may feel far from your body.",
        [Question("body"), Question("images"), Question("duration")],
        [Understanding]);

    public static Scenario<Preparing.Command, Preparing.State, Preparing.Event> Given(params IEnumerable<Preparing.Event> events) =>
        new Scenario<Preparing.Command, Preparing.State, Preparing.Event>(Preparing.Decide, Preparing.Evolve, Preparing.State.Initial).Given(events);

    public static Preparing.Command.AnswerQuestion Answer(string question, string choice, Preparing.UnderstandingPage? page = null) => new(question, choice, page ?? Page);

    public static Preparing.Command.SetIntention Intend(string words, params IReadOnlyList<string> helps) => new(words, helps, Helps, Checklist);

    private static UnderstandingQuestion Question(string id) => new(id, $"About {id}?", [new("yes", "Yes"), new("no", "No")], "yes", "Because it is so.");

    private static PreparationItem Item(string id, PreparationKind kind) => new(id, id, kind, Required: true, EachSession: false, DueHoursBefore: 24, Version: 1, Text: null, Seed);
}
