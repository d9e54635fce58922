using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>A fault in a shared part is found through a programme that uses it, and names the shared file.</summary>
public sealed class FaultsInSharedParts
{
    private const string Rise = "rise-chronic-pain.yaml";
    private const string Core = "shared/clinical-core.yaml";
    private const string Day = "shared/medicine-day.yaml";
    private const string Outcomes = "shared/outcomes.yaml";

    /// <summary>File, what stands there, what is written instead, text on the line of the fault, what is said, how to mend it.</summary>
    public static TheoryData<string, string, string, string, string, string> Faults => new()
    {
        // Conditions over facts
        { Core, "when: heart-disease-unstable", "when: heart-disease-unstabel", "when: heart-disease-unstabel", "“heart-disease-unstabel” is not a known fact.", "Did you mean “heart-disease-unstable”?" },
        { Core, "when: heart-disease-unstable", "when: heart-disease-unstable and", "when: heart-disease-unstable and", "it breaks off.", "Finish it" },
        { Core, "when: heart-disease-unstable", "when: (heart-disease-unstable", "when: (heart-disease-unstable", "a bracket is not closed.", "Add “)”." },
        { Core, "when: heart-disease-unstable", "when: heart-disease-unstable breast-feeding", "when: heart-disease-unstable breast", "“breast-feeding” was not expected there.", "Join parts with “and” or “or”." },
        { Core, "when: heart-disease-unstable", "when: heart-disease-unstable >= 1", "when: heart-disease-unstable >=", "“heart-disease-unstable” is not a number.", "Compare numbers only." },
        { Core, "when: age >= 65", "when: age", "when: age\n", "“age” is not a yes-or-no fact.", "Compare it: age >= 1." },
        { Core, "when: age >= 65", "when: age >= 650", "when: age >= 650", "650 is outside what “age” can be, 0 to 120.", "Is it ten times too much?" },
        { Core, "when: age >= 65", "when: age >= old", "when: age >= old", "“old” is not a number.", "Write a number without a unit." },
        { Core, "pregnancy is pregnant or", "pregnancy is certain or", "pregnancy is certain", "“certain” is not a choice of “pregnancy”.", "Write one of: pregnant, planned, not-pregnant, not-possible." },
        { Core, "when: ketamine-allergy", "when: [ketamine-allergy]", "when: [ketamine-allergy]", "A condition is expected here, not a list.", "Write something like" },
        { Core, "    when: porphyria\n", "", "id: E37", "“when” is missing here.", "Write “when: …”." },
        { Core, "verdict: defer\n    defer-days: 14", "verdict: review\n    defer-days: 14", "defer-days: 14", "“defer-days” stands beside a verdict that does not defer.", "Take it away" },
        { Core, "names: [lithium]", "names: []", "id: M10", "M10 has no names to look for.", "Write “names:" },
        { Core, "id: E02\n", "id: E01\n", "id: E01\n    title: Untreated", "“E01” is in “eligibility” twice", "Give one of them another name" },
        { Core, "days: 30, source: default }\n  - { id: urine", "days: 3000, source: default }\n  - { id: urine", "days: 3000", "“days” is 3000, outside 1 to 1100.", "Is it ten times too much?" },
        // Doses
        { Day, "psychedelic, unit: mg/kg, least: 0.75, most: 1.5", "psychedelic, unit: mg/kg, least: 0.75, most: 1.6", "most: 1.6", "The psychedelic band goes up to 1.6 mg/kg, above the absolute limit “per-dose”, 1.5 mg/kg.", "have the medical lead raise the limit" },
        { Day, "psycholytic, unit: mg/kg, least: 0.25, most: 0.5", "psycholytic, unit: mg/kg, least: 0.25, most: 5", "most: 5,", "“most” is 5, outside 0.05 to 2.", "Is it ten times too much?" },
        { Day, "psycholytic, unit: mg/kg, least: 0.25, most: 0.5", "psycholytic, unit: mg/kg, least: -0.25, most: 0.5", "least: -0.25", "“least” is -0.25, which is negative.", "Write a number from 0.05 to 2." },
        { Day, "per-dose: { mg: 130, mg-per-kg: 1.5, source", "per-dose: { source", "per-dose: { source", "The limit has no figure.", "Write “mg”, “mg-per-kg” or both" },
        { Day, "step-up: { mg: 100, source: default }", "step-up: { source: default }", "step-up: { source: default }", "“step-up” has no figure.", "the smaller rise counts" },
        { Day, "note: A second injection", "strength: { mg-per-ml: 500, source: default }\n    note: A second injection", "mg-per-ml: 500", "“mg-per-ml” is 500, outside 1 to 200.", "Is it ten times too much?" },
        { Day, "least: 50, most: 150", "least: 50, most: one fifty", "most: one fifty", "“most” is “one fifty”, which is not a number.", "with a point, without quotes or unit" },
        { Day, "least: 50, most: 150", "least: 50, most: \"150\"", "most: \"150\"", "“most” is “150”, which is not a number.", "without quotes" },
        // Watching
        { Day, "after-start: [15, 30, 45, 60, 90]", "after-start: [15, 45, 30, 60, 90]", "after-start: [15, 45", "The minutes in “after-start” do not rise.", "Write them in order" },
        { Day, "recovery: [{ every: 30 }]\n    earliest-discharge: 120\n    discharge-from: last-dose\n    late-after: 5\n    source: default; a", "recovery: [{ every: 30, times: 2 }]\n    earliest-discharge: 120\n    discharge-from: last-dose\n    late-after: 5\n    source: default; a", "recovery: [{ every: 30, times: 2 }]", "“recovery” does not say how vitals go on until discharge.", "End it with a step without “times”" },
        { Day, "    owner: nurse\n", "", "code: A01", "“owner” is missing here.", "Write “owner: …”." },
        { Day, "    deputy: prescriber\n", "", "code: A01", "“deputy” is missing here.", "Write “deputy: …”." },
        { Day, "when: systolic >= 160", "when: systolic >= 1600", "systolic >= 1600", "1600 is outside what “systolic” can be, 50 to 300.", "Is it ten times too much?" },
        { Day, "when: vomiting", "when: vomitting", "when: vomitting", "“vomitting” is not a known fact.", "Did you mean “vomiting”?" },
        { Day, "response: [Medical review]", "response: []", "code: A16", "A16 has no standard response.", "Write the steps" },
        { Day, "{ id: D04, kind: checked,", "{ id: D04, kind: checked, holds: moaas >= 5,", "id: D04", "A criterion that a person checks has a measured limit.", "Write “kind: measured”" },
        { Day, "right: tell", "right: shout", "right: shout", "“right” is “shout”, which is not one of the choices.", "bear-it, tell, leave" },
        // Measures
        { Outcomes, "instrument: pgic-7", "instrument: pgic-8", "instrument: pgic-8", "There is no instrument “pgic-8”.", "Did you mean “pgic-7”?" },
        { Outcomes, "when: hours-after-medicine, at: [24, 72]", "when: hours-after-medicine", "when: hours-after-medicine", "“hours-after-medicine” does not say how many.", "Write “at: [24, 72]”." },
        { Outcomes, "when: weekly,", "when: weekly, at: [7],", "at: [7]", "“weekly” has no use for “at”.", "Take it away." },
        { Outcomes, "percent-of-gain-lost: 50,", "", "id: half-lost", "The signal has no figure.", "Write “points-from-best”" },
        { Outcomes, "shared: outcomes", "shared: outcome", "shared: outcome", "The shared part does not begin with its own name", "Write it so" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Are_found_with_line_sentence_and_mending(string file, string old, string now, string at, string what, string mend)
    {
        using var desk = new Desk().Change(file, old, now);
        var fault = desk.Only(Rise);
        Assert.Equal(desk.PathOf(file), fault.File);
        Assert.Equal(desk.LineOf(file, at), fault.Line);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
        Assert.Contains(mend, fault.Mend, StringComparison.Ordinal);
    }

    /// <summary>What is taken out of the shared part, and how a patient could then go.</summary>
    [Theory]
    [InlineData("{ id: plan-agreed,", "plan-agreed", "and be given medicine without a plan that all have agreed to.")]
    [InlineData("{ id: consent-in-force,", "consent-in-force", "and be given medicine without a consent in force.")]
    [InlineData("{ id: escort-named-for-this-day,", "escort-named-for-this-day", "and be given medicine with nobody named to take them home.")]
    [InlineData("{ id: integration-booked,", "integration-booked", "and be given medicine with no integration booked.")]
    [InlineData("{ id: suicide-screen,", "suicide-screen", "and be given medicine without being asked about suicide that day.")]
    [InlineData("{ id: baseline-vitals,", "baseline-vitals", "and be given medicine without vitals taken first.")]
    public void A_gate_left_out_is_shown_as_the_way_that_a_patient_could_go(string item, string gate, string lack)
    {
        using var desk = new Desk().Change(Day, item, item.Replace(gate, "something-else", StringComparison.Ordinal));
        var fault = desk.Only(Rise);
        Assert.Equal($"A patient could go “First contact” → “Assessment” → “Preparation” → “Month 1” {lack}", fault.What);
        Assert.Equal($"Add “{gate}” under “before-booking” or “before-dose”.", fault.Mend);
        Assert.Equal((desk.PathOf(Rise), desk.LineOf(Rise, "id: month-1")), (fault.File, fault.Line));
    }

    [Theory]
    [InlineData("kind: escort,", "and be given medicine without naming who takes them home that day.")]
    [InlineData("kind: no-driving,", "and be given medicine without agreeing not to drive that day.")]
    public void A_ride_or_promise_left_out_of_the_preparation_is_shown_as_a_way(string kind, string lack)
    {
        using var desk = new Desk().Change(Day, kind, "kind: task,");
        Assert.Contains($"→ “Month 1” {lack}", desk.Only(Rise).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assessment_asked_only_on_the_day_lets_medicine_be_booked_for_anybody()
    {
        using var desk = new Desk().Change(Day, "{ id: eligibility-current, title: Assessed", "{ id: seen, title: Assessed");
        Assert.Equal("Medicine could be booked for a person whom nobody has found suitable.", desk.Only(Rise).What);
    }

    [Fact]
    public void A_route_without_cadence_is_refused()
    {
        using var desk = new Desk();
        var text = desk.Text(Day);
        var from = text.IndexOf("  - route: sl\n    baseline", StringComparison.Ordinal);
        desk.Write(Day, text[..from] + text[text.IndexOf("  - route: oral\n    baseline", StringComparison.Ordinal)..]);
        var fault = desk.Only(Rise);
        Assert.Equal("The route “sl” is allowed, but “vitals” does not say when vitals are taken.", fault.What);
        Assert.Equal((desk.PathOf(Rise), desk.LineOf(Rise, "routes: [im, sl]")), (fault.File, fault.Line));
    }

    [Fact]
    public void A_route_without_limits_is_refused()
    {
        using var desk = new Desk().Change(Rise, "routes: [im, sl]", "routes: [im, sc]");
        Assert.Equal("The route “sc” is allowed, but “dosing” has no limits for it.", desk.Only(Rise).What);
    }

    [Fact]
    public void An_alert_is_not_left_to_a_role_that_nobody_has()
    {
        using var desk = new Desk().Change("neurorelief-infusion-only.yaml", "  - { code: A15, owner: nurse, deputy: prescriber }\n", "");
        var fault = desk.Only("neurorelief-infusion-only.yaml");
        Assert.Equal("The owner of A15 is the therapist, but no session of this programme has a therapist.", fault.What);
        Assert.Equal((desk.PathOf(Day), desk.LineOf(Day, "code: A15")), (fault.File, fault.Line));
    }

    [Fact]
    public void Whole_parts_left_out_are_named()
    {
        using var desk = new Desk().Change(Rise, "use: [clinical-core, pain-track, medicine-day, outcomes]", "use: [clinical-core, pain-track, outcomes]");
        var said = desk.Read(Rise).Faults.Select(fault => fault.What).ToList();
        Assert.Contains("The route “im” is allowed, but “dosing” has no limits for it.", said);
        Assert.Contains("The route “sl” is allowed, but “vitals” does not say when vitals are taken.", said);
        Assert.Contains("The programme gives medicine, but no threshold calls anybody.", said);
        Assert.Contains("The programme gives medicine, but it does not say when a person is fit to go home.", said);
        Assert.Contains("The programme gives medicine, but it has no rule about driving afterwards.", said);
    }

    [Fact]
    public void Every_fault_is_told_and_not_the_first_only()
    {
        using var desk = new Desk().Change(Rise, "version: 1\n", "version: x\n").Change(Rise, "track: pain", "trak: pain").Change(Rise, "amount: 250", "amount: -250");
        var faults = desk.Read(Rise).Faults;
        Assert.Equal(["“track” is missing here.", "“version” is “x”, which is not a whole number.", "“trak” is not a key that is known here.", "“amount” is -250, which is negative."], faults.Select(fault => fault.What));
        Assert.IsType<FileFault>(faults[0]);
    }
}
