using System.Collections.Immutable;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

/// <summary>Given what happened, when this is asked, then that is so.</summary>
internal sealed record Story(Person.State State, Decision<Person.Event>? Answer = null)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.FromHours(-8));

    public static readonly Demographics Ana = new(
        new PersonName("Ana Lucía", "Ruiz", "Lucha"),
        new DateOnly(1985, 7, 14),
        Sex.Female,
        "she/her",
        [new Identifier(Identifier.ClinicRecordNumber, "MRN-1")],
        new Contacts("+1 206 555 0102", "ana@example.test"),
        "es",
        null,
        null);

    public static Story Given(params ImmutableArray<Person.Event> events) => new(events.Aggregate(Person.Initial, Person.Evolve));

    public static Story GivenAna(params ImmutableArray<Person.Event> events) => Given([new Person.Event.Registered(Ana), .. events]);

    public static FactId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public Story When(Person.Command command) => this with { Answer = Person.Decide(command, State) };

    public Story Then(params Person.Event[] expected)
    {
        Assert.Equal(expected, Events);
        return this;
    }

    public Refusal ThenRefused(string code) => Assert.Single(Refused, refusal => refusal.Code == code);

    public IReadOnlyList<Refusal> Refused => Assert.IsType<Decision<Person.Event>.Refused>(Answer).Reasons;

    public IReadOnlyList<Person.Event> Events => Answer is Decision<Person.Event>.Refused refused
        ? throw new Xunit.Sdk.XunitException("Refused: " + string.Join(" ", refused.Reasons.Select(reason => reason.Sentence)))
        : Assert.IsType<Decision<Person.Event>.Accepted>(Answer).Events;

    /// <summary>What happened goes on from here.</summary>
    public Story And() => new(Events.Aggregate(State, Person.Evolve));

    public Person.State.Known Known => Assert.IsType<Person.State.Known>(State);
}
