using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Publishing;

/// <summary>The versions of one programme: a draft, who stands for it, what is in use, and a pilot's way to real people.</summary>
public static partial class ProgrammeVersions
{
    /// <summary>Most patients that a pilot may be opened for.</summary>
    public const int MostOfPilot = 10_000;

    /// <summary>The therapy lead, the medical lead and a manager; a version is published when all three have read the same text.</summary>
    public static IReadOnlyList<string> Approvers { get; } = [Roles.Therapist, Roles.Prescriber, Roles.Manager];

    /// <summary>The two who let real people into a pilot.</summary>
    public static IReadOnlyList<string> PilotOpeners { get; } = [Roles.Manager, Roles.Prescriber];

    /// <summary>Names a text, so that an approval is of what was read.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static Decision<Event> Decide(Command command, State state) => command switch
    {
        Command.SaveDraft c => c.Text.ReplaceLineEndings("\n") is var text && text == state.Draft ? Accept<Event>() : new Event.DraftSaved(c.Programme, text),
        Command.DropDraft => state.Draft is null ? NoDraft() : new Event.DraftDropped(),
        Command.NameLeads c => NameLeads(c, state),
        Command.Approve c => Approve(c, state),
        Command.Try c => new Event.Tried(c.Version, c.Patients, c.Seed, c.Found),
        Command.AgreeToPilot c => AgreeToPilot(c, state),
        Command.Withdraw c => Withdraw(c, state),
        _ => Refuse("programme.not-now", "This cannot be done to the programme as it stands."),
    };

    private static Decision<Event> Approve(Command.Approve approve, State state)
    {
        if (state.Draft is not { } draft)
        {
            return NoDraft();
        }

        if (HashOf(draft) != approve.Read)
        {
            return Refuse("programme.changed-since", "The draft was changed after you opened it. Read it again, then approve it.");
        }

        var found = approve.Checked;
        if (found.Faults > 0)
        {
            return Refuse("programme.faults", $"{Counted(found.Faults, "fault is", "faults are")} left in the draft. Mend what stands beside it first.");
        }

        if (found.Version <= found.InUse)
        {
            return Refuse("programme.same-version", $"Version {found.InUse} is there already. Write “version: {found.InUse + 1}” in the draft.");
        }

        if (found.GivesMedicine && (state.TherapyLead is null || state.MedicalLead is null))
        {
            return Refuse(
                "programme.no-leads",
                "A programme that gives medicine is led by a therapist and a prescriber together. Name both first.",
                new Remedy("Name who leads it", $"programmes/{state.Programme}#leads"));
        }

        if (LeadAs(approve.As, state) is { } lead && lead != approve.By)
        {
            return Refuse("programme.not-its-lead", $"As {approve.As}, only the one who leads this programme approves it.");
        }

        if (!Approvers.Contains(approve.As, StringComparer.Ordinal))
        {
            return Refuse("programme.not-an-approver", "A therapist, a prescriber and a manager approve it.");
        }

        if (state.Approvals.Any(word => word.As == approve.As))
        {
            return Refuse("programme.approved-already", $"A {approve.As} has approved this text already.");
        }

        if (state.Approvals.Count == Approvers.Count - 1 && state.Approvals.All(word => word.By == approve.By))
        {
            return Refuse("programme.one-person", "One person cannot stand for all three. Ask somebody else to read it and approve it.");
        }

        var approved = new Event.Approved(approve.As, approve.By, approve.Read);
        return state.Approvals.Count < Approvers.Count - 1
            ? approved
            : Accept<Event>(approved, new Event.Published(state.Programme!, found.Version, found.Title, draft, found.Beside));
    }

    private static StaffId? LeadAs(string role, State state) => role switch
    {
        Roles.Therapist => state.TherapyLead,
        Roles.Prescriber => state.MedicalLead,
        _ => null,
    };

    private static Decision<Event> NameLeads(Command.NameLeads name, State state)
    {
        const string Together = "A programme that gives medicine is led by a therapist and a prescriber together.";
        var reasons = new List<Refusal>();
        if (name is { GivesMedicine: true, Therapy: null })
        {
            reasons.Add(new("programme.no-therapy-lead", $"{Together} Choose the therapist.", Field: "therapist"));
        }

        if (name is { GivesMedicine: true, Medical: null })
        {
            reasons.Add(new("programme.no-medical-lead", $"{Together} Choose the prescriber.", Field: "prescriber"));
        }

        return reasons.Count > 0 ? Refuse(reasons)
            : name.Therapy == state.TherapyLead && name.Medical == state.MedicalLead ? Accept<Event>()
            : new Event.LeadsNamed(name.Programme, name.Therapy, name.Medical);
    }

    private static Decision<Event> AgreeToPilot(Command.AgreeToPilot agree, State state)
    {
        if (!agree.IsPilot)
        {
            return Refuse("programme.no-pilot", "This version is no pilot; whoever is suitable may begin it.");
        }

        if (!state.Tried.Contains(agree.Version))
        {
            return Refuse("programme.not-tried", "Try it on invented patients first and look at what comes of it.", new Remedy("Try it", $"programmes/{state.Programme}/what-if"));
        }

        if (agree.Cap is < 1 or > MostOfPilot)
        {
            return Refuse([new("programme.cap", string.Create(CultureInfo.InvariantCulture, $"Write how many people at most, from 1 to {MostOfPilot:N0}."), Field: "cap")]);
        }

        if (state.Caps.GetValueOrDefault(agree.Version) == agree.Cap)
        {
            return Refuse([new("programme.open-already", $"It is open for {agree.Cap} people already.", Field: "cap")]);
        }

        var other = state.Pilots.GetValueOrDefault(agree.Version, []).FirstOrDefault(word => word.As != agree.As);
        if (other?.By == agree.By)
        {
            return Refuse("programme.pilot-one-person", "A manager and a prescriber open a pilot, two people. Ask the other one.");
        }

        var agreed = new Event.PilotAgreed(agree.Version, agree.As, agree.By, agree.Cap);
        return other is not null && other.Cap == agree.Cap ? Accept<Event>(agreed, new Event.PilotOpened(agree.Version, agree.Cap)) : agreed;
    }

    private static Decision<Event> Withdraw(Command.Withdraw withdraw, State state)
    {
        if (state.Withdrawn.Contains(withdraw.Version))
        {
            return Refuse("programme.withdrawn-already", $"Version {withdraw.Version} has been withdrawn already.");
        }

        return string.IsNullOrWhiteSpace(withdraw.Why)
            ? Refuse([new("programme.no-reason", "Write in a few words why.", Field: "why")])
            : new Event.Withdrawn(withdraw.Version, withdraw.Why.Trim());
    }

    private static Decision<Event> NoDraft() => Refuse("programme.no-draft", "Nothing is being changed. Begin a draft first.");

    private static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many}");
}
