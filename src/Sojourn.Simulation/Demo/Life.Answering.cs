using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Simulation.Demo;

internal sealed partial class Life
{
    /// <summary>How heavy it is now, 0 to 1: lighter after each session, coming back by and by, more slowly each time.</summary>
    private double How()
    {
        var heavy = part.Burden / 10.0;
        if (given.Count == 0)
        {
            return heavy;
        }

        var days = (world.Now - given[^1]).TotalDays;
        var lasting = 9 + (5 * given.Count);
        var relief = Math.Min(0.72, 0.34 + (0.07 * given.Count)) * Math.Exp(-Math.Max(0, days - 1) / lasting);
        return Math.Clamp((heavy * (1 - relief)) + (Dice.Whole(-6, 6) / 100.0), 0.05, 1);
    }

    /// <summary>Evenings after a session: what is open is answered, most of the time.</summary>
    private async IAsyncEnumerable<DateTimeOffset> CheckIns(int n)
    {
        var next = n + 1 < part.Sessions ? World.At(MedicineDay(n + 1).AddDays(-Lead(n + 1)), 15) : World.At(today, 23);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(world.Now, World.Zone).DateTime);
        for (var i = 1; i <= 16; i++)
        {
            var at = World.At(day.AddDays(i), part.PositiveAnswer ? 8 : 18, Dice.Whole(5, 55));
            if (at >= next)
            {
                yield break;
            }

            yield return at;
            if (Dice.Chance(86))
            {
                await AnswerOpenMeasures();
            }
        }
    }

    /// <summary>The one whose answer of this morning must not stay silent: asked last evening, answered from home.</summary>
    internal async IAsyncEnumerable<DateTimeOffset> Morning()
    {
        if (!part.PositiveAnswer)
        {
            yield break;
        }

        yield return World.At(today.AddDays(-1), 17, 40);
        var instrument = world.Runner.Instruments.Find("phq-9")!;
        await world.As(Therapist.Id, desk => desk.Do(MeasureSlice.Slice, world.NewId(), new Measure.Command.Assign(
            world.Now, person, course, instrument, "Sounded low on the phone.", null, world.Now, World.At(today, 20), World.At(today.AddDays(3), 20), Owner.Named(Therapist.Id), 12)));
        yield return World.At(today, 10, 21);
        await AnswerOpenMeasures();
    }

    /// <summary>After the series: follow-ups until today.</summary>
    private async IAsyncEnumerable<DateTimeOffset> Afterwards()
    {
        for (var at = world.Now.AddDays(7); at < World.At(today, 23); at = at.AddDays(7))
        {
            yield return at;
            if (Dice.Chance(80))
            {
                await AnswerOpenMeasures();
            }

            if (part.IsKnown && at.AddDays(7) >= World.At(today, 23))
            {
                await WaitForBooster();
            }
        }
    }

    private async Task AnswerOpenMeasures()
    {
        await ReadAnswers();
        IReadOnlyList<MeasureRow> open;
        using (var records = world.Runner.Read())
        {
            open = MeasureRecords.OpenFor(records, person.Value, world.Now);
        }

        foreach (var row in open)
        {
            if (world.Runner.Instruments.Find(row.InstrumentId) is { Items.Count: > 0 } instrument)
            {
                var answers = new Dictionary<string, decimal?>(StringComparer.Ordinal);
                while (Scoring.StillToAsk(instrument, answers) is [var item, ..])
                {
                    answers[item.Id] = Answer(instrument, item);
                }

                world.Note(part, await world.As(person, desk =>
                {
                    foreach (var (item, value) in answers)
                    {
                        AnsweringAMeasure.Answer(desk, row.Id, item, value);
                    }
                }));
            }
        }
    }

    /// <summary>The therapist has read what was answered before.</summary>
    private async Task ReadAnswers()
    {
        IReadOnlyList<Guid> unread;
        using (var records = world.Runner.Read())
        {
            unread = records.All<Guid>("select id from measure where person_id = @person and state = 'finished' and read_at is null", new { person });
        }

        foreach (var id in unread)
        {
            await world.As(Therapist.Id, desk => desk.Do(MeasureSlice.Slice, id, new Measure.Command.Read(world.Now)));
        }
    }

    /// <summary>Near how heavy it is; questions about dying are answered no, but for the one whose story it is.</summary>
    private decimal? Answer(Instrument instrument, InstrumentItem item)
    {
        var worrying = instrument.Id is "asq" or "c-ssrs-screener" || item.Id == "phq9-9";
        if (worrying)
        {
            return part.PositiveAnswer && item.Id == "phq9-9" && world.Now >= World.At(today, 0) ? 1 : 0;
        }

        var values = item.Options.Count > 0 ? item.Options.Select(o => o.Value).Order().ToList() : null;
        if (values is not null)
        {
            var place = Math.Clamp((int)Math.Round((How() * (values.Count - 1)) + (Dice.Whole(-40, 40) / 100.0)), 0, values.Count - 1);
            return instrument.Id is "audit-c" or "pc-ptsd-5" or "bladder-check" or "dast-10" ? values[0] : values[place];
        }

        return Math.Clamp(decimal.Round(item.Least + ((item.Most - item.Least) * (decimal)How())), item.Least, item.Most);
    }

    private Task EndTalk(Guid session) => world.As(Therapist.Id, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Hold(world.Now, Dice.One(Names.CameUp))));
}
