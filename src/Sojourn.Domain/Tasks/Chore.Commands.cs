using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tasks;

public static partial class Chore
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <summary>Said twice under the same id it is one task.</summary>
        /// <param name="Kind">What sort of thing, kebab-case: <c>answer-inquiry</c>.</param>
        /// <param name="Words">The one thing to do.</param>
        /// <param name="Owner"><c>staff/ID</c> or <c>role/nurse</c>.</param>
        /// <param name="Deputy">Who answers for it when the owner has not by the due time; null for nobody.</param>
        /// <param name="Resource">The page that clears it, without a leading slash; null for the task's own.</param>
        public sealed record Raise(
            string Kind, string Words, PersonId? Person, CourseId? Course, SessionId? Session, string Owner, string? Deputy, DateTimeOffset Due, string? Resource) : Command;

        public sealed record Take(StaffId By) : Command;

        /// <summary>Somebody says that it is done, and how.</summary>
        public sealed record Finish(string Note) : Command;

        /// <summary>What it asked for has happened elsewhere.</summary>
        public sealed record Settle(string Note) : Command;

        public sealed record Drop(string Why) : Command;
    }
}
