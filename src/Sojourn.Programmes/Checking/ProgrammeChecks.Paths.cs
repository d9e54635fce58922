using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Checking;

/// <summary>No way through the programme may reach medicine without what must come before, or end without what must come after.</summary>
internal sealed partial class ProgrammeChecks
{
    private static readonly (string Gate, string Lack)[] MustPass =
    [
        (GateItems.Eligibility, "without anybody having found it suitable"),
        (GateItems.PlanAgreed, "without a plan that all have agreed to"),
        (GateItems.Consent, "without a consent in force"),
        (GateItems.Escort, "with nobody named to take them home"),
        (GateItems.IntegrationBooked, "with no integration booked"),
        (GateItems.SuicideScreen, "without being asked about suicide that day"),
        (GateItems.BaselineVitals, "without vitals taken first"),
    ];

    private void Paths()
    {
        var medicine = programme.Phases.First(GivesMedicine);
        ReachedOnlyAfter(SessionKind.Assessment, medicine);
        ReachedOnlyAfter(SessionKind.Preparation, medicine);
        foreach (var phase in programme.Phases.Where(GivesMedicine))
        {
            FollowedByIntegration(phase);
        }

        if (programme.Integration is null && findings.IsClean("integration"))
        {
            Add(programme, "It is not said when integration follows medicine.", "Write “integration:” with its session and hours.");
        }

        Gates(medicine);
        Papers(medicine);
        Watched();
        if (findings.IsClean("alerts", "measures", "before-booking", "before-dose"))
        {
            Staffed();
        }
    }

    private bool GivesMedicine(Phase phase) => phase.Sessions.Any(booked => booked.Count.Most > 0 && KindOf(booked) == SessionKind.Medicine);

    private SessionKind? KindOf(PhaseSessions booked) => programme.Session(booked.SessionId)?.Kind;

    private bool Requires(Phase phase, SessionKind kind) => phase.Sessions.Any(booked => booked.Count.Least > 0 && KindOf(booked) == kind);

    private void ReachedOnlyAfter(SessionKind kind, Phase medicine)
    {
        var listedBefore = medicine.Sessions
            .TakeWhile(booked => KindOf(booked) != SessionKind.Medicine)
            .Any(booked => booked.Count.Least > 0 && KindOf(booked) == kind);
        if (!listedBefore && !Before(medicine).Any(phase => Requires(phase, kind)))
        {
            var name = Words<SessionKind>.Of(kind);
            Add(
                medicine,
                $"A patient could go {PathTo(medicine)} and be given medicine without {name}.",
                $"Book at least one session of the kind “{name}” in a phase before “{medicine.Id}”, with “least: 1”.");
        }
    }

    private void FollowedByIntegration(Phase phase)
    {
        var after = programme.Phases.SkipWhile(other => !ReferenceEquals(other, phase)).Skip(1).TakeWhile(later => !GivesMedicine(later)).ToList();
        var inside = phase.Sessions.Any(booked =>
            KindOf(booked) == SessionKind.Integration && (booked.Count.Least > 0 || (booked.AfterEach is not null && booked.Count.Most > 0)));
        if (!inside && !after.Exists(later => Requires(later, SessionKind.Integration)))
        {
            Add(
                phase,
                $"A patient could go {Path([.. Before(phase), phase, .. after])} and leave without integration after the medicine of “{phase.Id}”.",
                $"Book an integration session in “{phase.Id}” with “after-each”, or in the phase after it with “least: 1”.");
        }
    }

    private void Gates(Phase medicine)
    {
        if (!findings.IsClean("before-booking", "before-dose"))
        {
            return;
        }

        var atBooking = programme.BeforeBookingMedicine.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var atDose = programme.BeforeDose.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (gate, lack) in MustPass.Where(must => !atBooking.Contains(must.Gate) && !atDose.Contains(must.Gate)))
        {
            Add(medicine, $"A patient could go {PathTo(medicine)} and be given medicine {lack}.", $"Add “{gate}” under “before-booking” or “before-dose”.");
        }

