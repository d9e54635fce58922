using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Integration;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Integration;
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
        var (begins, grows, most, lasting) = part.Responds switch
        {
            Response.Good => (0.40, 0.07, 0.78, 12 + (6 * given.Count)),
            Response.Partial => (0.20, 0.05, 0.45, 9 + (4 * given.Count)),
            Response.Slight => (0.06, 0.01, 0.10, 7),
            _ => (0.55, 0.02, 0.65, 6 + given.Count),
        };
        var relief = Math.Min(most, begins + (grows * given.Count)) * Math.Exp(-Math.Max(0, days - 1) / lasting);
        return Math.Clamp((heavy * (1 - relief)) + (Dice.Whole(-9, 9) / 100.0), 0.05, 1);
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
            if (i == 3)
            {
                await AnswerTasks();
            }

            if (Dice.Chance(part.Answers) && !LeavesOpen)
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
            if (Dice.Chance(part.Answers))
            {
                await AnswerOpenMeasures();
            }

            if (part.Ends == Ending.Completed && world.Now - given[^1] > TimeSpan.FromDays(30))
            {
                await Close(world.Say("closings", "completed"));
                yield break;
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

    /// <summary>What lies before the one with a login when somebody signs in as them.</summary>
    private bool LeavesOpen => part.Login is not null && world.Now > World.At(today.AddDays(-3), 0);

    private readonly List<Guid> tasks = [];

    /// <summary>Integration looks back and sets a task; other talks leave a note.</summary>
    private async Task EndTalk(Guid session)
    {
        string? kind;
        using (var records = world.Runner.Read())
        {
            kind = SessionRecords.One(records, session)?.Kind;
        }

        if (kind != "integration")
        {
            await world.As(Therapist.Id, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Hold(world.Now, world.Say("talks"))));
            return;
        }

        var hold = new Integrating.Command.Hold(world.Say("came-up"), world.Say("insights"), world.Say("looking-back"), IntegrationChoice.Reinforce, world.Say("choices"));
        world.Note(part, await world.As(Therapist.Id, desk => IntegrationDesk.Hold(desk, session, hold)));
        for (var i = Dice.Whole(0, 2); i > 0; i--)
        {
            var task = world.NewId();
            var words = world.Say("tasks");
            if (await world.As(Therapist.Id, desk => IntegrationDesk.SetTask(desk, session, new IntegrationTaskId(task), words, goals.Count > 0 ? goals[0] : null)) is Outcome.Done)
            {
                tasks.Add(task);
            }
        }
    }

    /// <summary>What was set last time is answered, but for what the one with a login still has before them.</summary>
    private async Task AnswerTasks()
    {
        foreach (var task in part.Login is not null && given.Count > 4 ? tasks.Skip(1).ToList() : [.. tasks])
        {
            var done = Dice.Chance(70);
            var why = done ? null : world.Say("in-the-way");
            await world.As(person, desk => IntegrationDesk.AnswerTask(desk, task, done, why));
            tasks.Remove(task);
        }
    }
}
