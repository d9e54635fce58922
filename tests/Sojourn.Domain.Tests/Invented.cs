using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests;

/// <summary>A small programme that no file has, for tests of decisions; its figures are nobody's.</summary>
internal static class Invented
{
    internal static Source Nowhere { get; } = new(SourceStatus.Default, "");

    internal static Programme Programme { get; } = new()
    {
        Id = "invented",
        Title = "Invented programme",
        Summary = "For tests.",
        Version = 3,
        Track = "pain",
        Pilot = new(IsPilot: false, Cap: null),
        Authorship = new("Nobody", null, null, null, null),
        Conditions =
        [
            new("crps", "Complex regional pain syndrome (CRPS)", ["chronic regional pain", "regional pain syndrome", "reflex sympathetic dystrophy"], null, null, null),
            new("fibromyalgia", "Fibromyalgia", ["fibro"], "weak", Nowhere, null),
        ],
        IntentionTags = [],
        Sessions = [],
        Phases =
        [
            new("assessment", "Assessment", PhaseKind.Assessment, [], null, null, null),
            new("preparation", "Preparation", PhaseKind.Preparation, [], null, null, null),
            new("series", "The first series", PhaseKind.Induction, [], null, null, null),
            new("boosters", "Boosters", PhaseKind.Booster, [], null, null, null),
        ],
        BeforeBookingMedicine = [],
        BeforeDose = [],
        Facts = [],
        Eligibility = [],
        MedicineRules = [],
        Validity = [],
        RequiredAgreements = [],
        Consents = [],
        Preparation = [],
        Understanding = [],
        Dosing = [],
        Vitals = [],
        Alerts = [],
        Discharge = [],
        Measures = [],
        Reviews = [],
        BoosterLadder = [],
        BoosterSignals = [],
        Adjuncts = [],
        Prices = [],
        Unanswered = [],
    };
}
