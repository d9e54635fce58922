using Sojourn.Programmes;

namespace Sojourn.Cli.Verbs;

/// <summary>What lies beside the program: programmes and instruments.</summary>
internal static class Shipped
{
    internal static ProgrammeLibrary Programmes { get; } = ProgrammeLibrary.LoadShipped();
}
