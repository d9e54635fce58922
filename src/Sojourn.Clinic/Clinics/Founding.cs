using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Staff;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Clinics;

/// <summary>The first facts of a clinic: its name, and who can change everything.</summary>
public static class Founding
{
    /// <summary>Roles that whoever runs a clinic alone may have besides.</summary>
    public static IReadOnlyList<string> Besides { get; } = ["nurse", "prescriber"];

    /// <param name="preset">solo, or null.</param>
    /// <param name="besides">For solo: what the one person is besides manager, therapist and front desk.</param>
    public static void Found(Desk desk, Guid manager, string clinic, string timeZone, (string Given, string Family, string Display, string Email) who, string? preset, IReadOnlyList<string> besides)
    {
        desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.Found(clinic, timeZone, "", "", "", IsDemo: false, preset));
        IReadOnlyList<string> roles = preset == DomainClinic.Solo ? ["manager", "therapist", "front-desk", .. Besides.Where(besides.Contains)] : ["manager"];
        desk.Do(StaffSlice.Slice, manager, new StaffMember.Command.Join(who.Given, who.Family, who.Display, roles, [], who.Email));
    }
}
