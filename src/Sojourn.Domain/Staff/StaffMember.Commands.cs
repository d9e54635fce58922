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
        public sealed record Join(string Given, string Family, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<SiteId> Sites, string Email) : Command;

        public sealed record ChangeRoles(IReadOnlyList<string> Roles) : Command;

        /// <param name="Kind">"registered nurse", "KAP training", "advanced life support".</param>
        public sealed record RecordCredential(string Kind, string Number, DateOnly Issued, DateOnly Expires) : Command;

        public sealed record Leave(DateOnly On) : Command;
    }
}
