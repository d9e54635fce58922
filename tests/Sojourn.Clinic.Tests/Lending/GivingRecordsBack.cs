using Sojourn.Clinic.Tests.Dosing;

namespace Sojourn.Clinic.Tests.Lending;

/// <summary>Connections for reading are lent: what is given back twice must not be taken from whoever has it next.</summary>
public sealed class GivingRecordsBack
{
    [Fact]
    public async Task Given_back_twice_is_given_back_once()
    {
        await using var clinic = await MedicineClinic.Open();
        var first = clinic.Runner.Read();
        first.Dispose();
        using var second = clinic.Runner.Read();
        first.Dispose();
        using var third = clinic.Runner.Read();
        second.Set("create temp table mine (id integer)");
        Assert.False(third.Any("select 1 from sqlite_temp_master where name = 'mine'"));
    }
}
