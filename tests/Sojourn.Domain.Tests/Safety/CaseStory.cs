using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;

namespace Sojourn.Domain.Tests.Safety;

/// <summary>Given what happened, when this is asked, then that is so.</summary>
internal sealed record CaseStory(SafetyCase.State State, Decision<SafetyCase.Event>? Answer = null)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    public static readonly StaffId Noor = new(new Guid(7, 0, 0, new byte[8]));
    public static readonly Owner Therapist = Owner.Named(Noor);
    public static readonly Owner Lead = Owner.Whoever("prescriber");

    public static readonly SafetyCase.Command.Open Opening = new(
        Now,
        new PersonId(new Guid(1, 0, 0, new byte[8])),
        "Thoughts of being better off dead",
        ConcernLevel.Moderate,
        "Several days",
        "measure/1",
        Therapist,
        Lead,
        Now.AddMinutes(15),
        Now.AddHours(24),
        CrisisHelpShown: true);

    public static CaseStory Given() => new(SafetyCase.State.Initial);

    public static CaseStory GivenOpen() => Given().When(Opening).And();

    public CaseStory When(SafetyCase.Command command) => this with { Answer = SafetyCase.Decide(command, State) };

    public CaseStory Then(params SafetyCase.Event[] expected)
    {
        Assert.Equal(expected, Events);
        return this;
    }

    public void ThenRefused(params string[] codes) =>
        Assert.Equal(codes, Assert.IsType<Decision<SafetyCase.Event>.Refused>(Answer).Reasons.Select(reason => reason.Code));

    public IReadOnlyList<SafetyCase.Event> Events => Answer is Decision<SafetyCase.Event>.Refused refused
        ? throw new Xunit.Sdk.XunitException("Refused: " + string.Join(" ", refused.Reasons.Select(reason => reason.Sentence)))
        : Assert.IsType<Decision<SafetyCase.Event>.Accepted>(Answer).Events;

    public CaseStory And() => new(Events.Aggregate(State, SafetyCase.Evolve));
}
