using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Integration;
using Sojourn.Clinic.Outcomes;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Integration;

/// <summary>What the room records is what integration and outcomes look back on.</summary>
public sealed class FromTheRoom
{
    [Fact]
    public async Task INT_1_Going_home_proposes_an_integration_and_what_was_said_and_given_is_there_to_look_back_on()
    {
        await using var clinic = await MedicineClinic.Open((reduced, shipped) => reduced with
        {
            Integration = shipped.Integration,
            BeforeDose = [.. reduced.BeforeDose.Where(item => item.Id != "integration-booked")],
        });
        var session = await clinic.BookAndPassGate();
        await clinic.InRoom(session, facts => new MedicineSession.Command.GiveDose(
            clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, DoseRoute.Intramuscular, new Milligrams(60m), null, clinic.Ellery, null,
            new Override(clinic.Farrow, "Second series; 60 mg went well."), null, facts.Dose(DoseRoute.Intramuscular), CheckConfirmed: true));
        await clinic.InRoom(session, _ => new MedicineSession.Command.LeaveAgainstAdvice(clinic.Clock.Now, clinic.Nair, "Wanted to go home."));
        using (var reactor = new Reactor(clinic.Runner, sentence => Assert.Fail(sentence)))
        {
            await reactor.CatchUp(cancellation: TestContext.Current.CancellationToken);
        }

        var proposed = Assert.Single(clinic.Read(records => SessionRecords.OfCourse(records, clinic.Course.Value)), row => row.Kind == "integration");
        Assert.Equal(("proposed", new SessionId(session)), (proposed.State, proposed.FollowsId));
        Assert.Equal(session, clinic.Read(records => IntegrationRecords.LooksBackOn(records, proposed))?.Id.Value);
        var dose = Assert.Single(clinic.Read(records => OutcomeRecords.Of(records, clinic.Person.Value, clinic.Clock.Now)).Doses);
        Assert.True(dose.IsOutside);
        Assert.Equal(("Dr I. Farrow", "Second series; 60 mg went well.", 60m), (dose.OverrideByName, dose.OverrideReason, dose.Mg));
    }
}
