using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Conformance;

public abstract class Verifying(Store store) : JournalConformance(store)
{
    private const int Events = 7;

    public static TheoryData<Column, long> EveryColumnOfThreeRows() =>
        new(from column in Enum.GetValues<Column>() from position in new long[] { 1, 4, Events } select (column, position));

    [Fact]
    public async Task An_empty_journal_holds() => Assert.Null(await Journal.Verify());

    [Fact]
    public async Task A_journal_that_nobody_touched_holds()
    {
        await Fill();
        Assert.Null(await Journal.Verify());
    }

    [Theory]
    [MemberData(nameof(EveryColumnOfThreeRows))]
    public async Task A_flipped_bit_is_named_by_its_position(Column column, long position)
    {
        await Fill();
        Assert.Equal(position, (await Store.VerifyAfter(new Tampering.Flip(position, column, 3)))?.Position);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(Events)]
    public async Task A_missing_row_is_named_by_its_position(long position)
    {
        await Fill();
        Assert.Equal(position, (await Store.VerifyAfter(new Tampering.Remove(position)))?.Position);
    }

    [Fact]
    public async Task Two_swapped_rows_are_named_by_the_first_of_them()
    {
        await Fill();
        Assert.Equal(2, (await Store.VerifyAfter(new Tampering.Swap(2, 5)))?.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_tail_that_was_cut_off_is_missed(long after)
    {
        await Fill();
        Assert.Equal(after + 1, (await Store.VerifyAfter(new Tampering.CutOff(after)))?.Position);
    }

    [Fact]
    public async Task Verifying_tells_how_far_it_is()
    {
        await Fill();
        var told = new Told();
        await Journal.Verify(told);
        Assert.Equal(Events, told.Last);
    }

    private Task<Receipt> Fill() => Journal.Append("session/a", [.. Enumerable.Range(1, Events).Select(number => Noted($"{number}"))]);

    private sealed class Told : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}
