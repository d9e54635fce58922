using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Reads the keys of a programme, shared parts already laid below it. What belongs together across parts is checked in Checking.</summary>
internal sealed partial class ProgrammeReader(Findings findings, Places places, ProgrammeContext context)
{
    private IReadOnlyDictionary<string, FactQuestion> facts = new Dictionary<string, FactQuestion>(StringComparer.Ordinal);

    public Programme Read(YamlMapping document)
    {
        var top = new Fields(document, findings);
        Section(top, "use", fields => fields.Items("use"));
        Section(top, "leave-out", fields => fields.Items("leave-out"));
        var factList = Section(top, "facts", fields => fields.Blocks("facts", Fact));
        facts = ById(factList, fact => fact.Id);
        var routes = Section(top, "routes", fields => fields.Choices("routes", DoseRoutes.ById));
        var programme = new Programme
        {
            Id = Section(top, "id", fields => fields.Id()),
            Title = Section(top, "title", fields => fields.Text("title", 120)),
            Summary = Section(top, "summary", fields => fields.Text("summary", 1200)),
            Version = Section(top, "version", fields => fields.Whole("version", 1, 10_000)),
            Track = Section(top, "track", fields => fields.Id("track")),
            Pilot = Section(top, "pilot", fields => fields.NeedBlock("pilot", PilotFrom, new Pilot(true, null))),
            Authorship = Section(top, "authorship", fields => fields.NeedBlock("authorship", AuthorshipFrom, new Authorship("", null, null, null, null))),
            Conditions = Section(top, "conditions", fields => Listed(fields, "conditions", Condition, condition => condition.Id)),
            ChronicAfterMonths = Section(top, "chronic-after", fields => fields.Block("chronic-after", one => new Sourced<int>(one.Whole("months", 1, 24), Source(one)))),
            ReliefDay = Section(top, "relief-day", fields => fields.Block("relief-day", one => new ReliefDay(one.Whole("percent-less", 1, 100), one.Whole("stretches", 2, 50), Source(one)))),
            IntentionTags = Section(top, "intention-tags", fields => Listed(fields, "intention-tags", NamedOf, tag => tag.Id)),
            Sessions = Section(top, "sessions", fields => Listed(fields, "sessions", SessionTypeOf, session => session.Id)),
            Phases = Section(top, "phases", fields => Listed(fields, "phases", PhaseOf, phase => phase.Id)),
            TherapyGap = Section(top, "therapy-gap", fields => fields.Block("therapy-gap", TherapyGapOf)),
            Integration = Section(top, "integration", fields => fields.Block("integration", IntegrationOf)),
            Rest = Section(top, "rest", fields => fields.Block("rest", one => new ProtectedRest(one.Whole("hours", 1, 336), one.Text("text"), Source(one)))),
            BeforeBookingMedicine = Section(top, "before-booking", fields => Listed(fields, "before-booking", GateItemOf, item => item.Id)),
            BeforeDose = Section(top, "before-dose", fields => Listed(fields, "before-dose", GateItemOf, item => item.Id)),
            Facts = factList,
            Eligibility = Section(top, "eligibility", fields => Listed(fields, "eligibility", EligibilityOf, rule => rule.Id)),
            MedicineRules = Section(top, "medicines", fields => Listed(fields, "medicines", MedicineRuleOf, rule => rule.Id)),
            Validity = Section(top, "validity", fields => Listed(fields, "validity", ValidityOf, period => period.Id)),
            RequiredAgreements = Section(top, "agreements", fields => RolesIn(fields, "agreements")),
            Consents = Section(top, "consents", fields => Listed(fields, "consents", ConsentOf, consent => consent.Id)),
            Preparation = Section(top, "preparation", fields => Listed(fields, "preparation", PreparationOf, item => item.Id)),
            Understanding = Section(top, "understanding", fields => Listed(fields, "understanding", UnderstandingOf, question => question.Id)),
            Dosing = Section(top, "dosing", fields => Listed(fields, "dosing", DosingOf, dosing => DoseRoutes.Id(dosing.Route), "route").Where(dosing => routes.Contains(dosing.Route)).ToList()),
            Vitals = Section(top, "vitals", fields => Listed(fields, "vitals", CadenceOf, cadence => DoseRoutes.Id(cadence.Route), "route").Where(cadence => routes.Contains(cadence.Route)).ToList()),
            Alerts = Section(top, "alerts", fields => Listed(fields, "alerts", AlertOf, alert => alert.Code, "code")),
            Discharge = Section(top, "discharge", fields => Listed(fields, "discharge", CriterionOf, criterion => criterion.Id)),
            NoDriving = Section(top, "no-driving", fields => fields.Block("no-driving", NoDrivingOf)),
            Measures = Section(top, "measures", fields => Listed(fields, "measures", MeasureOf, measure => measure.Id)),
            Reviews = Section(top, "reviews", fields => Listed(fields, "reviews", ReviewOf, review => review.Id)),
            BoosterLadder = Section(top, "boosters", fields => Listed(fields, "boosters", BoosterOf, step => step.Id)),
            BoosterSignals = Section(top, "booster-signals", fields => Listed(fields, "booster-signals", SignalOf, signal => signal.Id)),
            OpportunityWindow = Section(top, "opportunity-window", fields => fields.Block("opportunity-window", OpportunityOf)),
            Adjuncts = Section(top, "adjuncts", fields => Listed(fields, "adjuncts", AdjunctOf, adjunct => adjunct.Id)),
            Rescue = Section(top, "rescue", fields => fields.Block("rescue", RescueOf)),
            Prices = Section(top, "prices", fields => Listed(fields, "prices", PriceOf, price => price.Id)),
            Unanswered = Section(top, "unanswered", fields => Listed(fields, "unanswered", one => new OpenQuestion(one.Id(), one.Text("question"), one.Text("why")), question => question.Id)),
        };
        findings.Section = "";
        top.Done();
        places.Set(programme, document);
        RouteNodes(top, routes, programme);
        return programme;
    }

