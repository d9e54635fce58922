using static Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Domain.Tests.Staff;

/// <summary>SET-5 to SET-8.</summary>
public sealed class WorkingHere
{
    private static Spec<Command, State, Event> Nobody => new(Decide, Evolve, State.Initial);

    private static Spec<Command, State, Event> Manager => Nobody.Given(new Event.Joined("Rosa", "Marsh", "R. Marsh", ["manager"], [], "rosa@harbour.example"));

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() =>
        Nobody.When(new Command.Join(" ", "", "", [], [], "nobody")).ThenRefused("staff.no-name", "staff.no-name", "staff.no-email", "staff.no-role");

    [Fact]
    public void Without_a_short_name_first_and_last_are_shown() =>
        Nobody.When(new Command.Join("Priya", "Nair", "", ["nurse"], [], "priya@harbour.example")).Then(new Event.Joined("Priya", "Nair", "Priya Nair", ["nurse"], [], "priya@harbour.example"));

    [Fact]
    public void Two_do_not_sign_in_with_one_address() =>
        Nobody.When(new Command.Join("Priya", "Nair", "", ["nurse"], [], "rosa@harbour.example", EmailIsOf: "R. Marsh")).ThenRefused("staff.email-taken");

    [Fact]
    public void The_last_manager_neither_gives_up_the_role_nor_leaves()
    {
        Manager.When(new Command.ChangeRoles(["nurse"], IsLastManager: true)).ThenRefused("staff.last-manager");
        Manager.When(new Command.Leave(new DateOnly(2026, 11, 22), IsLastManager: true)).ThenRefused("staff.last-manager");
        Manager.When(new Command.ChangeRoles(["nurse", "manager"], IsLastManager: true)).Then(new Event.RolesChanged(["nurse", "manager"]));
    }

    [Fact]
    public void Whoever_left_can_come_back_as_what_they_are_now() =>
        Manager.When(new Command.Leave(new DateOnly(2026, 11, 22))).And().When(new Command.ComeBack(["auditor"])).Then(new Event.CameBack(["auditor"]));

    [Fact]
    public void A_credential_has_a_kind_a_number_and_an_end_after_its_beginning() =>
        Manager.When(new Command.RecordCredential("", " ", new DateOnly(2026, 1, 1), new DateOnly(2025, 1, 1))).ThenRefused("staff.credential-kind", "staff.credential-number", "staff.credential-dates");
}
