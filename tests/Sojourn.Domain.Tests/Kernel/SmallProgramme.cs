using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests;

/// <summary>A whole programme, as small as one can be.</summary>
internal static class SmallProgramme
{
    private static readonly Source Source = new(SourceStatus.Default, "");

    public static Programme Depression { get; } = new()
    {
        Id = "small-depression",
        Title = "Depression, small",
        Summary = "Six sessions.",
        Version = 1,
        Track = "depression",
        Pilot = new(false, null),
        Authorship = new("A test", null, null, null, null),
        Conditions = [],
        IntentionTags = [new("insight", "Gain insight")],
        Sessions =
        [
            Type("call", SessionKind.InformationCall), Type("assessment", SessionKind.Assessment), Type("preparation", SessionKind.Preparation), Type("medicine", SessionKind.Medicine),
            Type("integration", SessionKind.Integration), Type("talk", SessionKind.Integration), Type("closing", SessionKind.FollowUp),
        ],
        Phases =
        [
            new("contact", "First contact", PhaseKind.FirstContact, [Booked("call", 0, 1)], null, null, null),
            new("assessment", "Assessment", PhaseKind.Assessment, [Booked("assessment", 1, 2)], null, null, null),
            new("preparation", "Preparation", PhaseKind.Preparation, [Booked("preparation", 1, 3)], null, null, null),
            new("series", "Series", PhaseKind.Induction, [Booked("medicine", 6, 6, new(3, 10)), Booked("integration", 6, 6, after: "medicine")], new(21, 42), Source, null),
            new("later", "Later", PhaseKind.Booster, [Booked("medicine", 0, 24), Booked("integration", 0, 24, after: "medicine"), Booked("talk", 2, 4, new(7, 14))], null, null, null),
            new("closing", "Closing", PhaseKind.FollowUp, [Booked("closing", 1, 2)], null, null, null),
        ],
        BeforeBookingMedicine = [],
        BeforeDose = [],
        Facts = [],
        Eligibility = [],
        MedicineRules = [],
        Validity = [],
        RequiredAgreements = ["patient", "therapist", "prescriber"],
        Consents = [],
        Preparation = [],
        Understanding = [],
        Dosing =
        [
            new(
                DoseRoute.Sublingual,
                "Lozenge",
                [new(DoseBandName.Psycholytic, DoseUnit.Milligrams, 50, 100, null, Source)],
                new(200, null, Source),
                new(300, null, Source),
                new(2000, null, Source),
                null,
                null,
                new(48, Source),
                null,
                null),
        ],
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

    private static PhaseSessions Booked(string session, int least, int most, Bounds<int>? spacing = null, string? after = null) =>
        new(session, new(least, most), spacing, after, Source);

    private static SessionType Type(string id, SessionKind kind) =>
        new(id, char.ToUpperInvariant(id[0]) + id[1..], kind, new(45, 50, 60, Source), [RoomKind.Talking], [new(SessionFormat.Individual, null, null)], [], 0, 0, null, []);
}
