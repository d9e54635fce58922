using Sojourn.Programmes;

namespace Sojourn.Cli.Verbs;

/// <summary>What lies beside the program: programmes and instruments.</summary>
internal static class Shipped
{
    internal static string ProgrammesFolder { get; } = Path.Combine(AppContext.BaseDirectory, "programmes");

    internal static string InstrumentsFolder { get; } = Path.Combine(AppContext.BaseDirectory, "instruments");
}
