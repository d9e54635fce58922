using Sojourn.Domain.Boosters;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tests.Kernel;

namespace Sojourn.Domain.Tests.Boosters;

/// <summary>A ladder from weekly through fortnightly and monthly to as needed, and a course whose six sessions are given.</summary>
internal static class BoosterStory
{
    public static readonly StaffId Therapist = new(new Guid(1, 0, 0, new byte[8]));
    public static readonly StaffId Prescriber = new(new Guid(2, 0, 0, new byte[8]));
    public static readonly DateOnly Last = new(2026, 11, 20);

    public static readonly IReadOnlyList<BoosterStep> Ladder =
    [
        Step("weekly", 7, 7, 5, 4),
        Step("fortnightly", 14, 14, 10, 4),
        Step("monthly", 28, 35, 21, null),
        Step("as-needed", 28, 90, 21, null) with { AsNeeded = true },
    ];

    public static readonly Booster.Series Finished = new(Last, Given: 6, Planned: 6, Today: new DateOnly(2026, 11, 22));

    public static readonly Booster.Command.Propose Propose = new("weekly", "PHQ-9 is rising", Ladder, Finished, Party.Therapist, Therapist);

    public static readonly Booster.Event.Proposed First =
        new(1, "weekly", "Weekly", "PHQ-9 is rising", new(2026, 11, 27), new(2026, 11, 27), Last, [Party.Patient, Party.Therapist, Party.Prescriber]);

    public static Scenario<Booster.Command, Booster.State, Booster.Event> Given(params IEnumerable<Booster.Event> events) =>
        new Scenario<Booster.Command, Booster.State, Booster.Event>(Booster.Decide, Booster.Evolve, Booster.State.Initial).Given(events);

    public static Scenario<Booster.Command, Booster.State, Booster.Event> GivenProposed() => Given().After(Propose);

    public static Scenario<Booster.Command, Booster.State, Booster.Event> GivenAgreed() => GivenProposed().After(Says(Party.Prescriber, yes: true)).After(Says(Party.Patient, yes: true));

    public static Booster.Command.DecideFor Says(Party party, bool yes, int number = 1, string? reason = "Not now") =>
        new(number, party, yes, reason, party switch { Party.Therapist => Therapist, Party.Prescriber => Prescriber, _ => null }, UnderMedicine: default, Last);

    private static BoosterStep Step(string id, int least, int most, int gap, int? exit) => new(
        id,
        char.ToUpperInvariant(id[0]) + id[1..],
        new(least, most),
        gap,
        exit,
        "Relief lasts between two boosters",
        ["patient", "therapist", "prescriber"],
        AsNeeded: false,
        new Source(SourceStatus.Seed, "S-KAPX"));
}
