using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Staff;

public static partial class StaffMember
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="DisplayName">As screens show it: "P. Nair", "Dr I. Farrow".</param>
        /// <param name="Email">Name for signing in; the password is kept elsewhere.</param>
        /// <param name="EmailIsOf">Whoever else signs in with this address; null for nobody.</param>
        public sealed record Join(string Given, string Family, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<SiteId> Sites, string Email, string? EmailIsOf = null) : Command;

        /// <summary>The name, the address to sign in with and the sites, changed or not.</summary>
        public sealed record CorrectDetails(string Given, string Family, string DisplayName, IReadOnlyList<SiteId> Sites, string Email, string? EmailIsOf = null) : Command;

        /// <param name="IsLastManager">Nobody else here is a manager.</param>
        public sealed record ChangeRoles(IReadOnlyList<string> Roles, bool IsLastManager = false) : Command;

        /// <param name="Kind">"registered nurse", "KAP training", "advanced life support".</param>
        /// <param name="Issuer">Who gave it; null where nobody wrote it down.</param>
        public sealed record RecordCredential(string Kind, string Number, DateOnly Issued, DateOnly Expires, string? Issuer = null) : Command;

        /// <summary>The whole week, at each site; empty: not stated, and they work whenever a site of theirs is open.</summary>
        public sealed record SetHours(IReadOnlyList<WorkHours> Hours) : Command;

        /// <param name="From">The first day away.</param>
        /// <param name="To">The last day away.</param>
        /// <param name="Today">By the clinic's clock.</param>
        public sealed record BeAway(AbsenceId Absence, AbsenceKind Kind, DateOnly From, DateOnly To, DateOnly Today) : Command;

        /// <summary>They are here after all.</summary>
        public sealed record BeHereAfterAll(AbsenceId Absence) : Command;

        /// <summary>How patients reach somebody. Left empty: as the clinic is reached.</summary>
        /// <param name="Hours">In words: "Mondays and Thursdays, 9 to 12".</param>
        public sealed record SetReach(string? Phone, string? Email, string? Hours) : Command;

        public sealed record SetPhotograph(Photograph Photograph) : Command;

        public sealed record RemovePhotograph : Command;

        /// <summary>What patients choose a therapist by, all of it.</summary>
        public sealed record Describe(Profile Profile) : Command;

        /// <summary>They are not of the clinic, but help out where a step needs a second person.</summary>
        /// <param name="Profession">"psychiatrist", "registered nurse".</param>
        /// <param name="Practice">Where they work; null where nobody said.</param>
        public sealed record NoteOutside(string Profession, string? Practice) : Command;

        public sealed record Leave(DateOnly On, bool IsLastManager = false) : Command;

        /// <summary>Somebody who had left works here again, as what they are now.</summary>
        public sealed record ComeBack(IReadOnlyList<string> Roles) : Command;
    }
}
