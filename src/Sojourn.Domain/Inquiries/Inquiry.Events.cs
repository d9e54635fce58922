using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Inquiries;

public static partial class Inquiry
{
    public abstract record Event
    {
        private Event()
        {
        }

        /// <param name="WorryingWords">Phrases found in the message; empty for none.</param>
        public sealed record Received(
            string FirstName, string Reach, string? Message, string? Programme, IReadOnlyList<string> WorryingWords, DateTimeOffset RespondBy) : Event;

        public sealed record Answered(string Words) : Event;

        public sealed record CallBooked(SessionId Session) : Event;

        public sealed record ConversationRecorded(string Hopes, string? Tried, string? Worries, ConversationOutcome Outcome, string? Note) : Event;

        public sealed record BecamePerson(PersonId Person) : Event;

        public sealed record Closed(string Why) : Event;
    }
}
