using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;

namespace Sojourn.Clinic.Staff;

/// <summary>People from outside who are named where a step needs a second person. They sign for themselves.</summary>
public static class OutsidePeople
{
    /// <summary>What somebody from outside may be.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["prescriber", "nurse", "therapist"];

    /// <param name="Number">Of the licence.</param>
    /// <param name="Phone">How to reach them; null where the e-mail is enough.</param>
    public sealed record Outsider(string Given, string Family, string Email, string Profession, string? Practice, string Number, DateOnly Issued, DateOnly Expires, string? Phone, IReadOnlyList<string> Roles);

    public static void Record(Desk desk, StaffId id, Outsider one)
    {
        if (one.Roles.FirstOrDefault(role => !Roles.Contains(role)) is { } wrong)
        {
            desk.Refuse("staff.not-outside", $"“{wrong}” is not for somebody from outside. Choose among {string.Join(", ", Roles)}.", field: "roles");
            return;
        }

        if (desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.Join(
            one.Given, one.Family, $"{one.Given.Trim()} {one.Family.Trim()} (outside)", one.Roles, [], one.Email, StaffRecords.EmailIsOf(desk.Records, id.Value, one.Email))))
        {
            desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.NoteOutside(one.Profession, one.Practice));
            desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.RecordCredential(one.Profession, one.Number, one.Issued, one.Expires, one.Practice));
            desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.SetReach(one.Phone, one.Email, null));
        }
    }
}
