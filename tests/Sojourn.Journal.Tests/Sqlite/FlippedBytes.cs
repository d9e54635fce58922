using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Sojourn.Journal.Sqlite;
using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

/// <summary>A disk that flips a byte: nothing that was read wrong may pass as right.</summary>
public sealed class FlippedBytes : IAsyncLifetime
{
    private const int Events = 120;
    private readonly SqliteStore _store = new();
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        var journal = await _store.Open();
        for (var number = 0; number < Events; number++)
        {
            await journal.Append($"session/{number % 5}", Noted($"{number} {new string('n', number * 3)}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Any_byte_of_any_value_in_the_journal_is_named_by_its_position()
    {
        var which = (from position in Gen.Choose(1, Events)
                     from column in Gen.Elements(Enum.GetValues<Column>())
                     from at in Gen.Choose(0, 11)
                     select (position, column, at)).ToArbitrary();
        await _store.Close();
        var untouched = File.ReadAllBytes(_store.File);

        Prop.ForAll(which, flip =>
        {
            File.WriteAllBytes(_store.File, untouched);
            var broken = _store.VerifyAfter(new Tampering.Flip(flip.position, flip.column, flip.at)).GetAwaiter().GetResult();
            return broken?.Position == flip.position;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public async Task Any_byte_of_the_file_is_named_or_changes_nothing_that_is_read()
    {
        await _store.Close();
        var untouched = await Envelopes(_store.File);
        var bytes = File.ReadAllBytes(_store.File);
        var copy = _folder.File("flipped.db");

        Prop.ForAll(Gen.Choose(0, bytes.Length - 1).ToArbitrary(), Gen.Choose(0, 7).ToArbitrary(), (at, bit) =>
        {
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= (byte)(1 << bit);
            File.WriteAllBytes(copy, flipped);
            return IsNamedOrHarmless(copy, untouched).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static async Task<bool> IsNamedOrHarmless(string file, List<string> untouched)
    {
        try
        {
            return await SqliteJournal.VerifyFile(file) is not null || untouched.SequenceEqual(await Envelopes(file));
        }
        catch (Exception named) when (named is JournalFormatException or JournalUnavailableException or JournalBrokenException)
        {
            return true;
        }
    }

    private static async Task<List<string>> Envelopes(string file)
    {
        await using var journal = SqliteJournal.Open(file, [], TimeProvider.System);
        return (await journal.ReadAll()).ConvertAll(envelope => envelope.Whole());
    }
}
