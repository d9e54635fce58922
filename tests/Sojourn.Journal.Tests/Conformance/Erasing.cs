using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Conformance;

public abstract class Erasing(Store store) : JournalConformance(store)
{
    [Fact]
    public async Task An_erased_payload_is_gone_and_the_chain_still_holds()
    {
        await Journal.Append("session/a", Noted("1"), Noted("2"), Noted("3"));
        var before = await Journal.ReadAll();
        await Journal.Erase([2, 1]);
        await Journal.Erase([2]);

        var after = await Journal.ReadAll();
        Assert.Equal([true, true, false], after.Select(envelope => envelope.Payload is null));
        Assert.Equal(before.Select(envelope => envelope.Hash.ToArray()), after.Select(envelope => envelope.Hash.ToArray()));
        Assert.Null((await Journal.ReadStream("session/a"))[1].Payload);
        Assert.Null(await Journal.Verify());
    }

    [Fact]
    public async Task Writing_goes_on_after_an_erasure()
    {
        await Journal.Append("session/a", Noted());
        await Journal.Erase([1]);
        await Journal.Append("session/a", Noted());
        Assert.Null(await Journal.Verify());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_position_that_is_not_there_is_refused_and_nothing_is_erased(long position)
    {
        await Journal.Append("session/a", Noted(), Noted());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.Erase([1, position]));
        Assert.All(await Journal.ReadAll(), envelope => Assert.NotNull(envelope.Payload));
        await Journal.Append("session/a", Noted());
    }
}
