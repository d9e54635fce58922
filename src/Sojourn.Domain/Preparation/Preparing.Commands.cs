using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Preparation;

public static partial class Preparing
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="Item">The line of the programme's checklist.</param>
        /// <param name="Words">What was chosen or has changed, in the patient's words; null where there is nothing to say.</param>
        /// <param name="TypedName">Under a commitment; null for what is only ticked.</param>
        /// <param name="Name">The patient's names as registered.</param>
        /// <param name="UnderMedicine">A dose was given to the patient and they have not been discharged.</param>
        public sealed record MarkDone(PreparationItem Item, string? Words, string? TypedName, SigningName Name, bool UnderMedicine) : Command;

        public sealed record MarkUndone(string Item, string? Why, bool UnderMedicine) : Command;

        /// <summary>What the person chooses for their session; nothing they have not said is filled in for them.</summary>
        public sealed record SayDirective(Directive Choices, IReadOnlyList<PreparationItem> Checklist, CapacityLock Lock) : Command;

        /// <summary>After a medicine session: what is asked for every session is asked anew for the next.</summary>
        public sealed record AskAgain(IReadOnlyList<PreparationItem> Checklist) : Command;

        /// <param name="Words">In the patient's own words.</param>
        /// <param name="Helps">Ids of the tags; none, one or more.</param>
        /// <param name="Offered">The programme's tags.</param>
        /// <param name="Checklist">The programme's checklist.</param>
        public sealed record SetIntention(string Words, IReadOnlyList<string> Helps, IReadOnlyList<Named> Offered, IReadOnlyList<PreparationItem> Checklist) : Command;

        /// <param name="Choice">Id of the answer chosen.</param>
        /// <param name="Page">What was read, as the programme has it now.</param>
        public sealed record AnswerQuestion(string Question, string Choice, UnderstandingPage Page) : Command;
    }

    /// <summary>The page that tells what it may feel like, with its questions.</summary>
    /// <param name="Version">Of the text; a new one asks its questions again.</param>
    /// <param name="Text">The checklist's own text about it, else what it gives to read.</param>
    /// <param name="Items">Checklist lines that are done once every question was answered rightly.</param>
    public sealed record UnderstandingPage(int Version, string Text, IReadOnlyList<UnderstandingQuestion> Questions, IReadOnlyList<PreparationItem> Items)
    {
        public static UnderstandingPage Of(Programme programme)
        {
            var items = programme.Preparation.Where(item => item.Kind == PreparationKind.Understanding).ToList();
            var texts = items.Exists(item => item.Text is not null) ? items : [.. programme.Preparation.Where(item => item.Kind == PreparationKind.Reading)];
            return new(
                items.Concat(texts).Select(item => item.Version).DefaultIfEmpty(programme.Version).Max(),
                string.Join("\n\n", texts.Select(item => item.Text).OfType<string>()),
                programme.Understanding,
                items);
        }
    }
}
