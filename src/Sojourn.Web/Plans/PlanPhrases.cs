using System.Globalization;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Plans;

/// <summary>How the figures of a plan read in words.</summary>
internal static class PlanPhrases
{
    internal static string Aim(string? aim) => aim switch
    {
        "psycholytic" => "Psycholytic: a lower dose, talking stays possible",
        "psychedelic" => "Psychedelic: a higher dose, eyes closed",
        _ => "No medicine",
    };

    internal static string Route(string? route) =>
        route is not null && DoseRoutes.ById.TryGetValue(route, out var known) ? Capital(DoseRoutes.Words(known)) : "No medicine";

    /// <summary>"6 sessions, every 5 days": the plan's own words for one kind of session.</summary>
    internal static string Line(LineRow line, string? after) => (line.GapDays, after) switch
    {
        (_, { } each) => $"one after each {each.ToLowerInvariant()}",
        ({ } days, _) when line.Sessions > 1 => string.Create(CultureInfo.InvariantCulture, $"{line.Sessions} sessions, every {days} days"),
        _ => line.Sessions == 1 ? "1 session" : string.Create(CultureInfo.InvariantCulture, $"{line.Sessions} sessions"),
    };

    internal static string Waiting(IEnumerable<Party> missing) => $"Waits for {Parties.Words(missing)}.";

    internal static string Title(Party party) => Capital(Columns.Word(party));

    internal static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
