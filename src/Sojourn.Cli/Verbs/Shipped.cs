using Sojourn.Journal;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Cli.Verbs;

/// <summary>What lies beside the program: programmes and instruments.</summary>
internal static class Shipped
{
    internal static string InstrumentsFolder { get; } = Path.Combine(AppContext.BaseDirectory, "instruments");

    private static readonly Lazy<InstrumentLibrary> Library = new(() =>
        InstrumentLibrary.Load(InstrumentsFolder) is { Value: { } library }
            ? library
            : throw new JournalFormatException(string.Join(" ", InstrumentLibrary.Load(InstrumentsFolder).Faults.Select(f => $"{f.Where}: {f.Sentence}"))));

    internal static ProgrammeLibrary Programmes { get; } = ProgrammeLibrary.LoadShipped();

    internal static InstrumentLibrary Instruments => Library.Value;
}
