using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Plans;

public static partial class Plan
{
    private static Decision<Event> Agree(Command.Agree agree, State state)
    {
        if (VersionRead(agree.Version, state) is { } reason)
        {
            return Refuse([reason]);
        }

        var version = state.Versions[agree.Version];
        var reasons = WhyNot(agree, version).ToList();
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        if (version.Agreed.Contains(agree.Party))
        {
            return Accept<Event>();
        }

        var agreed = new Event.Agreed(agree.Version, agree.Party, agree.Staff, agree.Signed?.TypedName);
        return version.Missing.Remove(agree.Party).IsEmpty && agree.AllMeasured ? Accept<Event>(agreed, new Event.Activated(agree.Version)) : agreed;
    }

    /// <summary>A plan that all have agreed to waits for the questionnaires asked before the course, and for nobody's second agreement.</summary>
    private static Decision<Event> ComeIntoForce(State state) =>
        state.Latest > 0 && state.Active != state.Latest && state.Versions[state.Latest].Missing.IsEmpty ? new Event.Activated(state.Latest) : Accept<Event>();

    /// <summary>Only the last version can be agreed to: an earlier one has been overtaken, a later one has not been read.</summary>
    private static Refusal? VersionRead(int number, State state) =>
        state.Latest == 0 ? new("plan.none-yet", "There is no plan yet to agree to. Propose a version first.")
        : number == state.Latest ? null
        : state.Versions.ContainsKey(number) ? new("plan.superseded", $"Version {number} has been replaced by version {state.Latest}. Read that one, then agree to it.")
        : new("plan.no-such-version", $"There is no version {number} of this plan.");

    private static IEnumerable<Refusal> WhyNot(Command.Agree agree, Version version)
    {
        if (!version.AgreementOf.Contains(agree.Party))
        {
            yield return new("plan.not-asked", $"This programme does not ask {Parties.Words(agree.Party)} to agree to the plan.");
        }

        if (agree.UnderMedicine.Holds)
        {
            yield return agree.UnderMedicine.Refuse("plan.under-medicine", "Nothing can be agreed");
        }

        if (agree.Party == Party.Patient)
        {
            if (agree.Signed is not { } signed || !Signature.Matches(signed.TypedName, signed.Name))
            {
                yield return new("plan.name-differs", "The name typed is not the patient's name as we have it. Type first and last name.", Field: "typed-name");
            }
        }
        else if (agree.Staff is null || agree.Staff != version.Named(agree.Party))
        {
            yield return new("plan.not-in-team", $"This version names somebody else as {Word(agree.Party)}. They agree to it, or a new version names you.");
        }
    }

    /// <summary>A no is heard at any time, under medicine as well. Taken back from the version in force, nothing is in force.</summary>
    private static Decision<Event> Withdraw(Command.WithdrawAgreement withdraw, State state)
    {
        if (!state.Versions.TryGetValue(withdraw.Version, out var version) || !version.Agreed.Contains(withdraw.Party))
        {
            return Refuse("plan.not-agreed", $"There is no agreement of {Parties.Words(withdraw.Party)} to version {withdraw.Version} to take back.");
        }

        if (withdraw.Party != Party.Patient && withdraw.Staff != version.Named(withdraw.Party))
        {
            return Refuse("plan.not-in-team", $"Only the {Word(withdraw.Party)} named in the plan can take this agreement back.");
        }

        return withdraw.Party != Party.Patient && !Said(withdraw.Reason)
            ? RefuseAt("plan.no-reason", "Write in a few words why you take it back.", "reason")
            : new Event.AgreementWithdrawn(withdraw.Version, withdraw.Party, withdraw.Reason);
    }

    private static string Word(Party party) => party.ToString().ToLowerInvariant();
}
