using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>Six sessions in two to three weeks, or in three to six: two programmes, each with its own window.</summary>
public sealed class KeepingTheWindow
{
    private static readonly Bounds<int> Intensive = new(14, 21);
    private static readonly Bounds<int> Standard = new(21, 42);

    /// <summary>Days from the first session, six over thirty days.</summary>
    private static readonly int[] OverThirtyDays = [0, 6, 12, 18, 24, 30];

    [Fact]
    public async Task Six_over_thirty_days_are_refused_by_two_to_three_weeks_on_the_day_that_breaks_it()
    {
        var (refused, on) = await FirstRefused(Intensive, new(2, 10), OverThirtyDays);
        Assert.Equal(24, on);
        Assert.Contains("keeps 14 to 21 days from the first medicine session to the last; the last day that fits is 14-Dec-2026.", refused!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_six_are_taken_by_three_to_six_weeks() =>
        Assert.Null((await FirstRefused(Standard, new(3, 10), OverThirtyDays)).Refused);

    [Fact]
    public async Task A_series_that_is_over_too_soon_is_told_from_when_its_last_session_fits()
    {
        var (refused, on) = await FirstRefused(Standard, new(3, 10), [0, 3, 6, 9, 12, 15]);
        Assert.Equal(15, on);
        Assert.Contains("the last one fits from 14-Dec-2026 on", refused!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sessions_nearer_than_the_programme_keeps_them_are_refused()
    {
        var (refused, on) = await FirstRefused(Standard, new(3, 10), [0, 2]);
        Assert.Equal((2, "calendar.spacing"), (on, refused!.Code));
    }

    [Fact]
    public async Task What_comes_after_the_series_is_a_booster_and_has_no_window() =>
        Assert.Null((await FirstRefused(Standard, new(3, 10), [0, 6, 12, 18, 24, 30, 60])).Refused);

    private static async Task<(Refusal? Refused, int On)> FirstRefused(Bounds<int> window, Bounds<int> spacing, int[] days)
    {
        await using var clinic = await MedicineClinic.Open((reduced, _) => reduced with
        {
            Phases = [.. reduced.Phases.Select(phase => phase.Kind == PhaseKind.Induction
                ? phase with { WindowDays = window, Sessions = [.. phase.Sessions.Select(s => s.SessionId == "medicine-session" ? s with { Count = new(6, 6), SpacingDays = spacing } : s)] }
                : phase)],
        });
        await clinic.TakeIn();
        var first = new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
        foreach (var day in days)
        {
            var visit = new Visit(SessionKind.Medicine, "medicine-session", clinic.Person, null, clinic.Course, null, null);
            var place = new Place(clinic.Site, clinic.Room, first.AddDays(day), first.AddDays(day).AddHours(2.5), [clinic.Ellery]);
            var id = Guid.CreateVersion7();
            var outcome = await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Staff(clinic.Okafor)), desk =>
                desk.Do(SessionSlice.Slice, id, new Session.Command.Book(visit, place, Booking.Facts(desk, id, visit, place), null)));
            if (outcome is Outcome.Refused refused)
            {
                return (refused.Reasons[0], day);
            }
        }

        return (null, days[^1]);
    }
}