    private void RouteNodes(Fields top, IReadOnlyList<DoseRoute> routes, Programme programme)
    {
        findings.Section = "routes";
        var node = top.Find("routes");
        foreach (var route in routes.Where(route => programme.DosingBy(route) is null && findings.IsClean("dosing")))
        {
            findings.Add(node!, $"The route “{DoseRoutes.Id(route)}” is allowed, but “dosing” has no limits for it.", "Add them under “dosing”, or take the route away.");
        }

        foreach (var route in routes.Where(route => programme.VitalsBy(route) is null && findings.IsClean("vitals")))
        {
            findings.Add(node!, $"The route “{DoseRoutes.Id(route)}” is allowed, but “vitals” does not say when vitals are taken.", "Add its cadence under “vitals”, or take the route away.");
        }

        if (routes.Count == 0 && programme.GivesMedicine && findings.IsClean("routes", "phases", "sessions"))
        {
            findings.Add(top.Here, "The programme gives medicine, but no route is allowed.", "Write “routes: [im]” or whichever routes are used.");
        }
    }

    private T Section<T>(Fields top, string name, Func<Fields, T> read)
    {
        findings.Section = name;
        return read(top);
    }

    /// <summary>Reads a list of named blocks, notes where each is, and refuses a name used twice.</summary>
    private List<T> Listed<T>(Fields fields, string key, Func<Fields, T> read, Func<T, string> nameOf, string nameKey = "id")
        where T : class
    {
        var first = new Dictionary<string, YamlPart>(StringComparer.Ordinal);
        var parts = fields.Blocks(key, one =>
        {
            var part = read(one);
            places.Set(part, one.Here);
            if (nameOf(part) is { Length: > 0 } name && one.Has(nameKey) && !first.TryAdd(name, one.Here))
            {
                findings.Add(one.Here, $"“{name}” is in “{key}” twice; it stands on line {first[name].Line} already.", "Give one of them another name, or take it away.");
            }

            return part;
        });
        return [.. parts];
    }

    private static Dictionary<string, T> ById<T>(IEnumerable<T> parts, Func<T, string> id) =>
        parts.GroupBy(id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private Pilot PilotFrom(Fields fields) => new(fields.YesNo("trial-only", false), fields.WholeOrNull("cap", 1, 10_000));

    private Authorship AuthorshipFrom(Fields fields)
    {
        var authorship = new Authorship(
            fields.Text("author", 200),
            fields.TextOrNull("reviewed-by", 200),
            fields.DateOrNull("reviewed-on"),
            fields.TextOrNull("signed-by-medical-lead", 200),
            fields.DateOrNull("signed-on"));
        if (authorship.SignedByMedicalLead is null != authorship.SignedOn is null)
        {
            findings.Add(fields.Here, "The signature of the medical lead is only half there.", "Write both “signed-by-medical-lead” and “signed-on”, or neither.");
        }

        return authorship;
    }

    private TreatedCondition Condition(Fields fields)
    {
        var evidence = fields.TextOrNull("evidence");
        return new(
            fields.Id(),
            fields.Text("term", 120),
            fields.Texts("synonyms"),
            evidence,
            evidence is null ? SourceOrNull(fields) : Source(fields),
            InstrumentOrNull(fields, "measure"));
    }

    private static Named NamedOf(Fields fields) => new(fields.Id(), fields.Text("title", 300));
}
