using System.Globalization;

namespace Sojourn.Simulation.WhatIf;

/// <summary>Results side by side, in words: the same on the command line and on the page.</summary>
/// <param name="Columns">Titles of the programmes.</param>
public sealed record WhatIfTable(IReadOnlyList<string> Columns, IReadOnlyList<WhatIfTable.Section> Sections)
{
    private const int Shown = 15;
    private const string Others = "All other waits";

    public const string Caution = "Invented patients; these shares are assumptions, change them.";

    /// <summary>How it is worked out, and what is left out: so that nobody reads more into it.</summary>
    public static IReadOnlyList<string> HowItWorks { get; } =
    [
        "Phases, counts, spacing, windows, lengths, staff, group sizes, rooms, the time rooms are held, gates and prices are the programme's.",
        "Everybody is booked for a session's usual length, into the first time at which a room and everybody needed are free. Who runs over holds up the room and the people of the next session.",
        "A room holds one session at a time. A room for a group is kept for groups until a group could no longer be opened there.",
        "Whoever is in the room is with nobody else. Whoever must be on site works then, and may be with somebody else.",
        "A first series of medicine is booked as a whole, each with its integration, and waits until the whole of it fits. What begins later is booked one by one.",
        "Each morning those who wait are asked again: first those furthest on, then those who have waited longest.",
        "A visit that is missed, or at which something of the gate is not met, is booked anew; its room and staff stay empty.",
        "Left out: absences, holidays and closed days; findings that run out; the team's decisions about boosters; medicine taken home; what a session is like for anybody.",
    ];

    /// <param name="Note">How to read it; null for none.</param>
    public sealed record Section(string Title, string? Note, IReadOnlyList<Row> Rows);

    /// <param name="Values">One for each programme.</param>
    public sealed record Row(string Label, IReadOnlyList<string> Values);

