using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Conformance;

public abstract class CommandIds(Store store) : JournalConformance(store)
{
    [Fact]
    public async Task A_known_command_is_answered_as_the_first_time_and_not_worked_again()
    {
        await Journal.Append("session/b", Noted());
        var commandId = NewId();
        var first = await Journal.Append(commandId, "session/a", Noted(), Noted());
        var again = await Journal.Write(commandId, Nurse, _ => throw new InvalidOperationException("It ran."));

        Assert.Equal(new Receipt(Recorded: true, Repeated: false, 2, 3), first);
        Assert.Equal(new Receipt(Recorded: true, Repeated: true, 2, 3), again);
        Assert.Equal(3, (await Journal.Head()).Position);
    }

    [Fact]
    public async Task All_events_of_a_command_carry_its_id()
    {
        var commandId = NewId();
        await Journal.Append(commandId, "session/a", Noted(), Noted());
        Assert.All(await Journal.ReadAll(), envelope => Assert.Equal(commandId, envelope.CommandId));
    }

    [Fact]
    public async Task A_command_that_recorded_nothing_is_not_known()
    {
        var commandId = NewId();
        await Journal.Write(commandId, Nurse, _ => false);
        Assert.Equal(new Receipt(Recorded: true, Repeated: false, 1, 1), await Journal.Append(commandId, "session/a", Noted()));
    }

    [Fact]
    public async Task The_same_command_sent_five_times_at_once_is_recorded_once()
    {
        var commandId = NewId();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Journal.Append(commandId, "session/a", Noted()))));

        Assert.Single(await Journal.ReadAll());
        Assert.Single(receipts, receipt => !receipt.Repeated);
        Assert.All(receipts, receipt => Assert.Equal((1, 1), (receipt.FirstPosition, receipt.LastPosition)));
    }
}
