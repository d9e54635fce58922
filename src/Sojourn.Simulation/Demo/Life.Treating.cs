using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.Demo;

internal sealed partial class Life
{
    /// <summary>Medicine sessions given so far, with their days, for how the person is today.</summary>
    private readonly List<DateTimeOffset> given = [];

    private async IAsyncEnumerable<DateTimeOffset> Treated()
    {
        var first = World.At(MedicineDay(0), 8);
        var preparation = Programme.SessionsOf(SessionKind.Preparation).FirstOrDefault();
        if (preparation is not null)
        {
            yield return first.AddDays(-8);
            var session = await Book(preparation, Workday(MedicineDay(0).AddDays(-4)), null, null, [Talker(preparation).Own.Id]);
            await foreach (var at in Hold(session))
            {
                yield return at;
            }
        }

        var medicine = Programme.SessionsOf(SessionKind.Medicine).First();
        for (var n = 0; n < part.Sessions; n++)
        {
            var booked = World.At(MedicineDay(n).AddDays(-Lead(n)), 16, 20);
            if (booked > World.At(today, 23))
            {
                yield break;
            }

            yield return booked;
            await AgreeOnBooster();
            var wanted = world.NewId();
            var integration = await BookIntegration(wanted, MedicineDay(n));
            var session = await Book(medicine, MedicineDay(n), n + 1, null, part.GroupToday is null ? [Therapist.Id, Nurse.Id] : [Therapist.Id, Nurse.Id, world.OfGroupDays("therapist")[1].Id], wanted);
            if (session is not { } id)
            {
                await LetBoosterGo();
                continue;
            }

            await foreach (var at in Ride(id, n))
            {
                yield return at;
            }

            await foreach (var at in Day(id, n))
            {
                yield return at;
            }

            await foreach (var at in Hold(integration))
            {
                yield return at;
            }

            await foreach (var at in CheckIns(n))
            {
                yield return at;
            }

            if (part.Ends == Ending.Withdrawn && n == 1)
            {
                await Close(world.Say("closings", "withdrawn"));
                yield break;
            }
        }

        await foreach (var at in Afterwards())
        {
            yield return at;
        }
    }

    /// <summary>After the series every further session is a booster: proposed on the ladder, agreed by all, and only then booked.</summary>
    private async Task AgreeOnBooster()
    {
        if (NextBooster() is not { } proposal)
        {
            return;
        }

        await world.As(Therapist.Id, desk => BoosterDesk.Propose(desk, course, proposal.Step, world.Say("boosters"), Party.Therapist));
        await world.As(Prescriber.Id, desk => BoosterDesk.Decide(desk, course, proposal.Number, Party.Prescriber, yes: true, null));
        await world.As(person, desk => BoosterDesk.Decide(desk, course, proposal.Number, Party.Patient, yes: true, null));
    }

    /// <summary>No day was found inside its time: the person would rather wait, and the agreed booster is over.</summary>
    private async Task LetBoosterGo()
    {
        BoosterRound? current;
        using (var records = world.Runner.Read())
        {
            current = CourseAtHand.Find(records, world.Runner.Programmes, course.Value) is { } at ? BoosterRecords.Of(records, at, world.Now).Current : null;
        }

        if (current is { Row: { State: "agreed", Number: var number } })
        {
            await world.As(person, desk => BoosterDesk.Decide(desk, course, number, Party.Patient, yes: false, "No day suited. I would rather wait and see."));
        }
    }

    /// <summary>Proposed a few days ago; the person has not answered yet.</summary>
    private async Task WaitForBooster()
    {
        if (NextBooster() is { } proposal)
        {
            await world.As(Therapist.Id, desk => BoosterDesk.Propose(desk, course, proposal.Step, world.Say("boosters"), Party.Therapist));
            await world.As(Prescriber.Id, desk => BoosterDesk.Decide(desk, course, proposal.Number, Party.Prescriber, yes: true, null));
        }
    }

