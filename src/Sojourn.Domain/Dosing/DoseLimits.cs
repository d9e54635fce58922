using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>
/// The absolute limits: for one dose, one session, thirty days, and the hours between sessions. No reason lifts them. All doses of a session
/// count together; over thirty days doses by the same route do, for amounts by different routes cannot be converted.
/// </summary>
internal static class DoseLimits
{
    private static readonly TimeSpan ThirtyDays = TimeSpan.FromDays(30);

    /// <param name="sessionBefore">Given in this session already, without the dose in question.</param>
    /// <param name="sessionByRoute">Of that, by the route in question.</param>
    internal static LimitsUsed Used(RouteDosing dosing, Kilograms weight, DateTimeOffset at, Milligrams sessionBefore, Milligrams sessionByRoute, IEnumerable<EarlierDose> earlier) => new(
        dosing.PerDose.For(weight),
        dosing.PerDose.Source.ToString(),
        dosing.PerSession.For(weight),
        dosing.PerSession.Source.ToString(),
        sessionBefore,
        dosing.PerThirtyDays.For(weight),
        dosing.PerThirtyDays.Source.ToString(),
        new(sessionByRoute.Value + earlier.Where(dose => dose.Route == dosing.Route && dose.GivenAt > at - ThirtyDays).Sum(dose => dose.Milligrams.Value)));

    internal static IEnumerable<Refusal> Exceeded(RouteDosing dosing, Kilograms weight, Milligrams amount, LimitsUsed used)
    {
        var route = DoseRoutes.Words(dosing.Route);
        if (amount.Value > used.PerDose.Value)
        {
            yield return Above(
                "dosing.above-absolute-limit",
                $"{amount}, {route}, is above the absolute limit for one dose, {Write.Limit(used.PerDose)} ({Write.Basis(dosing.PerDose, weight)}).");
        }

        var session = used.SessionBefore + amount;
        if (session.Value > used.PerSession.Value)
        {
            yield return Above(
                "dosing.above-session-limit",
                $"{amount}, {route}, would bring this session to {session}, above the absolute limit for one session, {Write.Limit(used.PerSession)} ({Write.Basis(dosing.PerSession, weight)}).");
        }

        var month = used.ThirtyDaysBefore + amount;
        if (month.Value > used.PerThirtyDays.Value)
        {
            yield return Above(
                "dosing.above-thirty-day-limit",
                $"{amount}, {route}, would bring 30 days to {month}, above the absolute limit for 30 days, {Write.Limit(used.PerThirtyDays)} ({Write.Basis(dosing.PerThirtyDays, weight)}).");
        }
    }

    internal static IEnumerable<Refusal> TooSoon(RouteDosing dosing, DateTimeOffset at, IReadOnlyList<EarlierDose> earlier)
    {
        if (LastSession(earlier) is not { Count: > 0 } last)
        {
            yield break;
        }

        var least = dosing.LeastHoursBetween;
        var hours = (at - last.Min(dose => dose.GivenAt)).TotalHours;
        if (hours < least.Value)
        {
            yield return Above(
                "dosing.too-soon",
                $"The last medicine session began {Math.Floor(hours):0} hours ago; at least {least.Value} hours lie between two ({least.Source}). Move this session.");
        }
    }

    /// <summary>Doses of the latest earlier session; empty when there is none.</summary>
    internal static IReadOnlyList<EarlierDose> LastSession(IEnumerable<EarlierDose> earlier) =>
        earlier.GroupBy(dose => dose.Session).MaxBy(session => session.Max(dose => dose.GivenAt))?.ToList() ?? [];

    private static Refusal Above(string code, string sentence) =>
        new(code, code == "dosing.too-soon" ? sentence : sentence + " No reason lifts this limit; the order must change.", Field: "mg");
}
