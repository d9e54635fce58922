using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tasks;

public static partial class Chore
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Raised(
            string Kind, string Words, PersonId? Person, CourseId? Course, SessionId? Session, string Owner, string? Deputy, DateTimeOffset Due, string? Resource) : Event;

        public sealed record Taken(StaffId By) : Event;

        public sealed record Done(string Note) : Event;

        public sealed record Dropped(string Why) : Event;
    }
}
