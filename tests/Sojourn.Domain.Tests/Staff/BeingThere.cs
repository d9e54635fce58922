using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using static Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Domain.Tests.Staff;

/// <summary>Working hours and absences.</summary>
public sealed class BeingThere
{
    private static readonly SiteId Harbour = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly AbsenceId Holiday = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static Spec<Command, State, Event> Working => new Spec<Command, State, Event>(Decide, Evolve, State.Initial)
        .Given(new Event.Joined("Priya", "Nair", "P. Nair", ["nurse"], [Harbour], "nair@clinic.example"));

    private static Command.BeAway Away => new(Holiday, AbsenceKind.Leave, Today, Today.AddDays(6), Today);

    [Fact]
    public void Nobody_is_at_two_sites_at_once() =>
        Working.When(new Command.SetHours([new(Harbour, DayOfWeek.Monday, new(8, 0), new(12, 0)), new(new SiteId(Holiday.Value), DayOfWeek.Monday, new(11, 0), new(15, 0))])).ThenRefused("hours.overlap");

    [Fact]
    public void An_absence_has_days_in_order_that_are_not_over()
    {
        Working.When(Away).Then(new Event.AbsenceRecorded(Holiday, AbsenceKind.Leave, Today, Today.AddDays(6)));
        Working.When(Away with { To = Today.AddDays(-1) }).ThenRefused("staff.absence-order");
        Working.When(Away with { From = Today.AddDays(-5), To = Today.AddDays(-1) }).ThenRefused("staff.absence-over");
    }

    [Fact]
    public void An_absence_is_lifted_once_even_after_leaving_and_coming_back() =>
        Working.When(Away).And().When(new Command.Leave(Today)).And().When(new Command.ComeBack(["nurse"])).And()
            .When(new Command.BeHereAfterAll(Holiday)).And().When(new Command.BeHereAfterAll(Holiday)).ThenRefused("staff.no-such-absence");
}
