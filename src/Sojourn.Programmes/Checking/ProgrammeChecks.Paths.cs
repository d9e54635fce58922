using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Compiling;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Checking;

/// <summary>No way through the programme may reach medicine without what must come before, or end without what must come after.</summary>
internal sealed partial class ProgrammeChecks
{
    private void Paths()
    {
        if (findings.IsClean("before-booking", "before-dose", "agreements", "consents", "preparation"))
        {
            foreach (var against in Claims.Of(programme).Select(claim => claim.Against).OfType<CounterExample>())
            {
                Add(against.Part, against.What, against.Mend);
            }
        }

        if (programme.Integration is null && findings.IsClean("integration"))
        {
            Add(programme, "It is not said when integration follows medicine.", "Write “integration:” with its session and hours.");
        }

        if (findings.IsClean("conditions") && programme.Conditions.Count == 0)
        {
            Add(programme, "The programme does not say which conditions it is for.", "Name them under “conditions”.");
        }

        Watched();
        if (findings.IsClean("alerts", "measures", "before-booking", "before-dose"))
        {
            Staffed();
        }
    }

    private SessionKind? KindOf(PhaseSessions booked) => programme.Session(booked.SessionId)?.Kind;

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
}
