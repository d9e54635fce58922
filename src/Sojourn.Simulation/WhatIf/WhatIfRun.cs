using System.Globalization;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>
/// Invented patients go through a programme in a clinic with so many rooms and people. Phases, counts, spacing, windows, lengths, staff, groups, rooms and gates are the
/// programme's; what it does not say is in <see cref="Assumptions"/>. The same input gives the same result.
/// </summary>
/// <remarks>
/// The demo's <see cref="Agenda"/> lets lives go on one after another; here somebody who waits is asked again each morning, in turn with others who wait, so there is
/// one queue of instants instead. Minutes are counted from a Monday's midnight, and clocks do not change.
/// </remarks>
public sealed partial class WhatIfRun
{
    internal const int DayMinutes = 24 * 60;
    private const int WeekMinutes = 7 * DayMinutes;

    /// <summary>Mornings on which those who wait are looked at again, minutes after midnight.</summary>
    private const int Morning = 6 * 60;

    private readonly Programme programme;
    private readonly ClinicSetup setup;
    private readonly Assumptions assumed;
    private readonly (int Patients, int Weeks, int Seed) size;
    private readonly int end;
    private readonly Dictionary<string, Step> steps;
    private readonly IReadOnlyList<GateItem> doorItems;
    private readonly int assessedIn;
    private readonly House house;
    private readonly Finder finder;
    private readonly Tally tally;
    private readonly List<Person> people = [];
    private readonly PriorityQueue<Action, (int At, int Order)> agenda = new();
    private int order;

    private WhatIfRun(Programme programme, ClinicSetup setup, Assumptions assumed, int patients, int weeks, int seed)
    {
        (this.programme, this.setup, this.assumed, size, end) = (programme, setup, assumed, (patients, weeks, seed), weeks * WeekMinutes);
        steps = programme.Sessions.Select((type, index) => new Step(type, index)).ToDictionary(step => step.Type.Id, StringComparer.Ordinal);
        doorItems = [.. programme.BeforeDose.Where(item => OfThePatient.Contains(item.Id))];
        assessedIn = programme.Phases.Select((phase, index) => phase.Kind == PhaseKind.Assessment ? index : -1).DefaultIfEmpty(-1).Max();
        house = new House(setup, (weeks * 7) + MostDaysAhead);
        finder = new Finder(house, (programme.Rest?.Hours ?? 0) * 60);
        tally = new Tally(programme, house);
    }

    /// <summary>Items of the gate at which a visit can fail on the day because of the patient; the rest is the clinic's own work.</summary>
    private static readonly HashSet<string> OfThePatient = new(StringComparer.Ordinal)
    {
        GateItems.Escort, GateItems.NoDriving, GateItems.Fasting, GateItems.PreparationDone, GateItems.MedicinesReviewed, GateItems.SuicideScreen, GateItems.BaselineVitals, GateItems.PregnancyTest,
    };

    /// <param name="patients">1 to 100,000.</param>
    /// <param name="weeks">1 to 260.</param>
    /// <param name="seed">Any number: another seed, other people.</param>
    /// <param name="progress">Told once for each simulated day.</param>
    /// <exception cref="ArgumentException">Something is out of its range; the message is a sentence for people.</exception>
    public static WhatIfResult Of(
        Programme programme, ClinicSetup setup, Assumptions assumptions, int patients, int weeks, int seed, IProgress<WhatIfProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (Faults(patients, weeks, assumptions).FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault);
        }

