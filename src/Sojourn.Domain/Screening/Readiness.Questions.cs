using static Sojourn.Domain.Screening.QuestionKind;

namespace Sojourn.Domain.Screening;

public static partial class Readiness
{
    private static readonly Dictionary<ReadinessSection, IReadOnlyList<ReadinessQuestion>> Asked = new()
    {
        [ReadinessSection.Hopes] =
        [
            new("hopes", "If this helps, what will be different?", Words, "In your own words. A few are enough."),
            new("goal-1", "One thing you would like to do again", Line, "For example: walk the dog to the river."),
            new("goal-2", "Another", Line),
            new("goal-3", "And another", Line),
        ],
        [ReadinessSection.Pain] =
        [
            new(PainSince, "When did it begin?", Month, "The month is enough. Leave it out if you have no pain."),
            new("pain-pattern", "Is it there all the time?", One, null, null, null, new("constant", "All the time"), new("episodic", "It comes and goes"), new("none", "I have no pain")),
            new("pain-usual", "On a usual day", ZeroToTen, null, "no pain", "worst pain you can imagine"),
            new("pain-worst", "On your worst day of the last month", ZeroToTen, null, "no pain", "worst pain you can imagine"),
            new("pain-best", "On your best day of the last month", ZeroToTen, null, "no pain", "worst pain you can imagine"),
        ],
        [ReadinessSection.Days] =
        [
            new("impact-mood", "How much does it weigh on your mood?", ZeroToTen, null, "not at all", "completely"),
            new("impact-sleep", "On your sleep?", ZeroToTen, null, "not at all", "completely"),
            new("impact-work", "On your work, at home or for pay?", ZeroToTen, null, "not at all", "completely"),
            new("impact-relationships", "On the people close to you?", ZeroToTen, null, "not at all", "completely"),
            new("physical", "What is happening in your body?", Words, "Movement, tiredness, other illness. You may leave this empty."),
            new("emotional", "What is happening in your feelings?", Words, "You may leave this empty."),
            new("social", "What is happening around you?", Words, "Home, money, the people near you. You may leave this empty."),
        ],
        [ReadinessSection.Tried] = [new("tried-words", "Anything else about what you have tried", Words)],
        [ReadinessSection.Worries] =
        [
            new("worries", "What worries you about this treatment?", Words),
            new("what-helps", "What helps you when you are afraid?", Words, "Your team reads this before your first session."),
        ],
        [ReadinessSection.Trauma] =
        [
            new(
                TraumaTelling,
                "Has something happened to you that still hurts?",
                One,
                "An accident, an assault, a disaster, violence, abuse, neglect: once or many times, at any age.",
                null,
                null,
                new(TraumaInPerson, "I prefer to tell my therapist in person"),
                new("here", "Yes, and I want to write about it here"),
                new("yes", "Yes, and I do not want to say more now"),
                new("no", "No")),
            new("trauma-kind", "Once, or again and again?", One, null, null, null, new("once", "Once"), new("repeated", "Again and again")),
            new("trauma-words", "What you want us to know", Words),
            new(
                TraumaReaders,
                "Who may read it?",
                One,
                "If you choose nobody here, only your therapist reads it.",
                null,
                null,
                new("therapist", "My therapist"),
                new("therapist-and-prescriber", "My therapist and my doctor"),
                new("team", "Everybody in my care team")),
        ],
    };
}
