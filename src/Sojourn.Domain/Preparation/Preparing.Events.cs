namespace Sojourn.Domain.Preparation;

public static partial class Preparing
{
    public abstract record Event
    {
        private Event()
        {
        }

        /// <param name="Item">Id of the checklist line.</param>
        /// <param name="Version">Version of the text that was read.</param>
        /// <param name="Words">What was chosen or has changed, in the patient's words; null where nothing was said.</param>
        /// <param name="TypedName">Under a commitment; null for what was only ticked.</param>
        public sealed record ItemDone(string Item, int Version, string? Words, string? TypedName) : Event;

        /// <param name="Why">Null where somebody only took the tick back.</param>
        public sealed record ItemUndone(string Item, string? Why) : Event;

        public sealed record IntentionSet(string Words, IReadOnlyList<string> Helps) : Event;

        /// <param name="Version">1 for the first; each change is a new one.</param>
        public sealed record DirectiveSaid(int Version, Directive Choices) : Event;

        /// <param name="PageVersion">Version of the page that was read.</param>
        public sealed record UnderstandingAnswered(string Question, string Choice, bool Right, int PageVersion) : Event;

        /// <summary>Every question of this version of the page was answered rightly at least once.</summary>
        public sealed record Understood(int PageVersion) : Event;
    }
}
