using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Conformance;

public abstract class Chaining(Store store) : JournalConformance(store)
{
    [Fact]
    public async Task Each_envelope_holds_on_to_the_one_before()
    {
        await Journal.Append("session/a", Noted("1"), Noted("2"));
        await Journal.Append("session/b", Noted("3"));

        var previous = Chain.Beginning;
        foreach (var envelope in await Journal.ReadAll())
        {
            Assert.Null(Chain.Check(previous, envelope));
            previous = new Head(envelope.Position, envelope.Hash);
        }
    }

    [Fact]
    public async Task What_was_undone_leaves_no_trace_in_the_chain()
    {
        await Journal.Append("session/a", Noted());
        await Journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/a", 1, [Noted("never")]);
            return false;
        });
        await Journal.Append("session/a", Noted());

        Assert.Null(await Journal.Verify());
    }
}
