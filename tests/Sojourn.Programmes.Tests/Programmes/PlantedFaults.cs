namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>One fault is written into a programme that ships; the reader must find that fault, on that line, and nothing else.</summary>
public sealed class PlantedFaults
{
    private const string Rise = "rise-chronic-pain.yaml";
    private const string Solo = "solo-depression-standard.yaml";
    private const string Hea = "hea-trauma.yaml";
    private const string Kap = "neurorelief-infusion-kap.yaml";
    private const string Only = "neurorelief-infusion-only.yaml";
    private const string Atma = "atma-chronic-pain.yaml";
    private const string Intensive = "solo-depression-intensive.yaml";

    /// <summary>File, what stands there, what is written instead, text that stands on the line of the fault, what is said, how to mend it.</summary>
    public static TheoryData<string, string, string, string, string, string> Faults => new()
    {
        // Keys
        { Rise, "track: pain", "trak: pain\ntrack: pain", "trak: pain", "“trak” is not a key that is known here.", "Did you mean “track”?" },
        { Rise, "rest: { hours: 24,", "rest: { hours: 24, colour: blue,", "colour: blue", "“colour” is not a key that is known here.", "use one of: hours, source, text." },
        { Rise, "track: pain\n", "", "id: rise-chronic-pain", "“track” is missing here.", "Write “track: …”." },
        { Rise, "track: pain\n", "track:\n", "track:", "“track” is empty.", "Write “track: …”." },
        { Rise, "track: pain\n", "track: pain\ntrack: sleep\n", "track: sleep", "“track” is written twice here; it stands on line 13 already.", "Keep one of the two." },
        { Rise, "id: rise-chronic-pain", "id: rise-pain", "id: rise-pain", "The programme is called “rise-pain”, but its file “rise-chronic-pain.yaml”.", "Give both the same name." },
        // Types
        { Rise, "version: 1\n", "version: one\n", "version: one", "“version” is “one”, which is not a whole number.", "Write a whole number from 1 to 10000" },
        { Rise, "version: 1\n", "version: 0\n", "version: 0", "“version” is 0, outside 1 to 10000.", "Write a number from 1 to 10000." },
        { Rise, "trial-only: no", "trial-only: perhaps", "trial-only: perhaps", "“trial-only” is “perhaps”, which is neither yes nor no.", "Write yes or no" },
        { Rise, "rest: { hours: 24,", "rest: { hours: -24,", "hours: -24", "“hours” is -24, which is negative.", "Write a number from 1 to 336." },
        { Rise, "rest: { hours: 24,", "rest: { hours: 2400,", "hours: 2400", "“hours” is 2400, outside 1 to 336.", "Is it ten times too much?" },
        { Rise, "kind: information-call", "kind: information", "kind: information\n", "“kind” is “information”, which is not known here.", "information-call" },
        { Rise, "agreements: [patient, therapist, prescriber]", "agreements: [patient, therapist, prescriber, nurce]", "nurce", "“nurce” is not a role.", "Write one of: patient, therapist, nurse" },
        { Rise, "rooms: [medicine]", "rooms: [kitchen]", "rooms: [kitchen]", "“rooms” is “kitchen”, which is not known here.", "medicine, talking, video" },
        { Rise, "rest: { hours: 24, text: \"Keep the rest of the day and the next morning free.\", source: default }", "rest: 24", "rest: 24", "“rest” holds “24” where a block of keys is expected.", "Write keys and values below “rest”." },
        { Rise, "authorship: { author: \"Sojourn project, after the RISE programme page\" }", "authorship: { author: Me, reviewed-on: 2026-22-11 }", "2026-22-11", "“reviewed-on” is “2026-22-11”, which is not a date.", "such as 2026-11-22" },
        { Rise, "author: \"Sojourn project, after the RISE programme page\"", "author: Me, signed-by-medical-lead: Dr B", "Dr B", "The signature of the medical lead is only half there.", "Write both" },
        // Sources
        { Rise, "source: seed S-RISE\n    measure: csi-a", "source: somebody said\n    measure: csi-a", "somebody said", "The source “somebody said” does not begin with how far it may be trusted.", "Begin with found, known, seed or default" },
        { Rise, "source: seed S-RISE\n    measure: csi-a", "source: found\n    measure: csi-a", "source: found\n", "The source says “found” but not where.", "Write it after the word" },
        // Names used twice, names that are not there
        { Rise, "- { id: massage, title: Massage", "- { id: counselling, title: Massage", "id: counselling, title: Massage", "“counselling” is in “adjuncts” twice", "Give one of them another name" },
        { Rise, "measure: csi-a", "measure: csi-b", "measure: csi-b", "There is no instrument “csi-b”.", "Did you mean “csi-a”?" },
        { Rise, "routes: [im, sl]", "routes: [im, vein]", "routes: [im, vein]", "“routes” is “vein”, which is not known here.", "iv-infusion" },
        { Rise, "session: integration, hours: { least: 24, most: 72 }", "session: integretion, hours: { least: 24, most: 72 }", "integretion", "“integration” names “integretion”, which is not a session here.", "Did you mean “integration”?" },
        { Rise, "- { session: preparation, count: { least: 1, most: 3 } }", "- { session: preparations, count: { least: 1, most: 3 } }", "session: preparations", "The phase “preparation” books “preparations”, which is not a session here.", "Did you mean “preparation”?" },
        { Rise, "use: [clinical-core,", "use: [clinical-cor,", "clinical-cor,", "There is no shared part “clinical-cor”.", "clinical-core, depression-track, medicine-day, outcomes, pain-track" },
        // Ranges
        { Rise, "hours: { least: 24, most: 72 }", "hours: { least: 72, most: 24 }", "least: 72", "“least” is 72, more than “most”, which is 24.", "Write the smaller number at “least”." },
        { Rise, "{ least: 300, usual: 420, most: 480 }", "{ least: 300, usual: 500, most: 480 }", "usual: 500", "“usual” is 500, more than “most”, which is 480.", "Write the smaller number at “usual”." },
        { Rise, "size: { least: 3, most: 6 }", "size: { least: 6, most: 3 }", "size: { least: 6", "“least” is 6, more than “most”, which is 3.", "Write the smaller" },
        { Rise, ", size: { least: 3, most: 6 }, source: \"default; small groups of 4 in BKG\"", "", "- { format: group }", "The group has no size.", "size: { least: 3, most: 6 }" },
        { Rise, "least-gap-days: 28", "least-gap-days: 400", "least-gap-days: 400", "Boosters are 365 days apart at most, but never sooner than 400 days.", "Make the gap smaller" },
        // Windows
        { Solo, "window: { least: 21, most: 42 }", "window: { least: 7, most: 14 }", "id: series", "6 sessions at least 3 days apart take 15 days; the window of “series” closes after 14.", "Widen the window" },
        { Solo, "window: { least: 21, most: 42 }", "window: { least: 51, most: 60 }", "id: series", "6 sessions at most 10 days apart are over after 50 days; the window of “series” opens after 51.", "Let the window open earlier" },
        { Solo, "every-days: { least: 3, most: 10 }", "every-days: { least: 1, most: 10 }", "every-days: { least: 1,", "Medicine sessions may be 1 days apart here, but no allowed route may be given again before 48 hours.", "Let the sessions be further apart" },
        // Prices
        { Rise, "title: \"Full day, group\", session: medicine-day,", "title: \"Full day, group\",", "title: \"Full day, group\"", "The price “group-day” does not say for which session.", "Write “session: …”" },
        { Rise, "title: \"Full day, group\", session: medicine-day", "title: \"Full day, group\", session: medicine-night", "medicine-night", "The price “group-day” is for “medicine-night”, which is not a session here.", "Write one of" },
        { Hea, "title: Medicine session, session: medicine-session,", "title: Medicine session, session: medicine-session, format: group,", "format: group", "The price “medicine-session” is for “medicine-session” as group, which is not offered.", "Offer it under “formats”" },
        { Rise, "amount: 250,", "amount: 250.505,", "amount: 250.505", "250.505 has more than two decimals.", "two at most" },
        { Rise, "amount: 250,", "amount: 250, currency: dollars,", "currency: dollars", "“dollars” is not a currency.", "Write three capital letters" },
        // Doses
        { Hea, "per-30-days: { mg: 520, mg-per-kg: 6,", "per-30-days: { mg: 520, mg-per-kg: 1,", "mg-per-kg: 1,", "The limit “per-session” is above the limit “per-30-days”.", "Check both figures." },
        { Hea, "  - route: im\n", "  - route: im\n    per-dose: { mg: 120, mg-per-kg: 1.2, source: default }\n", "per-dose: { mg: 120", "The psychedelic band goes up to 1.5 mg/kg, above the absolute limit “per-dose”, 1.2 mg/kg.", "Lower the band" },
        { Hea, "  - route: im\n", "  - route: im\n    per-dose: { mg: 1300, mg-per-kg: 1.5, source: default }\n", "per-dose: { mg: 1300", "“mg” is 1300, outside 5 to 500.", "Is it ten times too much?" },
        { Hea, "  - route: sl\n", "  - route: sl\n    bands: [{ band: psychedelic, least: 20, most: 40, source: default }]\n", "bands: [{ band: psychedelic", "The psycholytic band begins above the psychedelic one.", "swap the figures" },
        { Hea, "  - route: sl\n", "  - route: sl\n    bands: [{ band: psychedelic, least: 20, most: 400, source: default }]\n", "bands: [{ band: psychedelic", "The band goes from 20 to 400, ten times and more.", "slip of the decimal point" },
        { Hea, "between: { hours: 120, source: \"default; seed S-HEA: strict protocols\" }", "between: { hours: 120 }", "between: { hours: 120 }", "“hours” is changed from", "Write “source: …” beside the change." },
        // The way to the medicine
        { Hea, "{ session: preparation, count: { least: 2, most: 4 } }", "{ session: preparation, count: { least: 0, most: 4 } }", "id: administration", "A patient could go “First contact” → “Assessment” → “Preparation” → “Medicine sessions” and be given medicine without preparation.", "Book at least one session of the kind “preparation”" },
        { Kap, "sessions: [{ session: first-session, count: { least: 1, most: 2 } }]", "sessions: [{ session: first-session, count: { least: 0, most: 2 } }]", "id: series", "A patient could go “First contact” → “First session” → “Preparation” → “Infusions and therapy” and be given medicine without assessment.", "“least: 1”" },
        { Only, "      - { session: looking-back, count: { least: 4, most: 6 }, after-each: infusion }\n", "", "id: series", "A patient could go “First contact” → “First session” → “Preparation” → “Infusions” and be given medicine again without integration after the medicine of “series”.", "with “after-each”" },
        { Rise, "agreements: [patient, therapist, prescriber]", "agreements: [patient, therapist]", "id: month-1", "→ “Month 1” and be given medicine without the prescriber's agreement to the plan.", "agreements: [patient, therapist, prescriber]" },
        { Rise, "integration: { session: integration, hours: { least: 24, most: 72 }, source: default }\n", "", "id: rise-chronic-pain", "It is not said when integration follows medicine.", "Write “integration:”" },
        { Rise, "rooms: [medicine]", "rooms: [medicine, talking]", "id: medicine-day", "Medicine is given in “medicine-day”, but in a talking room.", "Write “rooms: [medicine]”." },
        { Only, "  - { code: A15, owner: nurse, deputy: prescriber }", "  - { code: A15, owner: nurse, deputy: nurse }", "deputy: nurse", "The deputy of A15 is its owner.", "Name another role" },
        // The way through, and out of it
        { Atma, "{ session: integration, count: { least: 3, most: 6 }, after-each: ketamine-session }", "{ session: integration, count: { least: 3, most: 4 }, after-each: ketamine-session }", "id: ketamine-sessions", "→ “Ketamine sessions” → “Continued support” and leave without integration after the medicine of “ketamine-sessions”, session 5.", "as often as the medicine" },
        { Atma, "{ session: integration, count: { least: 3, most: 6 }, after-each: ketamine-session }", "{ session: integration, count: { least: 0, most: 6 }, after-each: ketamine-session }", "id: ketamine-sessions", "→ “Ketamine sessions” and be given medicine again without integration after the medicine of “ketamine-sessions”.", "with “after-each”" },
        { Hea, "{ session: integration, count: { least: 0, most: 6 }, after-each: medicine-session }", "{ session: integration, count: { least: 0, most: 5 }, after-each: medicine-session }", "id: boosters", "→ “Boosters” → “Follow-up” and leave without integration after the medicine of “boosters”, session 6.", "as often as the medicine" },
        { Atma, "{ session: follow-up, count: { least: 1, most: 12 }", "{ session: follow-up, count: { least: 0, most: 12 }", "id: ketamine-sessions", "“Ketamine sessions” → “Continued support” and the programme would end without a closing session after the medicine of “ketamine-sessions”.", "kind “follow-up”" },
        { Solo, "sessions: [{ session: closing, count: { least: 1, most: 2 } }]", "sessions: [{ session: closing, count: { least: 0, most: 2 } }]", "id: series", "“Boosters” → “Closing” and the programme would end without a closing session after the medicine of “series”.", "with “least: 1”" },
        { Intensive, "sessions: [{ session: closing, count: { least: 1, most: 2 } }]", "sessions: [{ session: closing, count: { least: 0, most: 0 } }]", "id: closing\n    title: Closing\n", "Nothing can ever be booked in the phase “closing”.", "take it away" },
        { Intensive, "{ session: psychotherapy, count: { least: 0, most: 52 }", "{ session: psychotherapy, count: { least: 0, most: 0 }", "session: psychotherapy, count", "“psychotherapy” is booked in “boosters”, but 0 times at most.", "Raise “most”" },
        { Intensive, "{ session: medicine-session, count: { least: 6, most: 6 }, every-days: { least: 2, most: 5 },", "{ session: medicine-session, count: { least: 6, most: 6 }, after-each: integration,", "after-each: integration", "“medicine-session” can never come in “series”: “medicine-session”, which follows “integration”, which follows “medicine-session”.", "so that something comes first" },
        { Intensive, "- { session: integration, count: { least: 6, most: 6 }, after-each: medicine-session, source", "- { session: integration, count: { least: 6, most: 6 }, after-each: consultation, source", "after-each: consultation", "“integration” follows each “consultation”, but the phase “series” books no “consultation”.", "take “after-each” away" },
        { Kap, "  - { id: therapy, title: Therapy, session: following-therapy", "  - { id: therapy, title: Therapy, session: folowing-therapy", "session: folowing-therapy", "The price “therapy” is for “folowing-therapy”, which is not a session here.", "Did you mean “following-therapy”?" },
        { Atma, "  - { id: ketamine-session, title: Ketamine session, session: ketamine-session, unit: session", "  - { id: other-session, title: Follow-up, session: follow-up, unit: session", "- id: ketamine-session", "No price says what “ketamine-session” costs.", "leave “amount” out where the clinic must say" },
        { Rise, "title: \"Full day, one to one\", session: medicine-day, format: individual", "title: \"Full day, one to one\", session: medicine-day, format: group", "- id: medicine-day", "No price says what “medicine-day” as individual costs.", "Add one under “prices”" },
        // Days and doses that cannot be
        { Intensive, "every-days: { least: 2, most: 5 }", "every-days: { least: 2, most: 2 }", "id: series", "6 sessions at most 2 days apart are over after 10 days; the window of “series” opens after 14.", "Let the window open earlier" },
        { Intensive, "every-days: { least: 2, most: 5 }", "every-days: { least: 3, most: 3 }", "id: series", "In a clinic open on Monday, Tuesday, Wednesday, Thursday and Friday, 6 sessions do not fit the window of “series”: begun on a Monday, no open day for session 3 lies 3 days after the one before.", "further apart" },
        { Solo, "window: { least: 21, most: 42 }", "window: { least: 12, most: 15 }", "id: series", "begun on a Monday, session 6 falls on day 17, a Thursday, at the earliest, and the window closes after 15.", "Widen the window" },
        { Intensive, "therapy-gap:", "dosing:\n  - route: im\n    bands: [{ band: psycholytic, least: 0.3, most: 0.5, source: default }]\n    per-30-days: { mg: 1040, mg-per-kg: 1.5, source: default }\ntherapy-gap:", "- { session: medicine-session, count: { least: 6", "6 sessions in “series”, 5 days apart, each at the foot of the psycholytic band of “im” (0.3 mg/kg), come to 1.8 mg/kg; the limit for 30 days is 1.5: session 6, on day 25, could never be given.", "raise the limit with its source" },
        // What comes after
        { Kap, "{ id: no-change-after-6, title: No change after six, after-medicine-session: 6,", "{ id: no-change-after-6, title: No change after six, after-medicine-session: 20,", "after-medicine-session: 20", "The review “no-change-after-6” comes after medicine session 20; there are 18 at most.", "Let it come earlier" },
        { Kap, "least-gap-days: 10,", "least-gap-days: 1,", "least-gap-days: 1,", "“fortnightly” lets boosters be 1 days apart, but no allowed route may be given again before 48 hours.", "Make “least-gap-days” longer" },
        { Only, "exit-rule: Three monthly boosters have held the gain., decided-by: [prescriber, patient]", "exit-rule: Three monthly boosters have held the gain., decided-by: [prescriber, nurse]", "decided-by: [prescriber, nurse]", "A booster of “monthly” could be given without the patient's word.", "Add “patient” under “decided-by”" },
        { Atma, "- { id: monthly, title: Monthly, every-days: { least: 28, most: 35 }", "- { id: monthly, title: Monthly, every-days: { least: 11, most: 35 }", "id: monthly, title: Monthly", "“monthly” comes after “fortnightly”, but its boosters are nearer, 11 days against 14.", "Write the shortest interval first" },
        { Solo, "exit-rule: Three boosters at this interval have held the gain., decided-by", "exit-rule: Three boosters at this interval have held the gain., as-needed: yes, decided-by", "- { id: monthly", "“monthly” can never be reached: “fortnightly” before it is as needed and has no end.", "as needed last" },
        { Solo, "{ session: medicine-session, count: { least: 0, most: 24 }, every-days: { least: 5, most: 180 } }", "{ session: medicine-session, count: { least: 0, most: 24 }, every-days: { least: 11, most: 180 } }", "- { id: weekly", "“weekly” asks for 7 to 10 days between boosters, the phase for 11 to 180.", "Let the two overlap" },
        { Kap, "counts-as: [preparing-therapy, following-therapy]", "counts-as: [first-session]", "id: series", "Medicine could never be booked in “series”: therapy must be within 7 days of it, but none of first-session is booked there or next to it.", "Book one of them" },
        { Rise, "pilot: { trial-only: no }", "pilot: { trial-only: no, cap: 5 }", "id: rise-chronic-pain", "“pilot” has a cap, but the programme is not a trial.", "take the cap away" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Is_found_with_line_sentence_and_mending(string file, string old, string now, string at, string what, string mend)
    {
        using var desk = new Desk().Change(file, old, now);
        var fault = desk.Only(file);
        Assert.Equal(desk.PathOf(file), fault.File);
        Assert.Equal(desk.LineOf(file, at), fault.Line);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
        Assert.Contains(mend, fault.Mend, StringComparison.Ordinal);
    }
}
