using System.Runtime.CompilerServices;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Programmes.Tests.Instruments;

/// <summary>The instruments as they lie in the repository.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(Root(), "instruments");

    public static InstrumentLibrary Library { get; } = Loaded();

    public static string File(string id) => System.IO.File.ReadAllText(Path.Combine(Folder, $"{id}.yaml"));

    private static InstrumentLibrary Loaded()
    {
        var library = InstrumentLibrary.Load(Folder);
        Assert.Empty(library.Faults);
        return library.Value!;
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!System.IO.File.Exists(Path.Combine(folder, "Sojourn.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
