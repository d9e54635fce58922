using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests.Programmes;

public sealed class WeighingATrigger
{
    private static readonly Trigger Pressure = new Trigger.AnyOf([new Trigger.Compares("systolic", Comparison.AtLeast, 140), new Trigger.Compares("diastolic", Comparison.AtLeast, 90)]);
    private static readonly Trigger Event = new Trigger.AllOf([new Trigger.Holds("ever"), new Trigger.Compares("days", Comparison.Less, 42)]);

    [Fact]
    public void One_true_part_of_an_or_decides_whatever_else_is_missing() =>
        Assert.Equal(Truth.Yes, Pressure.Over(Facts(("systolic", new FactValue.Number(140)))));

    [Fact]
    public void A_false_part_of_an_or_leaves_it_unknown_while_another_is_missing() =>
        Assert.Equal(Truth.Unknown, Pressure.Over(Facts(("systolic", new FactValue.Number(139)))));

    [Fact]
    public void A_false_part_of_an_and_decides_whatever_else_is_missing() =>
        Assert.Equal(Truth.No, Event.Over(Facts(("ever", new FactValue.YesNo(false)))));

    [Fact]
    public void A_true_part_of_an_and_leaves_it_unknown_while_another_is_missing() =>
        Assert.Equal(Truth.Unknown, Event.Over(Facts(("ever", new FactValue.YesNo(true)))));

    [Fact]
    public void Nothing_known_is_unknown_and_so_is_its_opposite()
    {
        Assert.Equal(Truth.Unknown, Event.Over(Facts()));
        Assert.Equal(Truth.Unknown, new Trigger.Not(Event).Over(Facts()));
    }

    [Fact]
    public void A_fact_of_another_kind_counts_as_unknown() =>
        Assert.Equal(Truth.Unknown, new Trigger.Holds("ever").Over(Facts(("ever", new FactValue.Number(1)))));

    [Theory]
    [InlineData(Comparison.Less, false, false, true)]
    [InlineData(Comparison.AtMost, false, true, true)]
    [InlineData(Comparison.Equal, false, true, false)]
    [InlineData(Comparison.AtLeast, true, true, false)]
    [InlineData(Comparison.More, true, false, false)]
    public void Comparisons_hold_above_at_and_below(Comparison comparison, bool above, bool at, bool below)
    {
        var trigger = new Trigger.Compares("x", comparison, 10);
        Assert.Equal((above, at, below), (Holds(trigger, 10.1m), Holds(trigger, 10m), Holds(trigger, 9.9m)));
    }

    [Fact]
    public void A_choice_holds_for_its_own_answer_only()
    {
        var trigger = new Trigger.Is("pregnancy", "planned");
        Assert.Equal(Truth.Yes, trigger.Over(Facts(("pregnancy", new FactValue.Choice("planned")))));
        Assert.Equal(Truth.No, trigger.Over(Facts(("pregnancy", new FactValue.Choice("not-possible")))));
    }

    [Fact]
    public void It_names_its_facts_once_and_reads_as_the_file_writes_it()
    {
        var trigger = new Trigger.AnyOf([Event, new Trigger.Not(new Trigger.Holds("ever"))]);
        Assert.Equal(["ever", "days"], trigger.Facts());
        Assert.Equal("(ever and days < 42) or not (ever)", trigger.Words());
    }

    private static bool Holds(Trigger trigger, decimal value) => trigger.Over(Facts(("x", new FactValue.Number(value)))) == Truth.Yes;

    private static Dictionary<string, FactValue> Facts(params (string Id, FactValue Value)[] facts) => facts.ToDictionary(fact => fact.Id, fact => fact.Value);
}
