using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Consents.Consent;

namespace Sojourn.Domain.Tests.Consents;

public sealed class WhateverIsAskedOfAConsent
{
    private static readonly Gen<Command> Commands = Gen.Frequency(
        (3, from document in Gen.Elements("treatment", "registry")
            from version in Gen.Choose(1, 3)
            from read in Gen.Choose(1, 3)
            from under in Gen.Elements(false, false, true)
            select (Command)(ConsentStory.Give with
            {
                Text = new TextInForce(document, version, $"h{version}", 1, SaysNotACure: true),
                VersionRead = read,
                Sha256Read = $"h{read}",
                UnderMedicine = new(under),
            })),
        (1, Gen.Elements("treatment", "registry").Select(document => (Command)new Command.Withdraw(document, null))));

    private static readonly Arbitrary<IReadOnlyList<Command>> Histories = Arb.From(Commands.ListOf(20).Select(list => (IReadOnlyList<Command>)[.. list]));

    [Fact] // CONS-7
    public void A_withdrawn_consent_is_never_current() =>
        Prop.ForAll(Histories, history =>
        {
            var state = State.Initial;
            var holds = true;
            foreach (var command in history)
            {
                state = Step(state, command);
                holds &= command is not Command.Withdraw withdraw || !Enumerable.Range(1, 3).Any(v => state.IsCurrent(withdraw.Document, v, $"h{v}"));
            }

            return holds;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    [Fact] // CONS-1
    public void Only_the_version_last_signed_is_current_and_nothing_signed_under_medicine_is() =>
        Prop.ForAll(Histories, history =>
        {
            var (state, signed) = (State.Initial, new Dictionary<string, int?>(StringComparer.Ordinal));
            foreach (var command in history)
            {
                state = Step(state, command);
                switch (command)
                {
                    case Command.Give { UnderMedicine.Holds: false } give when give.VersionRead == give.Text.Version:
                        signed[give.Text.Document] = give.Text.Version;
                        break;
                    case Command.Withdraw withdraw:
                        signed[withdraw.Document] = null;
                        break;
                }
            }

            return new[] { "treatment", "registry" }.All(document =>
                Enumerable.Range(1, 3).All(v => state.IsCurrent(document, v, $"h{v}") == (signed.GetValueOrDefault(document) == v)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    private static State Step(State state, Command command) =>
        Decide(command, state) is Decision<Event>.Accepted accepted ? accepted.Events.Aggregate(state, Evolve) : state;
}