        return new WhatIfRun(programme, setup, assumptions, patients, weeks, seed).Run(progress, cancellation);
    }

    /// <summary>Everything that is out of its range, as sentences.</summary>
    public static IEnumerable<string> Faults(int patients, int weeks, Assumptions assumptions)
    {
        if (patients is < 1 or > 100_000)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Patients are 1 to 100000, not {patients}.");
        }

        if (weeks is < 1 or > 260)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Weeks are 1 to 260, not {weeks}.");
        }

        foreach (var fault in assumptions.Faults())
        {
            yield return fault;
        }
    }

    private WhatIfResult Run(IProgress<WhatIfProgress>? progress, CancellationToken cancellation)
    {
        Invite();
        for (var day = 0; day < size.Weeks * 7; day++)
        {
            var today = day;
            At((day * DayMinutes) + Morning, () =>
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new(today, size.Weeks * 7));
                AskAgain(today);
            });
        }

        while (agenda.TryDequeue(out var happens, out var when) && when.At < end)
        {
            now = when.At;
            happens();
        }

        progress?.Report(new(size.Weeks * 7, size.Weeks * 7));
        foreach (var want in waiting.Where(want => want.IsWaiting && want.Person.Standing == Standing.UnderWay))
        {
            Waited(want, size.Weeks * 7, null, still: true);
        }

        return tally.Result(setup, assumed, size, people);
    }

    private int now;

    private int Today => now / DayMinutes;

    private void At(int minute, Action happens) => agenda.Enqueue(happens, (minute, order++));

    private void Invite()
    {
        var dice = new Dice(size.Seed);
        var span = assumed.InquiriesPerWeek == 0 ? end : (int)Math.Min(int.MaxValue - 1, (long)size.Patients * WeekMinutes / assumed.InquiriesPerWeek);
        var kind = programme.GivesMedicine ? RoomKind.Medicine : RoomKind.Talking;
        int[] sites = [.. setup.Rooms.Where(room => room.Kind == kind).Select(room => room.Site).DefaultIfEmpty(0)];
        var arrivals = Enumerable.Range(0, size.Patients).Select(_ => (At: dice.Whole(0, Math.Max(0, span - 1)), Seed: dice.Whole(0, int.MaxValue - 1))).OrderBy(arrival => arrival.At).ToList();
        foreach (var arrival in arrivals)
        {
            var own = new Dice(arrival.Seed);
            var person = new Person(people.Count + 1, own, arrival.At, own.One(sites), own.Chance(assumed.Groups), own.Chance(assumed.Video), own.Chance(assumed.OwnTherapist));
            people.Add(person);
            if (arrival.At < end)
            {
                At(arrival.At, () =>
                {
                    person.Standing = Standing.UnderWay;
                    NextPhase(person);
                });
            }
        }
    }

    /// <summary>The next phase in which they have anything; none: they have finished.</summary>
    private void NextPhase(Person person)
    {
        while (person.Standing == Standing.UnderWay)
        {
            person.Phase++;
            if (person.Phase >= programme.Phases.Count)
            {
                person.Standing = Standing.Finished;
                return;
            }

            person.Strands = Strands(person);
            if (person.Strands.Count > 0)
            {
                Enter(person);
                return;
            }
        }
    }

    private List<Strand> Strands(Person person)
    {
        var phase = programme.Phases[person.Phase];
        List<Strand> strands = [];
        foreach (var line in phase.Sessions.Where(line => Leader(phase, line) is null))
        {
            var count = line.Count.Least;
            for (var further = line.Count.Least; further < line.Count.Most; further++)
            {
                count += person.Dice.Chance(assumed.FurtherSessions) ? 1 : 0;
            }

            var follower = phase.Sessions.FirstOrDefault(other => Leader(phase, other) == line.SessionId);
            if (count > 0)
            {
                strands.Add(new Strand(phase, person.Phase, line, steps[line.SessionId], count, follower is null ? null : steps[follower.SessionId], follower is null ? 0 : Math.Min(count, follower.Count.Most)));
            }
        }

        return strands;
    }

    /// <summary>The session that this line follows each time; integration follows medicine of its phase whether or not the line says so.</summary>
    private string? Leader(Phase phase, PhaseSessions line) =>
        line.AfterEach is { } after && phase.Sessions.Any(other => other.SessionId == after) ? after
        : line.AfterEach is null && line.SpacingDays is null && line.SessionId == programme.Integration?.SessionId && !phase.Sessions.Any(other => other.AfterEach is not null)
            ? phase.Sessions.FirstOrDefault(other => steps[other.SessionId].IsMedicine)?.SessionId
            : null;

    private void Enter(Person person)
    {
        var phase = programme.Phases[person.Phase];
        if (person.AgreedAt > now && person.Strands.Exists(strand => strand.Step.IsMedicine) && programme.BeforeBookingMedicine.FirstOrDefault(item => item.Id == GateItems.PlanAgreed) is { } agreed)
        {
            var days = (person.AgreedAt - now + DayMinutes - 1) / DayMinutes;
            tally.Blocked(phase.Title, $"gate: {agreed.Title}", days, still: false);
            At(person.AgreedAt, () => Begin(person));
            return;
        }

        Begin(person);
    }

    private void Begin(Person person)
    {
        foreach (var strand in person.Strands)
        {
            if (person.Standing == Standing.UnderWay)
            {
                strand.ReadyAt = now;
                Plan(new Want(person, strand, followsEnd: null));
            }
        }
    }

    private void PhaseIsOver(Person person)
    {
        var phase = programme.Phases[person.Phase];
        var strand = person.Strands.Find(strand => strand.Step.IsMedicine && phase.WindowDays is not null) ?? person.Strands[0];
        if (phase.WindowDays is { } window && strand is { FirstDay: { } first, LastDay: { } last })
        {
            tally.Window(string.Create(CultureInfo.InvariantCulture, $"{phase.Title}: first to last within {window.Least} to {window.Most} days"), last - first >= window.Least && last - first <= window.Most);
        }

        if (person.Phase == assessedIn)
        {
            person.AssessedAt = now;
            person.AgreedAt = now + (person.Dice.Whole(0, assumed.DaysToAgree) * DayMinutes);
            if (Chance(person, assumed.NotSuitable))
            {
                Lose(person, "not suitable");
            }
            else if (Chance(person, assumed.Decline))
            {
                Lose(person, "declined");
            }
        }
        else if (Chance(person, phase.Kind == PhaseKind.FirstContact ? assumed.LeaveAfterFirstContact : phase.Kind == PhaseKind.Preparation ? assumed.LeaveAfterPreparation : 0))
        {
            Lose(person, "left");
        }

        NextPhase(person);
    }

    private static bool Chance(Person person, int percent) => percent > 0 && person.Dice.Chance(percent);

    private void Lose(Person person, string how)
    {
        person.Standing = Standing.Lost;
        tally.Lose(programme.Phases[person.Phase].Title, how);
        foreach (var visit in person.Visits.ToList())
        {
            Cancel(visit);
        }

        foreach (var want in waiting.Where(want => want.Person == person && want.IsWaiting))
        {
            Waited(want, Today, null, still: false);
            want.IsWaiting = false;
        }
    }
}