    /// <summary>What was found for one programme, in one sentence.</summary>
    public static string Sentence(WhatIfResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var half = result.ToFirstMedicine.People > 0 ? $", half of them within {Days(result.ToFirstMedicine.MedianDays)}" : "";
        var blocked = result.Blocked.Count == 0 ? "" : $" Most days were lost at {result.Blocked[0].Step}: {result.Blocked[0].WaitedFor}.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Patients} invented patients over {result.Weeks} weeks, seed {result.Seed}: {result.ToFirstMedicine.People} of {result.Came} had a medicine session{half}; {result.Lost} lost, {result.UnderWay} under way at the end.{blocked}");
    }

    public static WhatIfTable Of(IReadOnlyList<WhatIfResult> results) => new(
        [.. results.Select(result => result.Title)],
        [
            new("In short", null,
            [
                One("Had a medicine session, of those who asked", results, r => $"{Number(r.ToFirstMedicine.People)} of {Number(r.Came)}"),
                One("Half of them within, from the inquiry", results, r => Days(r.ToFirstMedicine.MedianDays)),
                One("Most days were lost at", results, r => r.Blocked.Count == 0 ? "nothing" : $"{r.Blocked[0].Step}: {r.Blocked[0].WaitedFor}"),
                One("Busiest staff", results, r => r.Staff.MaxBy(staff => staff.Percent) is { } staff ? $"{Capital(staff.Role)}, {Number(staff.Percent)} % of their hours with patients" : "nobody"),
                One("Fullest rooms", results, r => r.Rooms.MaxBy(room => room.Percent) is { } room ? $"{Capital(room.Kind)} rooms, {Number(room.Percent)} % of opening hours" : "no rooms"),
            ]),
            new("People", null,
            [
                One("Asked", results, r => Number(r.Came)),
                .. results.Any(r => r.Came < r.Patients) ? [One("Had not asked by the end", results, r => Number(r.Patients - r.Came))] : (Row[])[],
                One("Finished", results, r => Number(r.Finished)),
                One("Lost on the way", results, r => Number(r.Lost)),
                One("Still under way at the end", results, r => Number(r.UnderWay)),
            ]),
            new("Waits, in days from the inquiry", "The days leave out who had not got there by the end.",
            [
                One("To the first visit: half within", results, r => Days(r.ToFirstVisit.MedianDays)),
                One("To the first visit: nine of ten within", results, r => Days(r.ToFirstVisit.NinetiethDays)),
                One("To the first medicine session: half within", results, r => Days(r.ToFirstMedicine.MedianDays)),
                One("To the first medicine session: nine of ten within", results, r => Days(r.ToFirstMedicine.NinetiethDays)),
                One("People who had a medicine session", results, r => Number(r.ToFirstMedicine.People)),
                One("Under way and without one by the end", results, r => Number(r.ToFirstMedicine.StillWaiting)),
            ]),
            new("Blocked steps", "How often a step could not be had on the day it was due, for what it waited, and for how long.",
                Keyed(results, Longest, b => $"{b.Step}: {b.WaitedFor}", b => $"{Number(b.Times)} ×{(b.Step == Others ? "" : $", half within {Days(b.MedianDays)}")}, at most {Days(b.LongestDays)}{(b.StillWaiting > 0 ? $"; {Number(b.StillWaiting)} still waiting" : "")}")),
            new("Rooms", "Share of opening hours in use, with the time held before and after.",
                Keyed(results, r => r.Rooms, room => $"{Capital(room.Kind)} rooms ({Number(room.Rooms)})", room => $"{Number(room.Percent)} %: {Number(room.Used)} of {Number(room.Open)} h{(room.NotUsed > 0 ? $"; {Number(room.NotUsed)} h kept for visits that did not take place" : "")}")),
            new("Staff", "Hours with patients, of the hours worked. On site: hours for which a session needed somebody of this role in the house.",
                Keyed(results, r => r.Staff, staff => Capital(staff.Role), staff => $"{Number(staff.WithPatients)} of {Number(staff.Rostered)} h ({Number(staff.Percent)} %){(staff.OnSite > 0 ? $"; on site {Number(staff.OnSite)} h" : "")}")),
            new("Overruns", null,
            [
                One("Sessions that ran over", results, r => $"{Number(r.Overruns.Sessions)}, {Number(r.Overruns.Minutes)} min in all"),
                One("Sessions that began late for it", results, r => $"{Number(r.Overruns.LateSessions)}, {Number(r.Overruns.LateMinutes)} min in all"),
            ]),
            new("Income", "From the programme's prices alone. What has no price there is not in it.",
            [
                .. results.Any(r => r.Income.Count > 0)
                    ? Keyed(results, r => r.Income, i => i.Currency ?? "Currency not stated", i => $"{(i.Approximate ? "about " : "")}{i.Amount.ToString("#,0.##", CultureInfo.InvariantCulture)}")
                    : [One("From prices that are stated", results, _ => "none")],
                .. results.Any(r => r.PricesMissing.Count > 0)
                    ? Keyed(results, r => r.PricesMissing, p => $"Price missing for {p.Session}", p => $"{Number(p.Times)} ×")
                    : [One("Prices missing for", results, _ => "nothing")],
            ]),
            new("Windows and spacing of the programme", null,
                Keyed(results, r => r.Windows, w => w.What, w => $"{Number(w.Kept)} kept, {Number(w.Broken)} broken")),
            new("People lost, by step", null,
                Keyed(results, r => r.LostBy, l => $"{l.Step}: {l.How}", l => Number(l.People))),
            new("Sessions", null,
                Keyed(results, r => r.Visits, v => v.Session, v => $"{Number(v.Held)} held{(v.Attended > v.Held ? $" for {Number(v.Attended)} people" : "")}, {Number(v.Missed)} missed{(v.NotGiven > 0 ? $", {Number(v.NotGiven)} not given" : "")}")),
        ]);

    /// <summary>What was assumed, line by line.</summary>
    public static IReadOnlyList<Row> Assumed(Assumptions assumptions) =>
        [.. Assumptions.All.Select(one => new Row(one.Title, [one.Unit.Length == 0 ? Number(one.Of(assumptions)) : $"{Number(one.Of(assumptions))} {one.Unit}"]))];

    private static Row One(string label, IReadOnlyList<WhatIfResult> results, Func<WhatIfResult, string> value) => new(label, [.. results.Select(value)]);

    /// <summary>Entries under the same label stand in one row; in the order of the first programme, then of the others.</summary>
    private static IReadOnlyList<Row> Keyed<T>(IReadOnlyList<WhatIfResult> results, Func<WhatIfResult, IReadOnlyList<T>> entries, Func<T, string> label, Func<T, string> value)
        where T : class
    {
        var labels = results.SelectMany(entries).Select(label).Distinct(StringComparer.Ordinal).OrderBy(name => name.StartsWith(Others, StringComparison.Ordinal));
        return [.. labels.Select(name => new Row(name, [.. results.Select(r => entries(r).FirstOrDefault(entry => label(entry) == name) is { } entry ? value(entry) : "–")]))];
    }

    /// <summary>Those that took most days in all; the others together in one row.</summary>
    private static IReadOnlyList<Blocked> Longest(WhatIfResult result)
    {
        var rest = result.Blocked.Skip(Shown).ToList();
        return rest.Count == 0
            ? result.Blocked
            : [.. result.Blocked.Take(Shown), new Blocked(Others, "shorter in all", rest.Sum(b => b.Times), rest.Sum(b => b.Days), rest.Max(b => b.MedianDays), rest.Max(b => b.LongestDays), rest.Sum(b => b.StillWaiting))];
    }

    private static string Number(decimal value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Days(int? days) => days is { } known ? $"{Number(known)} {(known == 1 ? "day" : "days")}" : "nobody";

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
