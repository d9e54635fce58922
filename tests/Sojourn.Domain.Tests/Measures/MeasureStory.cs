using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Domain.Tests.Measures;

/// <summary>Given what happened, when this is asked, then that is so.</summary>
internal sealed record MeasureStory(Measure.State State, Decision<Measure.Event>? Answer = null)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Ana = new(new Guid(1, 0, 0, new byte[8]));
    public static readonly Owner Nurse = Owner.Whoever("nurse");

    public static Measure.Command.Assign Asking(Instrument instrument) =>
        new(Now, Ana, null, instrument, "Before your session", null, Now, Now.AddHours(24), Now.AddDays(3), Nurse, 24);

    public static MeasureStory Given(params Measure.Event[] events) => new(events.Aggregate(Measure.State.Initial, Measure.Evolve));

    public static MeasureStory GivenOpen(Instrument instrument) => Given().When(Asking(instrument)).And();

    public MeasureStory Answered(Instrument instrument, params decimal?[] values) =>
        values.Select((value, index) => (value, index)).Aggregate(this, (story, answer) =>
            story.When(new Measure.Command.Answer(Now.AddMinutes(1), instrument, instrument.Items[answer.index].Id, answer.value)).And());

    public MeasureStory When(Measure.Command command) => this with { Answer = Measure.Decide(command, State) };

    public T Then<T>()
        where T : Measure.Event => Assert.IsType<T>(Assert.Single(Events));

    public void ThenNothing() => Assert.Empty(Events);

    public void ThenRefused(params string[] codes) =>
        Assert.Equal(codes, Assert.IsType<Decision<Measure.Event>.Refused>(Answer).Reasons.Select(reason => reason.Code));

    public IReadOnlyList<Refusal> Reasons => Assert.IsType<Decision<Measure.Event>.Refused>(Answer).Reasons;

    public IReadOnlyList<Measure.Event> Events => Answer is Decision<Measure.Event>.Refused refused
        ? throw new Xunit.Sdk.XunitException("Refused: " + string.Join(" ", refused.Reasons.Select(reason => reason.Sentence)))
        : Assert.IsType<Decision<Measure.Event>.Accepted>(Answer).Events;

    public MeasureStory And() => new(Events.Aggregate(State, Measure.Evolve));
}
