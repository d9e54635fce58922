using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>One line of the gate.</summary>
/// <param name="Missing">Why it does not hold; empty when it does.</param>
/// <param name="Ticked">Who looked; null for what the record answers, and for what nobody has looked at.</param>
/// <param name="ByHand">True: a person ticks it.</param>
/// <param name="ClearedBy">Roles that may tick it, or clear it elsewhere.</param>
public sealed record GateLine(string Id, string Title, IReadOnlyList<Refusal> Missing, Tick? Ticked, bool ByHand, IReadOnlyList<string> ClearedBy)
{
    public bool Holds => Missing.Count == 0;
}

/// <summary>
/// Everything that must hold before a dose. The programme's list, and what no programme can leave out: standing, weight, baseline, somebody
/// watching with valid credentials, an approved room, and a named way home.
/// </summary>
public static class Gate
{
    public const string Weight = "weight-today";
    public const string RoomApproved = "room-approved";
    private const string ConditionPrefix = "condition-";
    private static readonly string[] Caring = [Roles.Nurse, Roles.Prescriber, Roles.Therapist];

    /// <summary>What the record of the course answers, and the beginning of the codes with which it says no.</summary>
    private static readonly Dictionary<string, string> AnsweredByCourse = new(StringComparer.Ordinal)
    {
        [GateItems.Eligibility] = "screening.",
        [GateItems.PlanAgreed] = "plan.",
        [GateItems.Consent] = "consent.",
        [GateItems.PreparationDone] = "preparation.",
    };

    /// <summary>In the programme's order, then what it did not list.</summary>
    public static IReadOnlyList<GateLine> Lines(GateFacts facts, MedicineSession.State state, DateTimeOffset at)
    {
        var listed = facts.Items.Select(item => Line(item.Id, item.Title, item.ClearedBy, facts, state, at)).ToList();
        var added = AlwaysAsked.Where(item => facts.Items.All(given => given.Id != item.Id)).Select(item => Line(item.Id, item.Title, Caring, facts, state, at));
        var conditions = facts.Conditions.Select((words, index) => Line(ConditionPrefix + (index + 1), words, Caring, facts, state, at));
        return [.. listed, .. RestingPressure.Lines(facts, state), .. conditions, .. added, .. RestOfStanding(facts, listed)];
    }

    /// <summary>The roles of a line tick it; what only a patient could, anybody of the staff ticks for them.</summary>
    public static bool MayTick(StaffId by, GateLine line, IReadOnlyList<TeamMember> team) =>
        team.FirstOrDefault(member => member.Id == by) is { } member && (line.ClearedBy.Any(member.Is) || line.ClearedBy.All(role => role == Roles.Patient));

    private static readonly (string Id, string Title)[] AlwaysAsked =
    [
        (Weight, "Weighed today"),
        (GateItems.BaselineVitals, "Baseline vitals taken"),
        (GateItems.ObserverPresent, "Somebody watches"),
        (GateItems.CredentialsValid, "Credentials of those who watch are valid"),
        (RoomApproved, "The room is approved for medicine"),
        (GateItems.Escort, "Escort named for today"),
        (GateItems.NoDriving, "No driving agreed"),
    ];

    /// <summary>What the course lacks and no line has said yet stays a reason of its own.</summary>
    private static IEnumerable<GateLine> RestOfStanding(GateFacts facts, List<GateLine> listed)
    {
        var rest = facts.Standing.Where(reason => listed.All(line => !line.Missing.Contains(reason))).ToList();
        return rest.Count == 0 ? [] : [new GateLine("standing", "Everything before the day is done", rest, null, ByHand: false, Caring)];
    }

    private static GateLine Line(string id, string title, IReadOnlyList<string> clearedBy, GateFacts facts, MedicineSession.State state, DateTimeOffset at) =>
        ByRecord(id, facts, state, at) is { } missing
            ? new(id, title, missing, null, ByHand: false, clearedBy)
            : state.GateTicks.TryGetValue(id, out var tick)
                ? new(id, title, [], tick, ByHand: true, clearedBy)
                : new(id, title, [new("gate." + id, Write.Ended($"Not ticked yet: {title}"), Here(facts, "Tick it", "gate"))], null, ByHand: true, clearedBy);

