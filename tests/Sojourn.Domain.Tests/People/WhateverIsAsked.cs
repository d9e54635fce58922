using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

/// <summary>A thousand histories of random commands, as a tired front desk and three exporting hospitals might produce them.</summary>
public sealed class WhateverIsAsked
{
    private static readonly Gen<Fact> Facts = Gen.OneOf(
        from term in Gen.Elements("Depression", "Asthma", "")
        from onset in Gen.Elements<PartialDate?>(null, new(2019), new(1960), new(2030))
        from status in Gen.Elements(Enum.GetValues<ConditionStatus>())
        select (Fact)new Condition(term, null, null, onset, null, status),
        from name in Gen.Elements("Sertraline", "Lamotrigine", " ")
        from dose in Gen.Elements<string?>(null, "50 mg", "100 mg")
        select (Fact)new Medicine(name, null, dose, null, null, null, MedicineStatus.Current),
        from substance in Gen.Elements("Latex", "Penicillin")
        from status in Gen.Elements(Enum.GetValues<AllergyStatus>())
        select (Fact)new Allergy(substance, null, null, AllergySeverity.NotStated, status),
        from kind in Gen.Elements(Enum.GetValues<VitalKind>())
        from value in Gen.Choose(-5, 400)
        from hours in Gen.Choose(-3, 500_000)
        select (Fact)new Vital(kind, value, null, Story.Now.AddHours(-hours), "clinic"));

    private static readonly Gen<FactId> Ids = Gen.Choose(1, 6).Select(Story.Id);

    private static readonly Gen<Demographics> People =
        from family in Gen.Elements("Ruiz", "Ruiz Ortega", "")
        from year in Gen.Choose(1890, 2030)
        from phone in Gen.Elements<string?>(null, "206 555 0102", "none")
        from pronouns in Gen.Elements<string?>(null, "they/them")
        select Story.Ana with { Name = new PersonName("Ana", family), BirthDate = new DateOnly(year, 7, 14), Contacts = new Contacts(phone), Pronouns = pronouns };

    private static readonly Gen<Person.Command> Commands = Gen.OneOf(
        People.Select(details => (Person.Command)new Person.Command.Register(Story.Now, details, Person.Likeness.Nobody)),
        People.Select(details => (Person.Command)new Person.Command.CorrectDetails(Story.Now, details, "slip", Person.Likeness.Nobody)),
        Gen.Constant((Person.Command)new Person.Command.StateNoKnownAllergies(Story.Now)),
        Gen.Constant((Person.Command)new Person.Command.RecordDeath(Story.Now, null)),
        from id in Ids from fact in Facts select (Person.Command)new Person.Command.Record(Story.Now, id, fact),
        from id in Ids from fact in Facts select (Person.Command)new Person.Command.Amend(Story.Now, id, fact, "slip"),
        Ids.Select(id => (Person.Command)new Person.Command.EnterInError(Story.Now, id, "slip")),
        from details in People
        from facts in Facts.ListOf()
        from struck in Gen.Choose(1, 9)
        select (Person.Command)Import(details, facts, struck));

    private static readonly Arbitrary<IReadOnlyList<Person.Command>> Histories = Arb.From(Commands.ListOf().Select(list => (IReadOnlyList<Person.Command>)[.. list]));

    [Fact]
    public void No_command_throws_and_every_fact_on_record_was_believed() =>
        Always(history =>
        {
            var state = Live(history);
            return state is not Person.State.Known known
                || (!Person.DetailsAreSound(known.Details, Story.Now).Any()
                    && known.Facts.Values.All(held => held.Fact is Vital || !Person.FactIsSound(held.Fact, known.Details with { BirthDate = new DateOnly(1950, 1, 1) }, Story.Now)
                        .Any(reason => reason.Field is "term" or "name" or "substance")));
        });

    [Fact]
    public void An_import_read_again_changes_nothing() =>
        Always(history =>
        {
            var state = Live(history);
            foreach (var import in history.OfType<Person.Command.Import>())
            {
                if (Person.Decide(import, state) is Decision<Person.Event>.Accepted first)
                {
                    var after = first.Events.Aggregate(state, Person.Evolve);
                    if (Person.Decide(import, after) is not Decision<Person.Event>.Accepted { Events.Count: 0 })
                    {
                        return false;
                    }
                }
            }

            return true;
        });

    [Fact]
    public void Nothing_is_ever_forgotten() =>
        Always(history =>
        {
            var state = Person.Initial;
            foreach (var command in history)
            {
                var before = (state as Person.State.Known)?.Facts ?? ImmutableDictionary<FactId, Person.Held>.Empty;
                state = Step(state, command);
                if (state is Person.State.Known known && before.Any(held => !known.Facts.ContainsKey(held.Key) || (held.Value.InError && !known.Facts[held.Key].InError)))
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void No_known_allergies_never_stands_beside_an_active_allergy() =>
        Always(history =>
            Live(history) is not Person.State.Known { NoKnownAllergies: true } known
            || !known.Facts.Values.Any(held => held is { InError: false, Fact: Allergy { Status: AllergyStatus.Active } }));

    [Fact]
    public void A_refusal_gives_reasons_with_a_sentence_and_a_code() =>
        Always(history =>
            history.All(command => Person.Decide(command, Live(history)) is not Decision<Person.Event>.Refused refused
                || (refused.Reasons.Count > 0 && refused.Reasons.All(reason => reason.Code.StartsWith("people.", StringComparison.Ordinal) && reason.Sentence.EndsWith('.')))));

    private static void Always(Func<IReadOnlyList<Person.Command>, bool> holds) =>
        Prop.ForAll(Histories, history => holds(history)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    private static Person.State Live(IEnumerable<Person.Command> history) => history.Aggregate(Person.Initial, Step);

    private static Person.State Step(Person.State state, Person.Command command) =>
        Person.Decide(command, state) is Decision<Person.Event>.Accepted accepted ? accepted.Events.Aggregate(state, Person.Evolve) : state;

    private static Person.Command.Import Import(Demographics details, IEnumerable<Fact> facts, int struck)
    {
        var entries = facts.Select((fact, index) => new Person.ImportedFact(Story.Id(50 + index), $"{fact.GetType().Name}/{index}", fact)).ToList();
        return new Person.Command.Import(
            Story.Now, "f.json", "hash", "Patient/1", details, null, Died: false, NoKnownAllergies: struck % 2 == 0, entries, [$"Allergy/{struck}"], Person.Likeness.Nobody);
    }
}
