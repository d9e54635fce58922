using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>DOSE-60: every alert of the shipped file, by what makes it happen, through the runner, on a real file.</summary>
public sealed class RaisingEveryAlert : IAsyncLifetime
{
    private MedicineClinic clinic = null!;

    public static TheoryData<string> Codes => [.. AlertCause.All.Select(cause => cause.Code)];

    public async ValueTask InitializeAsync() => clinic = await MedicineClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task DOSE_60_Its_cause_raises_it_with_rule_owner_deputy_and_source_and_just_short_of_it_does_not(string code)
    {
        var cause = AlertCause.All.Single(one => one.Code == code);
        foreach (var short_ in cause.JustShort)
        {
            Assert.DoesNotContain(await Happens(short_), alert => alert.Code == code);
        }

        foreach (var enough in cause.Causes)
        {
            var alert = Assert.Single(await Happens(enough), alert => alert.Code == code);
            var rule = clinic.Programme.Alerts.Single(one => one.Code == code);
            Assert.Equal((Columns.Word(cause.Level), rule.Title, Called(cause.Owner), Called(cause.Deputy)), (alert.Level, alert.Title, alert.Owner, alert.Deputy));
            Assert.All(cause.Figures, figure => Assert.Contains(figure, alert.Threshold, StringComparison.OrdinalIgnoreCase));
            Assert.Contains(cause.Source, alert.Source, StringComparison.Ordinal);
            Assert.Equal(rule.Response, alert.Response.Split('\n'));
            Assert.NotEmpty(rule.Response);
            Assert.NotEmpty(alert.Value);
            Assert.Equal(alert.RaisedAt.AddMinutes(rule.AnswerWithinMinutes), alert.AnswerBy);
            Assert.Contains(clinic.Read(Inbox.Open), item => item.Source == "alert" && item.Words == $"{rule.Title}: {alert.Value}" && item.Owner == alert.Owner);
        }
    }

    [Fact]
    public void DOSE_60_None_of_A01_to_A17_is_left_out() =>
        Assert.Equal(clinic.Programme.Alerts.Select(rule => rule.Code).Where(code => code.StartsWith('A')).Order(StringComparer.Ordinal), AlertCause.All.Select(cause => cause.Code).Order(StringComparer.Ordinal));

    private async Task<IReadOnlyList<AlertRow>> Happens(IReadOnlyList<Happening> happenings)
    {
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        foreach (var one in happenings)
        {
            clinic.Clock.Pass(TimeSpan.FromMinutes(one.AfterMinutes));
            if (one.Reads is { } vitals)
            {
                await clinic.Reads(session, vitals);
            }
            else if (one.Sign is { } sign)
            {
                await clinic.Sees(session, sign);
            }

            await RoomTick.Pass(clinic.Runner);
        }

        return clinic.Record(session).Alerts;
    }

    /// <summary>P. Nair, the nurse, watches; of the others the role is called.</summary>
    private string Called(string role) => role == Roles.Nurse ? Actor.Staff(clinic.Nair).Text : $"role/{role}";
}
