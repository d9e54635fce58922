using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Conformance;

public abstract class Reading(Store store) : JournalConformance(store)
{
    [Fact]
    public async Task An_empty_journal_has_no_envelopes_and_a_head_of_zeros()
    {
        Assert.Empty(await Journal.ReadAll());
        Assert.Empty(await Journal.ReadStream("session/a"));
        var head = await Journal.Head();
        Assert.Equal(0, head.Position);
        Assert.Equal(new byte[32], head.Hash.ToArray());
    }

    [Fact]
    public async Task Reading_begins_after_a_position_and_stops_at_the_limit()
    {
        await Journal.Append("session/a", [.. Enumerable.Range(1, 10).Select(number => Noted($"{number}"))]);

        Assert.Equal([4, 5, 6], (await Journal.Read(3, 3)).Select(envelope => envelope.Position));
        Assert.Empty(await Journal.Read(10, 5));
        Assert.Empty(await Journal.Read(0, 0));
    }

    [Fact]
    public async Task A_stream_is_read_after_a_version_and_without_its_neighbours()
    {
        await Journal.Append("session/a", Noted("1"), Noted("2"));
        await Journal.Append("session/ab", Noted("other"));
        await Journal.Append("session/a", Noted("3"));

        Assert.Equal([2, 3], (await Journal.ReadStream("session/a", afterVersion: 1)).Select(envelope => envelope.Version));
    }

    [Fact]
    public async Task The_head_is_the_last_envelope()
    {
        await Journal.Append("session/a", Noted(), Noted());
        var head = await Journal.Head();
        var last = (await Journal.ReadAll())[^1];
        Assert.Equal(2, head.Position);
        Assert.Equal(last.Hash.ToArray(), head.Hash.ToArray());
    }

    [Fact]
    public async Task Any_bytes_come_back_as_they_were()
    {
        var bytes = Enumerable.Range(0, 256).Select(number => (byte)number).ToArray();
        await Journal.Append("session/ü🌿", new NewEvent("moment.noted", int.MaxValue, bytes));

        var envelope = Assert.Single(await Journal.ReadStream("session/ü🌿"));
        Assert.Equal(bytes, envelope.Payload!.Value.ToArray());
        Assert.Equal(int.MaxValue, envelope.EventVersion);
    }
}