    /// <summary>What the ladder suggests; null before the series is given and while another booster is open.</summary>
    private (string Step, int Number)? NextBooster()
    {
        using var records = world.Runner.Read();
        return CourseAtHand.Find(records, world.Runner.Programmes, course.Value) is { } at
            && BoosterRecords.Of(records, at, world.Now) is { SeriesIsGiven: true, Current: null, Suggested: { } step } sheet
            ? (step.Id, sheet.Rounds.Count + 1)
            : null;
    }

    /// <summary>Days ahead that a medicine session is booked: those whose day is today have theirs early, so that the board is theirs.</summary>
    private int Lead(int n) => n == 0 ? (part.IsKnown ? 7 : 3) : Math.Min(part.IsKnown ? 13 : 3, part.GapDays - 1);

    private Task<Guid?> BookIntegration(Guid follows, DateOnly medicineDay) =>
        Programme.Integration is { } window && Programme.Session(window.SessionId) is { } type
            ? Book(type, NextWorkday(medicineDay.AddDays(Math.Max(1, window.HoursLeast / 24))), null, new SessionId(follows), [Talker(type).Own.Id])
            : Task.FromResult<Guid?>(null);

    private const int DaysLookedAt = 3;

    /// <summary>Looks for a free hour, room and colleague on this day and those after it, as a front desk does.</summary>
    private async Task<Guid?> Book(SessionType type, DateOnly day, int? number, SessionId? follows, IReadOnlyList<StaffId> wanted, Guid? known = null)
    {
        var visit = new Visit(type.Kind, type.Id, person, null, course, number, follows) { Format = type.HasChoiceOfFormat ? InGroup ? SessionFormat.Group : SessionFormat.Individual : null };
        var session = known ?? world.NewId();
        var hours = Hours(type);
        for (var later = 0; later < DaysLookedAt; later++)
        {
            var outcome = await world.As(Desk, desk =>
            {
                foreach (var place in Places(type, Workday(day.AddDays(later)), hours, wanted))
                {
                    if (Booking.Facts(desk, session, visit, place) is { Clashes.Count: 0, OpeningTroubles.Count: 0 } facts)
                    {
                        desk.Do(SessionSlice.Slice, session, new Session.Command.Book(visit, place, facts, null));
                        return;
                    }
                }

                desk.Refuse("calendar.clash", "Nothing is free on this day.");
            });
            if (outcome is Outcome.Done)
            {
                return session;
            }

            world.Note(part, outcome);
            if (outcome is Outcome.Refused refused && refused.Reasons.Any(r => r.Code is not ("calendar.clash" or "calendar.length" or "calendar.spacing" or "calendar.window" or "booster.too-soon")))
            {
                return null;
            }
        }

        return null;
    }

    private (int Hour, int Minute)[] Hours(SessionType type) => type switch
    {
        { Minutes.Usual: > 300 } => [(9, 0), (8, 30), (8, 0)],
        { Kind: SessionKind.Medicine } => [(part.Hour, part.Minute), (12, 30), (13, 30), (14, 0), (11, 0), (9, 30), (8, 0)],
        _ => [(Dice.Whole(9, 15), 0), (9, 0), (10, 0), (11, 0), (13, 0), (14, 0), (15, 0), (16, 0)],
    };

    private IEnumerable<Place> Places(SessionType type, DateOnly day, (int Hour, int Minute)[] hours, IReadOnlyList<StaffId> wanted)
    {
        var medicine = type.Kind == SessionKind.Medicine;
        return
            from hour in hours
            let begins = World.At(day, hour.Hour, hour.Minute)
            where begins > world.Now && (medicine || part.Site > 0 || day != today || hour.Hour >= 12) // This morning the therapists of the first site are with those whose day is today.
            from room in InGroup && medicine ? [world.MedicineRooms[0]] : world.Rooms(type.Kind, part.Site)
            from staff in Teams(wanted, type)
            select new Place(world.Sites[part.Site], room, begins, begins.AddMinutes(type.Minutes.Usual), staff);
    }

