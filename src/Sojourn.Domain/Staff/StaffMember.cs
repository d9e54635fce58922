using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Staff;

/// <summary>Somebody who works here: what they are, what they are licensed to do and until when.</summary>
public static partial class StaffMember
{
    /// <summary>What a member of staff can be, as roles are written in programmes.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["therapist", "nurse", "prescriber", "front-desk", "manager", "auditor"];

    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Join join, State.Unknown) => Join(join),
        (Command.Join, _) => Refuse("staff.joined-already", "This person is on the staff already."),
        (Command.ChangeRoles change, State.Working) => CheckRoles(change.Roles) is { } wrong ? wrong : new Event.RolesChanged(change.Roles),
        (Command.RecordCredential record, State.Working) => Record(record),
        (Command.Leave leave, State.Working) => new Event.Left(leave.On),
        _ => Refuse("staff.not-here", "This person does not work here."),
    };

    private static Decision<Event> Join(Command.Join join)
    {
        if (string.IsNullOrWhiteSpace(join.Given) || string.IsNullOrWhiteSpace(join.Family))
        {
            return Refuse("staff.no-name", "Give the first and the last name.");
        }

        return CheckRoles(join.Roles) is { } wrong ? wrong : new Event.Joined(join.Given, join.Family, join.DisplayName, join.Roles, join.Sites, join.Email);
    }

    private static RefusedWith? CheckRoles(IReadOnlyList<string> roles) =>
        roles.Count == 0 ? Refuse("staff.no-role", "Give at least one role.")
        : roles.FirstOrDefault(r => !Roles.Contains(r)) is { } unknown ? Refuse("staff.unknown-role", $"“{unknown}” is not a role here. Roles are {string.Join(", ", Roles)}.")
        : null;

    private static Decision<Event> Record(Command.RecordCredential record) =>
        record.Expires < record.Issued
            ? Refuse("staff.credential-dates", "The credential ends before it begins. Check both dates.")
            : new Event.CredentialRecorded(record.Kind, record.Number, record.Issued, record.Expires);
}
