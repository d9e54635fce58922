using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Web.Routing;

/// <summary>Who is at the screen.</summary>
/// <param name="Actor">As it will stand in the journal.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Roles">At least one; a visitor is a visitor.</param>
public sealed record Who(Actor Actor, string Name, IReadOnlyList<Role> Roles)
{
    public static Who Visitor { get; } = new(Actor.Visitor, "Visitor", [Role.Visitor]);

    public bool SignedIn => Actor != Actor.Visitor;

    public bool IsStaff => Actor.StaffId is not null;

    public bool IsPatient => Actor.PersonId is not null;

    /// <exception cref="InvalidOperationException">Asked on a page that a visitor or patient can reach.</exception>
    public StaffId Staff => Actor.StaffId ?? throw new InvalidOperationException("Nobody of the staff is signed in here.");

    /// <exception cref="InvalidOperationException">Asked on a page that others than the patient can reach.</exception>
    public PersonId Person => Actor.PersonId ?? throw new InvalidOperationException("No patient is signed in here.");

    public bool May(Permission permission) => Grants.Has(Roles, permission);
}