    /// <returns>Reasons why not, empty when it holds; null when a person has to look.</returns>
    private static IReadOnlyList<Refusal>? ByRecord(string id, GateFacts facts, MedicineSession.State state, DateTimeOffset at) => id switch
    {
        _ when AnsweredByCourse.TryGetValue(id, out var prefix) => [.. facts.Standing.Where(reason => reason.Code.StartsWith(prefix, StringComparison.Ordinal))],
        Weight => state.Weight is null ? Missing(id, "Weigh the person today; limits are counted by weight.", Here(facts, "Enter the weight", "weight")) : [],
        GateItems.BaselineVitals => BaselineMissing(facts, state),
        GateItems.ObserverPresent => state.WatchingAt(at).Any() ? [] : Missing(id, "Nobody is entered as watching. Say who watches.", Here(facts, "Say who watches", "presence")),
        GateItems.CredentialsValid => [.. Credentials(facts, state, at)],
        RoomApproved => facts.RoomApproved ? [] : Missing(id, $"{facts.Room} is not approved for medicine. Move the session to a room that is.", Booking(facts, "Choose a room")),
        GateItems.Escort => EscortMissing(facts),
        GateItems.NoDriving => facts.Escort is { NoDrivingPromised: true } ? [] : Missing(id, "No driving has not been agreed for today.", Booking(facts, "Agree it")),
        GateItems.IntegrationBooked => facts.IntegrationBooked switch
        {
            false => Missing(id, "No integration session is booked after this one. Book it.", new Remedy("Book integration", $"sessions/new?course={facts.Course.Value:D}&kind=integration")),
            _ => [],
        },
        GateItems.TherapyBooked => facts.TherapyBooked switch
        {
            false => Missing(id, "No therapy session is booked near this one. Book it.", new Remedy("Book therapy", $"sessions/new?course={facts.Course.Value:D}&kind=integration")),
            _ => [],
        },
        GateItems.SuicideScreen => facts.SuicideScreenClear switch
        {
            true => [],
            false => Missing(id, "The suicide screen was positive. A prescriber looks first.", new Remedy("See the answers", $"people/{facts.Person.Value:D}/outcomes")),
            null => null,
        },
        _ => null,
    };

    private static IReadOnlyList<Refusal> BaselineMissing(GateFacts facts, MedicineSession.State state)
    {
        var baseline = Baseline.Of(facts.Cadence, state.Readings, state.FirstDoseAt);
        return baseline.IsComplete
            ? []
            : Missing(
                GateItems.BaselineVitals,
                $"{baseline.Counted.Count} of {baseline.Wanted} baseline readings are taken; they lie at least {Write.Minutes(baseline.MinutesApart)} apart. {baseline.Lacking(facts.Cadence, state.Readings)}Take the next one.",
                Here(facts, "Take vitals", "vitals"));
    }

    private static IReadOnlyList<Refusal> EscortMissing(GateFacts facts) => facts.Escort switch
    {
        null or { Name: "" } => Missing(GateItems.Escort, "No escort is named for today. Name the one who takes the person home.", Booking(facts, "Name the escort")),
        { Cancelled: true } => Missing(GateItems.Escort, "The ride home was cancelled. Name another escort.", Booking(facts, "Name the escort")),
        _ => [],
    };

    private static IEnumerable<Refusal> Credentials(GateFacts facts, MedicineSession.State state, DateTimeOffset at) =>
        state.WatchingAt(at).Select(id => facts.Team.FirstOrDefault(member => member.Id == id)).OfType<TeamMember>().SelectMany(member => Credentials(member, at));

    /// <summary>Why somebody may not watch or give today; empty when they may.</summary>
    internal static IEnumerable<Refusal> Credentials(TeamMember member, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.Date);
        var remedy = new Remedy($"Credentials of {member.Name}", $"settings/staff/{member.Id.Value:D}");
        if (member.Credentials.Count == 0)
        {
            yield return new("gate.credential-missing", $"No credential of {member.Name} is on record.", remedy);
        }

        foreach (var credential in member.Credentials.Where(credential => credential.ExpiresOn < today))
        {
            yield return new("gate.credential-expired", $"{member.Name}: {credential.Kind} expired on {credential.ExpiresOn.ToString("d-MMM-yyyy", System.Globalization.CultureInfo.InvariantCulture)}.", remedy);
        }
    }

    private static IReadOnlyList<Refusal> Missing(string id, string sentence, Remedy remedy) => [new("gate." + id, sentence, remedy)];

    private static Remedy Here(GateFacts facts, string words, string part) => new(words, $"sessions/{facts.Session.Value:D}/room#{part}");

    private static Remedy Booking(GateFacts facts, string words) => new(words, $"sessions/{facts.Session.Value:D}");
}
