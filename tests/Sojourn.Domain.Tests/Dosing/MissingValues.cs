using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-64: a bound monitor that falls silent, or sends everything but the oxygen that is to be watched without a break.</summary>
public sealed class MissingValues
{
    private static readonly AlertRule NoData = Rules.Alerts[0] with { Code = "no-data", When = new Trigger.Compares(SessionFacts.SilentIntervals, Comparison.AtLeast, 5) };

    private static Command.LookAgain Looks(double minute, double? last, double? oxygen, int? continuous = 60) => new(At(minute), Rules.Watch with
    {
        Alerts = [NoData],
        Cadences = [Rules.ImCadence with { ContinuousOxygenMinutes = continuous }],
        Monitor = new MonitorBound(At(-5), 60, last is { } at ? At(at) : null, oxygen is { } then ? At(then) : null),
    });

    [Theory]
    [InlineData(4, null, null, false)]
    [InlineData(5, null, null, true)]
    [InlineData(9, 4.1, 4.1, false)]
    [InlineData(9, 4.0, 4.0, true)]
    [InlineData(9, 8.9, null, true)]
    [InlineData(9, 8.9, 3.9, true)]
    [InlineData(9, 8.9, 4.5, false)]
    public void DOSE_64_Five_values_in_a_row_or_five_of_oxygen(double minute, double? last, double? oxygen, bool raises) =>
        Assert.Equal(raises, Dosed.When(Looks(minute, last, oxygen)).Events.OfType<Event.AlertRaised>().Any());

    [Fact]
    public void DOSE_64_Where_oxygen_is_no_longer_asked_for_without_a_break_the_rest_is_enough()
    {
        Assert.Empty(Dosed.When(Looks(61, 60.5, null)).Events.OfType<Event.AlertRaised>());
        Assert.Empty(Dosed.When(Looks(9, 8.9, null, continuous: null)).Events.OfType<Event.AlertRaised>());
    }

    [Fact]
    public void DOSE_64_It_stops_by_itself_when_the_monitor_sends_again_and_calls_anew_for_another_silence()
    {
        var silent = Dosed.Does(Looks(5, null, null));
        Assert.Empty(silent.When(Looks(5.5, null, null)).Events);
        var again = silent.When(Looks(6, 5.9, 5.9));
        Assert.Equal((1, null, "The monitor sends again."), (again.Only<Event.AlertClosed>().Number, again.Only<Event.AlertClosed>().By, again.Only<Event.AlertClosed>().Words));
        Assert.Equal(At(5.9), again.And().When(Looks(11, 5.9, 5.9)).Only<Event.AlertRaised>().DueAt);
    }

    [Fact]
    public void DOSE_64_No_monitor_no_alert() =>
        Assert.Empty(Dosed.When(Looks(9, null, null) with { Facts = Looks(9, null, null).Facts with { Monitor = null } }).Events);
}
