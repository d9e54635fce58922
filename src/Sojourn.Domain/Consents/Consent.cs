using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Consents;

/// <summary>What the patient has consented to in one course: which text, in which version, read in full, in their own name, and free to take back at any time.</summary>
public static partial class Consent
{
    public static Decision<Event> Decide(Command command, State state) => command switch
    {
        Command.Give give => Give(give, state),
        Command.Withdraw withdraw => Withdraw(withdraw, state),
        _ => Refuse("consent.not-now", "This cannot be done to the consent as it stands."),
    };

    private static Decision<Event> Give(Command.Give give, State state)
    {
        var reasons = WhyNot(give).ToList();
        return reasons.Count > 0 ? Refuse(reasons)
            : state.IsCurrent(give.Text.Document, give.Text.Version, give.Text.Sha256) ? Accept<Event>()
            : new Event.Given(give.Text.Document, give.Text.Version, give.Text.Sha256, give.TypedName.Trim(), give.TakenBy);
    }

    private static IEnumerable<Refusal> WhyNot(Command.Give give)
    {
        if (give.UnderMedicine.Holds)
        {
            yield return give.UnderMedicine.Refuse("consent.under-medicine", "Nothing can be signed");
        }

        if (!give.Text.SaysNotACure)
        {
            yield return new("consent.no-not-a-cure", "The text does not say that this treatment is not a cure, so it cannot be signed. The clinic must put that sentence back.");
        }

        if (give.VersionRead != give.Text.Version || give.Sha256Read != give.Text.Sha256)
        {
            yield return new("consent.text-changed", $"The text has changed since it was read; it is version {give.Text.Version} now. Read it again, then sign.");
        }

        var missed = Enumerable.Range(1, give.Text.Sections).Except(give.SectionsRead).ToList();
        foreach (var section in missed)
        {
            yield return new("consent.not-read", $"Section {section} is not ticked. Read it, and tick it when it is clear; ask us if it is not.", Field: $"read-{section}");
        }

        if (!Signature.Matches(give.TypedName, give.Name))
        {
            yield return new("consent.name-differs", "The name typed is not the patient's name as we have it. Type first and last name.", Field: "typed-name");
        }
    }

    /// <summary>A no is heard at any time, for no reason, under medicine as well.</summary>
    private static Decision<Event> Withdraw(Command.Withdraw withdraw, State state) =>
        !state.Given.TryGetValue(withdraw.Document, out var given) ? Refuse("consent.not-given", "This text was not signed, so there is nothing to take back.")
        : given.Withdrawn ? Accept<Event>()
        : new Event.Withdrawn(withdraw.Document, given.Version, withdraw.Reason);
}
