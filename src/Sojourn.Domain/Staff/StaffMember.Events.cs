using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Staff;

public static partial class StaffMember
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Joined(string Given, string Family, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<SiteId> Sites, string Email) : Event;

        public sealed record DetailsCorrected(string Given, string Family, string DisplayName, IReadOnlyList<SiteId> Sites, string Email) : Event;

        public sealed record RolesChanged(IReadOnlyList<string> Roles) : Event;

        public sealed record CredentialRecorded(string Kind, string Number, DateOnly Issued, DateOnly Expires, string? Issuer = null) : Event;

        public sealed record HoursSet(IReadOnlyList<WorkHours> Hours) : Event;

        public sealed record AbsenceRecorded(AbsenceId Absence, AbsenceKind Kind, DateOnly From, DateOnly To) : Event;

        public sealed record AbsenceLifted(AbsenceId Absence) : Event;

        /// <summary>How patients reach somebody; what is null is the clinic's own.</summary>
        public sealed record ReachSet(string? Phone, string? Email, string? Hours) : Event;

        public sealed record PhotographSet(Photograph Photograph) : Event;

        public sealed record PhotographRemoved : Event;

        public sealed record ProfileSet(Profile Profile) : Event;

        /// <summary>Not of the clinic: comes in for steps that need another person.</summary>
        public sealed record OutsideNoted(string Profession, string? Practice) : Event;

        public sealed record Left(DateOnly On) : Event;

        public sealed record CameBack(IReadOnlyList<string> Roles) : Event;
    }
}
