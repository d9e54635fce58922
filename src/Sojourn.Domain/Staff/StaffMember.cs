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
        (Command.CorrectDetails correct, State.Working) => Correct(correct),
        (Command.ChangeRoles change, State.Working) => ChangeRoles(change),
        (Command.RecordCredential record, State.Working) => Record(record),
        (Command.SetHours hours, State.Working) => SetHours(hours),
        (Command.BeAway away, State.Working working) => BeAway(away, working),
        (Command.BeHereAfterAll here, State.Working working) => working.Away.Contains(here.Absence)
            ? new Event.AbsenceLifted(here.Absence)
            : Refuse("staff.no-such-absence", "This absence is not recorded, or not any more."),
        (Command.SetReach reach, State.Working) => SetReach(reach),
        (Command.Describe describe, State.Working) => Describe(describe.Profile),
        (Command.NoteOutside note, State.Working) => string.IsNullOrWhiteSpace(note.Profession)
            ? Refuse([new("staff.no-profession", "Write their profession, like psychiatrist or registered nurse.", Field: "profession")])
            : new Event.OutsideNoted(note.Profession.Trim(), Given(note.Practice)),
        (Command.SetPhotograph set, State.Working working) => set.Photograph.Hash == working.Photograph ? Accept<Event>() : new Event.PhotographSet(set.Photograph),
        (Command.RemovePhotograph, State.Working working) => working.Photograph is null
            ? Refuse("staff.no-photograph", "There is no photograph to take away.")
            : new Event.PhotographRemoved(),
        (Command.Leave { IsLastManager: true }, State.Working) => Refuse([LastManager with { Field = null }]),
        (Command.Leave leave, State.Working) => new Event.Left(leave.On),
        (Command.ComeBack back, State.Gone) => CheckRoles(back.Roles).ToList() is { Count: > 0 } wrong ? Refuse(wrong) : new Event.CameBack(back.Roles),
        (Command.ComeBack, State.Working) => Refuse("staff.here-already", "This person works here."),
        _ => Refuse("staff.not-here", "This person does not work here."),
    };

    private static readonly Refusal LastManager =
        new("staff.last-manager", "Nobody else here is a manager, and without one nobody could change these settings. Make somebody else a manager first.", new("Staff", "settings/staff"), "roles");

    private static Decision<Event> Join(Command.Join join)
    {
        var reasons = Names(join.Given, join.Family).Concat(Address(join.Email, join.EmailIsOf)).Concat(CheckRoles(join.Roles)).ToList();
        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.Joined(join.Given.Trim(), join.Family.Trim(), Display(join.DisplayName, join.Given, join.Family), join.Roles, join.Sites, join.Email.Trim());
    }

    private static Decision<Event> Correct(Command.CorrectDetails correct)
    {
        var reasons = Names(correct.Given, correct.Family).Concat(Address(correct.Email, correct.EmailIsOf)).ToList();
        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.DetailsCorrected(correct.Given.Trim(), correct.Family.Trim(), Display(correct.DisplayName, correct.Given, correct.Family), correct.Sites, correct.Email.Trim());
    }

    private static Decision<Event> ChangeRoles(Command.ChangeRoles change)
    {
        var reasons = CheckRoles(change.Roles).ToList();
        if (change.IsLastManager && !change.Roles.Contains("manager"))
        {
            reasons.Add(LastManager);
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.RolesChanged(change.Roles);
    }

    private static string Display(string display, string given, string family) => string.IsNullOrWhiteSpace(display) ? $"{given.Trim()} {family.Trim()}" : display.Trim();

    private static IEnumerable<Refusal> Names(string given, string family)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            yield return new("staff.no-name", "Give the first name.", Field: "given");
        }

        if (string.IsNullOrWhiteSpace(family))
        {
            yield return new("staff.no-name", "Give the last name.", Field: "family");
        }
    }

    private static IEnumerable<Refusal> Address(string email, string? other)
    {
        if (email.Trim().IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == email.Trim().Length - 1))
        {
            yield return new("staff.no-email", "Give the e-mail address to sign in with, like nair@clinic.example.", Field: "email");
        }
        else if (other is not null)
        {
            yield return new("staff.email-taken", $"{other} signs in with this address. Give another one.", Field: "email");
        }
    }

    private static IEnumerable<Refusal> CheckRoles(IReadOnlyList<string> roles)
    {
        if (roles.Count == 0)
        {
            yield return new("staff.no-role", "Give at least one role.", Field: "roles");
        }
        else if (roles.FirstOrDefault(r => !Roles.Contains(r)) is { } unknown)
        {
            yield return new("staff.unknown-role", $"“{unknown}” is not a role here. Roles are {string.Join(", ", Roles)}.", Field: "roles");
        }
    }

    private static Decision<Event> Record(Command.RecordCredential record)
    {
        var reasons = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(record.Kind))
        {
            reasons.Add(new("staff.credential-kind", "Say what credential it is.", Field: "kind"));
        }

        if (string.IsNullOrWhiteSpace(record.Number))
        {
            reasons.Add(new("staff.credential-number", "Give the number of the licence or certificate.", Field: "number"));
        }

        if (record.Expires < record.Issued)
        {
            reasons.Add(new("staff.credential-dates", "The credential ends before it begins. Check both dates.", Field: "ends"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.CredentialRecorded(record.Kind.Trim(), record.Number.Trim(), record.Issued, record.Expires, Given(record.Issuer));
    }
}
