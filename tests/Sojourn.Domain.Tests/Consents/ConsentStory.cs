using Sojourn.Domain.Consents;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Tests.Kernel;

namespace Sojourn.Domain.Tests.Consents;

/// <summary>A consent text of three sections, and Ana Ruiz who is asked to sign it.</summary>
internal static class ConsentStory
{
    public static readonly SigningName Ana = new("Ana", "Ruiz");

    public static readonly Consent.TextInForce Text = new("treatment", 2, "ab12", Sections: 3, SaysNotACure: true);

    public static readonly Consent.Command.Give Give = new(Text, 2, "ab12", [1, 2, 3], "Ana Ruiz", Ana, UnderMedicine: default, TakenBy: null);

    public static readonly Consent.Event.Given Signed = new("treatment", 2, "ab12", "Ana Ruiz", null);

    public static Scenario<Consent.Command, Consent.State, Consent.Event> Given(params IEnumerable<Consent.Event> events) =>
        new Scenario<Consent.Command, Consent.State, Consent.Event>(Consent.Decide, Consent.Evolve, Consent.State.Initial).Given(events);
}
