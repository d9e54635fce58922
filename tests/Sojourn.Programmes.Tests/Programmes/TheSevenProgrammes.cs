using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes.Tests;

public sealed class TheSevenProgrammes
{
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.LoadShipped();

    public static TheoryData<string> Ids =>
        ["rise-chronic-pain", "atma-chronic-pain", "solo-depression-standard", "solo-depression-intensive", "neurorelief-infusion-kap", "neurorelief-infusion-only", "hea-trauma"];

    [Fact]
    public void Load_without_a_fault()
    {
        Assert.Empty(Library.Faults.Select(fault => fault.ToString()));
        Assert.Equal(Ids.Select(row => row.Data).Order(), Library.ById.Keys.Order());
    }
}
