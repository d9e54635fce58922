using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Consents;

public static partial class Consent
{
    public abstract record Event
    {
        private Event()
        {
        }

        /// <param name="Document">Id of the programme's consent document.</param>
        /// <param name="TextSha256">Of the text that was signed, so that years later it can be shown which words they were.</param>
        /// <param name="TakenBy">Who handed over the tablet; null when the patient signed on their own.</param>
        public sealed record Given(string Document, int Version, string TextSha256, string TypedName, StaffId? TakenBy) : Event;

        public sealed record Withdrawn(string Document, int Version, string? Reason) : Event;
    }
}
