using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Measures;

namespace Sojourn.Clinic.Tests.Measures;

/// <summary>MEAS-4 to MEAS-8: saved at every answer, finished by the last, read by somebody.</summary>
public sealed class FinishingAMeasure : IAsyncLifetime
{
    private static readonly Dictionary<string, decimal?> NoMood = Enumerable.Range(1, 9).ToDictionary(i => $"phq9-{i}", _ => (decimal?)0, StringComparer.Ordinal);

    private MeasureClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MeasureClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task The_last_answer_finishes_it_and_says_by_when_it_is_read()
    {
        var id = await clinic.Ask("peg");
        await clinic.Answer(id, "peg-1", 6);
        await clinic.Answer(id, "peg-2", 5);
        Assert.Equal("begun", clinic.Measure(id).State);
        await clinic.Answer(id, "peg-3", 7);
        var row = clinic.Measure(id);
        Assert.Equal(("finished", 6m, clinic.Now.AddHours(24)), (row.State, row.Total, row.ReadBy));
        Assert.Equal([6m, 5m, 7m], clinic.Read(records => MeasureRecords.Answers(records, id.Value)).OrderBy(answer => answer.ItemId, StringComparer.Ordinal).Select(answer => answer.Value!.Value));
    }

    [Fact]
    public async Task A_skip_is_an_answer_too_and_no_total_is_made_up()
    {
        var id = await clinic.Ask("peg");
        await clinic.Answer(id, "peg-1", 6);
        await clinic.Answer(id, "peg-2", null);
        await clinic.Answer(id, "peg-3", 7);
        var row = clinic.Measure(id);
        Assert.Equal(("finished", null), (row.State, row.Total));
        Assert.NotNull(row.WhyNoTotal);
    }

    [Fact]
    public async Task Answers_that_contradict_each_other_are_kept_and_it_stays_open()
    {
        var id = await clinic.Ask("pc-ptsd-5");
        var instrument = clinic.Runner.Instruments.Find("pc-ptsd-5")!;
        foreach (var item in instrument.Items.Skip(1))
        {
            await clinic.Answer(id, item.Id, item.Most);
        }

        await clinic.Answer(id, instrument.Items[0].Id, 0);
        Assert.Equal("begun", clinic.Measure(id).State);
        await clinic.Answer(id, instrument.Items[0].Id, 1);
        Assert.Equal("finished", clinic.Measure(id).State);
    }

    [Fact]
    public async Task A_total_of_a_licensed_form_says_where_it_comes_from()
    {
        var id = await clinic.Ask("isi");
        await clinic.Do(desk => AnsweringAMeasure.EnterTotal(desk, id, 18, "The clinic's licensed form"), Actor.Staff(clinic.Nurse));
        var row = clinic.Measure(id);
        Assert.Equal((18m, "The clinic's licensed form"), (row.Total, row.TakenFrom));
        Assert.Equal(["measures.over"], await clinic.Refused(desk => AnsweringAMeasure.EnterTotal(desk, id, 19, "again"), Actor.Staff(clinic.Nurse)));
    }

    [Fact]
    public async Task What_wants_a_review_is_a_task_of_its_reader_until_it_is_read()
    {
        var plain = await clinic.Ask("phq-9");
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, plain, NoMood), Actor.Staff(clinic.Nurse));
        await clinic.React();
        Assert.Empty(Tasks());

        var low = await clinic.Ask("phq-9");
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, low, NoMood.ToDictionary(answer => answer.Key, answer => answer.Key == "phq9-9" ? 0 : (decimal?)2, StringComparer.Ordinal)), Actor.Staff(clinic.Nurse));
        await clinic.React();
        var task = Assert.Single(Tasks());
        Assert.Equal(($"staff/{clinic.Nurse.Value}", clinic.Now.AddHours(24), $"measures/{low.Value}"), (task.Owner, task.DueAt, task.Resource));

        await clinic.Do(desk => desk.Do(MeasureSlice.Slice, low.Value, new Measure.Command.Read(clinic.Now)), Actor.Staff(clinic.Nurse));
        await clinic.React();
        Assert.Empty(Tasks());
        Assert.Equal("Priya Test", clinic.Measure(low).ReadByName);
    }

    [Fact]
    public async Task What_is_never_answered_closes_by_the_clock()
    {
        var id = await clinic.Ask("peg");
        clinic.Now += TimeSpan.FromDays(3);
        await Clocks.Look(clinic.Runner);
        await Clocks.Look(clinic.Runner);
        Assert.Equal("lapsed", clinic.Measure(id).State);
    }

    [Fact]
    public async Task The_tables_made_anew_are_those_that_were_kept_up()
    {
        var id = await clinic.Ask("phq-9");
        await clinic.Answer(id, "phq9-9", 1);
        await clinic.RebuiltEqualsKeptUp("measure-board", "case-board");
    }

    private IReadOnlyList<TaskRow> Tasks() => clinic.Read(TaskRecords.Open);
}
