using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.Demo;

internal sealed partial class Life
{
    /// <summary>The day of a medicine session, from the door to the ride home.</summary>
    private async IAsyncEnumerable<DateTimeOffset> Day(Guid session, int n)
    {
        if (BeginsAt(session) is not { } begins)
        {
            yield break;
        }

        if (part.MissesOne && n == 1)
        {
            yield return begins.AddMinutes(25);
            await world.As(Desk, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Miss(world.Say("missed"))));
            yield break;
        }

        yield return begins.AddMinutes(-Dice.Whole(3, 9));
        await world.As(Desk, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Arrive(world.Now, NeedsRide: true)));
        await AnswerOpenMeasures();
        begins = begins.AddMinutes(part.GroupToday ?? 0);
        yield return begins.AddMinutes(4);
        await ReadAnswers();
        await AtGate(session);
        await BindMonitor(session);
        yield return begins.AddMinutes(11);
        await Take(session, Calm(0));
        await Hears(session, MusicChange.Started, MusicPhase.Settling);
        yield return begins.AddMinutes(14);
        await Room(session, Nurse.Id, facts => new MedicineSession.Command.PassGate(world.Now, Nurse.Id, facts.Gate));
        if (Seen(session, (facts, _) => (DoseRoute?)facts.PlannedRoute) is not { } route)
        {
            yield break;
        }

        yield return begins.AddMinutes(16);
        if (!await Give(session, route, n))
        {
            await world.As(Desk, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Cancel("Not everything was ready; put off to another day.")));
            yield break;
        }

        var dosed = world.Now;
        given.Add(dosed);
        await Hears(session, MusicChange.Changed, MusicPhase.Onset);
        await foreach (var at in Watched(session, dosed, Programme.VitalsBy(route)!, n))
        {
            yield return at;
        }
    }

    private decimal lastAmount;

    /// <summary>Where in the programme's band this person's prescriber begins, and what the review after two sessions changed.</summary>
    private readonly decimal startsAt = world.Dice.Whole(15, 60) / 100m;

    private readonly decimal afterReview = world.Dice.One([0m, 0m, 0.15m, 0.2m, -0.1m]);

    private async Task AtGate(Guid session)
    {
        await Room(session, Nurse.Id, facts => new MedicineSession.Command.BeginPresence(world.Now, Nurse.Id, world.Now, facts.Team));
        await Room(session, Therapist.Id, facts => new MedicineSession.Command.BeginPresence(world.Now, Therapist.Id, world.Now, facts.Team));
        if ((part.GroupToday is not null ? world.OfGroupDays("therapist")[1].Id : part.InGroup ? world.With("therapist", part.Site)[0].Id : (StaffId?)null) is { } second)
        {
            await Room(session, second, facts => new MedicineSession.Command.BeginPresence(world.Now, second, world.Now, facts.Team));
        }

        await Room(session, Nurse.Id, facts => new MedicineSession.Command.Weigh(world.Now, new Kilograms(weight), facts.LastWeight(), new Kilograms(weight)));
        await Take(session, Calm(0));
        if (Seen(session, (facts, state) => Gate.Lines(facts.Gate, state, world.Now).Where(l => l.ByHand && l.Ticked is null).ToList()) is { } lines)
        {
            foreach (var ticked in lines.ToLookup(line => line.ClearedBy.Contains("prescriber") && !line.ClearedBy.Contains("nurse") ? Prescriber.Id : Nurse.Id))
            {
                await Room(session, ticked.Key, facts => ticked.Select(line => new MedicineSession.Command.CheckGateItem(world.Now, ticked.Key, line.Id, Holds: true, facts.Gate)));
            }
        }
    }

    private const string FrailToday = "Slept badly and has eaten little. Less than usual today, as talked over with them.";

    /// <summary>A dose near the middle of the planned band, rising a little; never what a screen would suggest, always what a prescriber here would have ordered.</summary>
    private async Task<bool> Give(Guid session, DoseRoute route, int n)
    {
        var dosing = Programme.DosingBy(route)!;
        var band = dosing.Bands[0].MilligramsFor(new Kilograms(weight));
        var share = Math.Clamp(startsAt + (n >= 2 ? afterReview : 0) + (0.02m * n), 0m, 0.85m);
        var step = route is DoseRoute.Sublingual ? 50m : route is DoseRoute.IvInfusion ? 1m : 5m;
        // Never more than a fifth above the last one, whatever it was.
        var most = lastAmount > 0 ? Math.Max(lastAmount, Math.Floor(lastAmount * 1.2m)) : decimal.MaxValue;
        var amount = Math.Max(band.Least, Math.Floor((band.Least + ((band.Most - band.Least) * share)) / step) * step);
        amount = Math.Min(amount, most);
        lastAmount = amount;
        // Of the last days, some had less than the range on a frail day: the weekly review has something to look at.
        var frail = n >= 1 && route is not (DoseRoute.IvInfusion or DoseRoute.Sublingual) && amount > step && world.Now < World.At(today, 0) && world.Now > World.At(today, 0).AddDays(-6);
        amount = frail ? Math.Max(step, band.Least - step) : amount;
        var over = dosing.Bands[0].OverMinutes is { } minutes ? minutes.Least : (int?)null;
        return await Room(session, Nurse.Id, facts => new MedicineSession.Command.GiveDose(
            world.Now, new EntryId(world.NewId()), Nurse.Id, world.Now, route, new Milligrams(amount), over, Therapist.Id, new Milligrams(amount), frail ? new Override(Prescriber.Id, FrailToday) : null, null, facts.Dose(route), CheckConfirmed: true));
    }

    private async IAsyncEnumerable<DateTimeOffset> Watched(Guid session, DateTimeOffset dosed, VitalsCadence cadence, int n)
    {
        var last = cadence.EarliestDischargeMinutes + 45;
        var moments = new Queue<int>([9, 22, 34, 48]);
        Voice? voice = null;
        var music = new Queue<(int, MusicChange, MusicPhase)>(Playing);
        foreach (var minute in cadence.DueUpTo(last))
        {
            if (minute > part.ReadUntil && dosed >= World.At(today, 0))
            {
                yield break;
            }

            yield return dosed.AddMinutes(minute).AddSeconds(Dice.Whole(5, 90));
            var rises = part.PressureRises && dosed >= World.At(today, 0) && minute is >= 20 and <= 40;
            var shown = rises ? Calm(minute) with { Systolic = 164, Diastolic = 96 } : Calm(minute);
            await MonitorSends(session, shown, minute);
            var heard = Heard(minute);
            await Room(session, Nurse.Id, facts => Taps(facts, shown, minute, n, heard == voice ? null : heard));
            voice = heard;
            await Hears(session, music, minute);
            while (moments.TryPeek(out var due) && due <= minute)
            {
                moments.Dequeue();
                await Room(session, Therapist.Id, _ => new MedicineSession.Command.NoteMoment(world.Now, new EntryId(world.NewId()), world.Now, MomentKind.Note, world.Say("moments")));
            }

            if (part.GroupToday is not null && minute == 90)
            {
                await Room(session, Therapist.Id, _ => new MedicineSession.Command.NoteMoment(world.Now, new EntryId(world.NewId()), world.Now, MomentKind.EffectsLessening, ""));
            }
        }

        yield return dosed.AddMinutes(last + 6);
        await GoHome(session);
    }

    /// <summary>Talking until it takes hold, quiet while it lasts, talking again as it lessens.</summary>
    private static Voice Heard(int minute) => minute is >= 8 and <= 45 ? Voice.Quiet : Voice.Talking;

    private IEnumerable<MedicineSession.Command> Taps(RoomFacts facts, Vitals shown, int minute, int n, Voice? voice)
    {
        yield return new MedicineSession.Command.TakeVitals(world.Now, new EntryId(world.NewId()), Nurse.Id, world.Now, shown, facts.Watch);
        if (minute is >= 8 and <= 45)
        {
            var depth = minute < 16 ? Depth.Light : n > 1 ? Depth.OutOfBody : Depth.Dreamlike;
            yield return new MedicineSession.Command.MarkDepth(world.Now, new EntryId(world.NewId()), Nurse.Id, world.Now, depth, facts.Watch);
        }

        if (voice is { } changed)
        {
            yield return new MedicineSession.Command.ChangeVoice(world.Now, world.Now, changed);
        }
    }

    private async Task GoHome(Guid session)
    {
        if (Seen(session, (_, state) => state.Alerts.Where(a => !a.Closed).ToList()) is not { } alerts)
        {
            return;
        }

        foreach (var alert in alerts)
        {
            await Room(session, Nurse.Id, _ => new MedicineSession.Command.AcknowledgeAlert(world.Now, alert.Number, Nurse.Id));
            await Room(session, Nurse.Id, _ => new MedicineSession.Command.CloseAlert(world.Now, alert.Number, Nurse.Id, "Reassured, rechecked after five minutes; back to usual."));
        }

        var lines = Seen(session, (facts, state) => GoingHome.Lines(facts.Discharge, state, world.Now).Where(l => l.ByHand && l.Ticked is null).ToList()) ?? [];
        await Room(session, Nurse.Id, facts => lines.Select(line => new MedicineSession.Command.CheckDischargeItem(world.Now, Nurse.Id, line.Id, Holds: true, facts.Discharge)));
        await Room(session, Nurse.Id, facts => new MedicineSession.Command.Discharge(world.Now, Nurse.Id, EscortName, NoDrivingSaid: true, facts.Discharge));
    }

    private Vitals Calm(int minute)
    {
        var rise = minute switch { 0 => 0, < 10 => 8, < 45 => Dice.Whole(10, 19), < 70 => 8, _ => 2 };
        return new Vitals(
            Systolic: 120 + rise + Dice.Whole(-4, 4),
            Diastolic: 76 + (rise / 2) + Dice.Whole(-3, 3),
            Pulse: 70 + (rise / 3) + Dice.Whole(-4, 4),
            Oxygen: Dice.Whole(96, 99),
            Respiration: Dice.Whole(13, 17),
            Sedation: minute is > 5 and < 45 ? 4 : 5,
            Agitation: 0,
            Aldrete: minute > 60 ? 10 : null,
            Pain: Math.Max(0, (int)Math.Round(10 * How()) - (minute is > 5 and < 90 ? 5 : 2)));
    }

    private Task<bool> Take(Guid session, Vitals vitals) => Room(session, Nurse.Id, facts => new MedicineSession.Command.TakeVitals(
        world.Now, new EntryId(world.NewId()), Nurse.Id, world.Now, vitals, facts.Watch));

    private Task<bool> Room(Guid session, StaffId by, Func<RoomFacts, MedicineSession.Command> command) => Room(session, by, facts => [command(facts)]);

    /// <summary>What one person taps in one go.</summary>
    private async Task<bool> Room(Guid session, StaffId by, Func<RoomFacts, IEnumerable<MedicineSession.Command>> commands)
    {
        var outcome = await world.As(by, desk =>
        {
            if (RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At) is { } facts)
            {
                foreach (var command in commands(facts))
                {
                    desk.Do(MedicineSlice.Slice, session, command);
                }
            }
            else
            {
                desk.Refuse("demo.no-room", "There is no such medicine session.");
            }
        });
        world.Note(part, outcome);
        return outcome is Outcome.Done;
    }

    /// <summary>What those in the room see of it; nothing where there is no such session.</summary>
    private T? Seen<T>(Guid session, Func<RoomFacts, MedicineSession.State, T> look)
    {
        using var records = world.Runner.Read();
        return RoomFacts.Of(records, world.Runner.Programmes, session, world.Now) is { } facts ? look(facts, RoomRecord.Of(records, session).State) : default;
    }
}