    /// <summary>The person's own team first, then colleagues of the same roles.</summary>
    private IEnumerable<IReadOnlyList<StaffId>> Teams(IReadOnlyList<StaffId> wanted, SessionType type)
    {
        var (role, own) = Talker(type);
        return [wanted, .. type.Kind == SessionKind.Medicine
            ? from therapist in OwnFirst("therapist", Therapist) from nurse in OwnFirst("nurse", Nurse) select (IReadOnlyList<StaffId>)[therapist, nurse]
            : from one in OwnFirst(role, own) select (IReadOnlyList<StaffId>)[one]];
    }

    /// <summary>Who holds a talk: infusions without therapy are prepared and looked back on with a nurse.</summary>
    private (string Role, Colleague Own) Talker(SessionType type) =>
        type.Staff.Any(need => need.Role == Roles.Therapist) || type.Staff.All(need => need.Role != Roles.Nurse) ? (Roles.Therapist, Therapist) : (Roles.Nurse, Nurse);

    private IEnumerable<StaffId> OwnFirst(string role, Colleague own) => [own.Id, .. world.With(role, part.Site).Select(one => one.Id).Where(one => one != own.Id)];

    /// <summary>Two days before: who takes them home, what the checklist asks anew, and sometimes trouble.</summary>
    private async IAsyncEnumerable<DateTimeOffset> Ride(Guid session, int n)
    {
        if (BeginsAt(session) is not { } begins)
        {
            yield break;
        }

        var ahead = begins >= World.At(today, 0);
        var asked = begins.AddHours(-Dice.Whole(40, 50));
        yield return asked > world.Now ? asked : world.Now.AddMinutes(7);
        if (n > 0)
        {
            await world.As(person, desk => PreparationDesk.AskAgain(desk, course));
            await Prepare();
        }

        if (!(part.NoRide && ahead))
        {
            await world.As(person, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.NameEscort(EscortName, $"555-03{Dice.Whole(10, 99)}", Dice.One(["partner", "sister", "friend", "neighbour"]), IsAdult: true)));
            await world.As(person, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.PromiseNoDriving()));
        }

        if (part.RideFound && n == 1)
        {
            yield return world.Now.AddHours(Dice.Whole(17, 19));
            await world.As(Desk, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.CancelRide("Rang in: their child has a fever.")));
            yield return world.Now.AddHours(2);
            await world.As(person, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.NameEscort($"{Dice.One(Names.Given).Given} {Dice.One(Names.Family)}", $"555-03{Dice.Whole(10, 99)}", "neighbour", IsAdult: true)));
        }

        if (part.RideFallsThrough && ahead)
        {
            yield return World.At(today, 9, 12);
            await world.As(Desk, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.CancelRide("Called at nine: their car is in the garage.")));
        }
    }

    private string EscortName { get; } = world.Dice.One(Names.Given).Given + " " + part.Family;

    /// <summary>A session without medicine: they come, it is held, or they do not come.</summary>
    private async IAsyncEnumerable<DateTimeOffset> Hold(Guid? session)
    {
        if (session is not { } id || BeginsAt(id) is not { } begins)
        {
            yield break;
        }

        yield return begins.AddMinutes(-4);
        await world.As(Desk, desk => desk.Do(SessionSlice.Slice, id, new Session.Command.Arrive(world.Now, NeedsRide: false)));
        await AnswerOpenMeasures();
        yield return begins.AddMinutes(1);
        await world.As(Therapist.Id, desk => desk.Do(SessionSlice.Slice, id, new Session.Command.Begin(world.Now)));
        yield return begins.AddMinutes(50);
        await EndTalk(id);
    }

    private DateTimeOffset? BeginsAt(Guid session)
    {
        using var records = world.Runner.Read();
        return SessionRecords.One(records, session)?.FromAt;
    }
}