        if (atDose.Contains(GateItems.Eligibility) && !atBooking.Contains(GateItems.Eligibility))
        {
            Add(medicine, "Medicine could be booked for a person whom nobody has found suitable.", $"Add “{GateItems.Eligibility}” under “before-booking” too.");
        }
    }

    private void Papers(Phase medicine)
    {
        if (findings.IsClean("agreements") && !(programme.RequiredAgreements.Contains(Roles.Patient) && programme.RequiredAgreements.Contains(Roles.Prescriber)))
        {
            Add(
                programme,
                "A plan could be active without the patient's and the prescriber's agreement.",
                "Write “agreements: [patient, therapist, prescriber]”; the patient and the prescriber always agree.");
        }

        if (findings.IsClean("consents") && programme.Consents.Count == 0)
        {
            Add(medicine, $"A patient could go {PathTo(medicine)} with no consent text to sign.", "Name one under “consents”.");
        }

        if (findings.IsClean("preparation"))
        {
            NeedsItem(medicine, PreparationKind.Escort, "naming who takes them home that day");
            NeedsItem(medicine, PreparationKind.NoDriving, "agreeing not to drive that day");
        }

        if (findings.IsClean("conditions") && programme.Conditions.Count == 0)
        {
            Add(programme, "The programme does not say which conditions it is for.", "Name them under “conditions”.");
        }
    }

    private void NeedsItem(Phase medicine, PreparationKind kind, string what)
    {
        if (!programme.Preparation.Any(item => item.Kind == kind && item.Required && item.EachSession))
        {
            Add(
                medicine,
                $"A patient could go {PathTo(medicine)} without {what}.",
                $"Add an item of the kind “{Words<PreparationKind>.Of(kind)}” under “preparation”, with “required: yes” and “each-session: yes”.");
        }
    }

    private void Watched()
    {
        Needs("alerts", programme.Alerts.Count > 0, "no threshold calls anybody");
        Needs("discharge", programme.Discharge.Count > 0, "it does not say when a person is fit to go home");
        Needs("no-driving", programme.NoDriving is not null, "it has no rule about driving afterwards");
        Needs("eligibility", programme.Eligibility.Count > 0 || !findings.IsClean("facts"), "it has no eligibility rules");
    }

    /// <summary>Whoever is called, reads or clears must be somebody whom the programme has.</summary>
    private void Staffed()
    {
        var staffed = programme.Sessions.SelectMany(session => session.Staff).Select(need => need.Role).Concat([Roles.Manager, Roles.FrontDesk]).ToHashSet(StringComparer.Ordinal);
        foreach (var alert in programme.Alerts)
        {
            NeedsStaff(alert, alert.Owner, staffed, $"The owner of {alert.Code}");
            NeedsStaff(alert, alert.Deputy, staffed, $"The deputy of {alert.Code}");
        }

        foreach (var measure in programme.Measures)
        {
            NeedsStaff(measure, measure.ReadBy, staffed, $"Who reads “{measure.Id}”");
        }

        foreach (var item in programme.BeforeBookingMedicine.Concat(programme.BeforeDose).Where(item => !item.ClearedBy.Any(staffed.Contains)))
        {
            Add(item, $"Nobody in this programme can clear “{item.Id}”; it is left to {string.Join(", ", item.ClearedBy)}.", "Name a role that works in one of its sessions.");
        }
    }

    private void NeedsStaff(object part, string role, HashSet<string> staffed, string who)
    {
        if (!staffed.Contains(role))
        {
            Add(part, $"{who} is the {role}, but no session of this programme has a {role}.", "Name another role, or add one to a session under “staff”.");
        }
    }

    private void Needs(string part, bool present, string lack)
    {
        if (!present && findings.IsClean(part))
        {
            Add(programme, $"The programme gives medicine, but {lack}.", $"Use a shared part that has “{part}”, or write it here.");
        }
    }

    private IEnumerable<Phase> Before(Phase phase) => programme.Phases.TakeWhile(other => !ReferenceEquals(other, phase));

    private string PathTo(Phase phase) => Path([.. Before(phase), phase]);

    private static string Path(IReadOnlyList<Phase> phases) => string.Join(" → ", phases.Select(phase => $"“{phase.Title}”"));
}
