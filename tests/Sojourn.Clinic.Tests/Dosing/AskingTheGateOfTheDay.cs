using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Consents;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Consents;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>DOSE-4: what the record answers about the day, read from the tables of the slices that own it.</summary>
public sealed class AskingTheGateOfTheDay
{
    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public async Task DOSE_4_A_consent_is_signed_early_enough_before_the_first_dose(int hours, bool tooLate)
    {
        await using var clinic = await MedicineClinic.Open((programme, shipped) => programme with { Consents = [shipped.Consents[0] with { HoursBeforeFirstDose = 24 }] });
        var session = await clinic.Book();
        var document = clinic.Programme.Consents[0];
        var text = Consent.TextInForce.Of(document);
        await clinic.Does(Actor.Person(clinic.Person), desk => desk.Do(ConsentSlice.Slice, clinic.Course.Value, new Consent.Command.Give(
            text, text.Version, text.Sha256, [.. Enumerable.Range(1, text.Sections)], "Ana Ruiz", new SigningName("Ana", "Ruiz", null), UnderMedicine: default, null)));
        clinic.Clock.Pass(TimeSpan.FromHours(hours));
        Assert.Equal(tooLate, Codes(clinic, session).Contains("consent.given-too-late"));
        Assert.DoesNotContain("consent.missing", Codes(clinic, session));
    }

    [Fact]
    public async Task DOSE_4_Preparation_that_is_asked_for_every_session_closes_the_gate()
    {
        await using var clinic = await MedicineClinic.Open((programme, shipped) => programme with { Preparation = [.. shipped.Preparation.Where(item => item.EachSession && item.Required)] });
        var session = await clinic.Book();
        var missing = Lines(clinic, session).Single(line => line.Id == GateItems.PreparationDone).Missing;
        Assert.NotEmpty(missing);
        Assert.All(missing, reason => Assert.Equal($"courses/{clinic.Course.Value}/preparation", reason.Remedy!.Resource));
        Assert.Equal(
            clinic.Programme.Preparation.Count(item => item.Kind is not (PreparationKind.Escort or PreparationKind.NoDriving or PreparationKind.Fasting)),
            missing.Count);
    }

    [Fact]
    public async Task DOSE_4_A_cancelled_ride_and_an_unbooked_integration_close_the_gate()
    {
        await using var clinic = await MedicineClinic.Open((programme, shipped) => programme with { Integration = shipped.Integration });
        var session = await clinic.Book();
        Assert.Contains("gate.integration-booked", Codes(clinic, session));
        Assert.DoesNotContain("gate.escort-named-for-this-day", Codes(clinic, session));
        await clinic.Does(Actor.Sojourn, desk => desk.Do(SessionSlice.Slice, session, new Domain.Calendar.Session.Command.CancelRide("Car broke down.")));
        Assert.Contains("gate.escort-named-for-this-day", Codes(clinic, session));
    }

    private static IReadOnlyList<GateLine> Lines(MedicineClinic clinic, Guid session) => clinic.Read(records =>
        Gate.Lines(RoomFacts.Of(records, clinic.Runner.Programmes, session, clinic.Clock.Now)!.Gate, RoomRecord.Of(records, session).State, clinic.Clock.Now));

    private static IReadOnlyList<string> Codes(MedicineClinic clinic, Guid session) => [.. Lines(clinic, session).SelectMany(line => line.Missing).Select(missing => missing.Code)];
}
