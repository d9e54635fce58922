using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Inquiries;

public static partial class Inquiry
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="Reach">An e-mail address or phone number, as typed.</param>
        /// <param name="Programme">Id of the programme they asked from; null when none.</param>
        /// <param name="RespondBy">When the clinic promises an answer.</param>
        public sealed record Receive(string FirstName, string Reach, string? Message, string? Programme, DateTimeOffset RespondBy) : Command;

        public sealed record Answer(string Words) : Command;

        public sealed record BookCall(SessionId Session) : Command;

        public sealed record RecordConversation(string Hopes, string? Tried, string? Worries, ConversationOutcome Outcome, string? Note) : Command;

        public sealed record BecomePerson(PersonId Person) : Command;

        public sealed record Close(string Why) : Command;
    }
}
