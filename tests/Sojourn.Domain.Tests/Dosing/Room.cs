using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>A session room in which things happen at minutes: given this, when that is asked, then so. Minute 0 is 10:00.</summary>
internal sealed record Room(State State, Decision<Event>? Answer = null)
{
    internal static readonly DateTimeOffset Ten = new(2026, 11, 19, 10, 0, 0, TimeSpan.Zero);

    private static int made;

    internal static Room Empty => new(State.Initial);

    /// <summary>68 kg, two baseline readings, P. Nair watches since minute −30, the gate passed at minute −2.</summary>
    internal static Room GatePassed => Ready.Does(new Command.PassGate(At(-2), Rules.Nair, Rules.Gate));

    /// <summary>Everything the gate asks, but nobody has passed it.</summary>
    internal static Room Ready => Empty
        .Does(new Command.Weigh(At(-40), new Kilograms(68m), new Kilograms(69m), null))
        .Does(new Command.BeginPresence(At(-30), Rules.Nair, At(-30), Rules.Team))
        .Takes(-20, Calm)
        .Takes(-10, Calm)
        .Ticks(GateItems.Identity)
        .Ticks(GateItems.KitChecked);

    /// <summary>30 mg into a muscle at minute 0.</summary>
    internal static Room Dosed => GatePassed.Does(Gives(0, 30m));

    internal static readonly Vitals Calm = new(Systolic: 124, Diastolic: 78, Pulse: 72, Oxygen: 98, Respiration: 14, Sedation: 5);

    internal static DateTimeOffset At(double minute) => Ten.AddMinutes(minute);

    internal static EntryId NewId() => new(new Guid(Interlocked.Increment(ref made), 0, 0, new byte[8]));

    internal static Command.GiveDose Gives(double minute, decimal mg, DoseFacts? facts = null) => new(
        At(minute), NewId(), Rules.Nair, At(minute), DoseRoute.Intramuscular, new Milligrams(mg), null, Rules.Ellery, null, null, null, facts ?? Rules.ImDose, CheckConfirmed: true);

    internal static Command.GiveDose Infuses(double minute, decimal mg, int minutes, DoseFacts? facts = null) =>
        Gives(minute, mg, facts ?? Rules.IvDose) with { Route = DoseRoute.IvInfusion, OverMinutes = minutes };

    internal static Command.TakeVitals Reads(double minute, Vitals vitals) => new(At(minute), NewId(), Rules.Nair, At(minute), vitals, Rules.Watch);

    internal Room When(Command command) => this with { Answer = Decide(command, State) };

    /// <summary>Asks and goes on from there; a refusal fails the test.</summary>
    internal Room Does(Command command) => When(command).And();

    internal Room Takes(double minute, Vitals vitals) => Does(Reads(minute, vitals));

    internal Room Ticks(string item) => Does(new Command.CheckGateItem(At(-5), Rules.Nair, item, Holds: true, Rules.Gate));

    internal Room And() => new(Events.Aggregate(State, Evolve));

    internal IReadOnlyList<Refusal> Refused => Assert.IsType<Decision<Event>.Refused>(Answer).Reasons;

    internal IReadOnlyList<string> Codes => [.. Refused.Select(reason => reason.Code)];

    internal IReadOnlyList<Event> Events => Answer is Decision<Event>.Refused refused
        ? throw new Xunit.Sdk.XunitException("Refused: " + string.Join(" ", refused.Reasons.Select(reason => $"[{reason.Code}] {reason.Sentence}")))
        : Assert.IsType<Decision<Event>.Accepted>(Answer).Events;

    internal TEvent Only<TEvent>()
        where TEvent : Event => Assert.Single(Events.OfType<TEvent>());

    internal Refusal ThenRefused(string code) => Assert.Single(Refused, refusal => refusal.Code == code);
}
