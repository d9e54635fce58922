using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Courses;

public static partial class Course
{
    public abstract record Event
    {
        private Event()
        {
        }

        /// <param name="Condition">Id of the programme's condition.</param>
        /// <param name="Term">The condition's standard term at that time.</param>
        public sealed record Opened(
            PersonId Person, string Programme, int ProgrammeVersion, SiteId Site, string? Condition, string? Term, string? OwnWords, Team Team, CourseId? Continues = null) : Event;

        public sealed record TeamNamed(Team Team) : Event;

        /// <param name="From">Where it was until now.</param>
        /// <param name="Team">Who looks after it there.</param>
        public sealed record MovedToSite(SiteId From, SiteId Site, string Why, Team Team) : Event;

        public sealed record PhaseEntered(string Phase) : Event;

        public sealed record VersionChanged(int From, int To, string Why) : Event;

        public sealed record Closed(string Why, string? Alternatives) : Event;
    }
}

/// <summary>Who looks after a course. Null where nobody is named yet.</summary>
public sealed record Team(StaffId? Therapist, StaffId? Prescriber, StaffId? Nurse)
{
    public static Team Nobody { get; } = new(null, null, null);
}
