using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>DOSE-31: time passes while no page is open.</summary>
public sealed class LookingAtTheRoomsAgain : IAsyncLifetime
{
    private MedicineClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MedicineClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task DOSE_31_A_reading_that_nobody_takes_is_in_the_inbox_once_with_an_owner()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.InRoom(session, facts => new MedicineSession.Command.GiveDose(
            clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, DoseRoute.Intramuscular, new Milligrams(30m), null, clinic.Ellery, null, null, null, facts.Dose(DoseRoute.Intramuscular), CheckConfirmed: true));
        clinic.Clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await RoomTick.Pass(clinic.Runner));
        clinic.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await RoomTick.Pass(clinic.Runner));
        Assert.Equal(0, await RoomTick.Pass(clinic.Runner));
        var item = Assert.Single(clinic.Read(Inbox.Open), one => one.Source == "alert");
        Assert.Equal(("P. Nair", "prescriber", "amber", false), (item.OwnerName, item.DeputyName, item.Level, item.Acknowledged));
        Assert.Equal($"sessions/{session}/room#alert-1", item.Href);
        Assert.Equal(AlertKey.Of(session, 1), item.Id);

        await clinic.Reads(session, MedicineClinic.Calm);
        Assert.DoesNotContain(clinic.Read(Inbox.Open), one => one.Source == "alert");
    }
}
