using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using static Sojourn.Domain.Tests.Measures.MeasureStory;

namespace Sojourn.Domain.Tests.Measures;

public sealed class AnyOrderOfMeasureCommands
{
    private static readonly Gen<Measure.Command> Commands = Gen.OneOf(
        Gen.Constant<Measure.Command>(Asking(Invented.Mood)),
        from item in Gen.Choose(1, 5)
        from value in Gen.Choose(-1, 4)
        from hours in Gen.Choose(-1, 80)
        select (Measure.Command)new Measure.Command.Answer(Now.AddHours(hours), Invented.Mood, $"mood-{item}", value < 0 ? null : value),
        Gen.Choose(0, 80).Select(hours => (Measure.Command)new Measure.Command.Finish(Now.AddHours(hours), Invented.Mood)),
        Gen.Choose(0, 80).Select(hours => (Measure.Command)new Measure.Command.Lapse(Now.AddHours(hours))),
        Gen.Elements<Measure.Command>(
            new Measure.Command.Decline(Now, "no"),
            new Measure.Command.Decline(Now, ""),
            new Measure.Command.Read(Now),
            new Measure.Command.EnterTotal(Now, Invented.Mood, 7, "paper")));

    [Fact]
    public void Nothing_is_answered_after_the_end_and_every_worrying_answer_is_flagged() => Prop.ForAll(Commands.ListOf().ToArbitrary(), commands =>
    {
        var (state, told) = Run(commands);
        var ends = told.Count(e => e is Measure.Event.Finished or Measure.Event.Declined or Measure.Event.Lapsed);
        var end = told.FindIndex(e => e is Measure.Event.Finished or Measure.Event.Declined or Measure.Event.Lapsed);
        return ends <= 1
            && (end < 0 || told.Skip(end + 1).All(e => e is Measure.Event.Read))
            && WorryIsFlagged(told)
            && state is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refused_command_changes_nothing_and_says_why() => Prop.ForAll(Commands.ListOf().ToArbitrary(), Commands.ToArbitrary(), (before, command) =>
        Measure.Decide(command, Run(before).State) is not Decision<Measure.Event>.Refused refused || (refused.Reasons.Count > 0 && refused.Reasons.All(reason => reason.Sentence.EndsWith('.')))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_event_of_a_measure_is_folded() => Folding.EveryEvent(Measure.State.Initial, Measure.Evolve, Run(
    [
        Asking(Invented.Mood),
        .. Invented.Mood.Items.Select(item => new Measure.Command.Answer(Now, Invented.Mood, item.Id, 0)),
        new Measure.Command.Finish(Now, Invented.Mood),
        new Measure.Command.Read(Now),
    ]).Told.Concat(Run([Asking(Invented.Mood), new Measure.Command.Decline(Now, "no")]).Told).Concat(Run([Asking(Invented.Mood), new Measure.Command.Lapse(Now.AddDays(3))]).Told));

    private static bool WorryIsFlagged(List<Measure.Event> told)
    {
        var fourth = told.OfType<Measure.Event.Answered>().Where(e => e.Item == "mood-4").ToList();
        return fourth.Select((e, index) => (e, before: index == 0 ? null : fourth[index - 1].Value))
            .All(pair => (pair.e.Value >= 1 && !(pair.before >= 1)) == pair.e.Flags.Any());
    }

    private static (Measure.State State, List<Measure.Event> Told) Run(IEnumerable<Measure.Command> commands)
    {
        var told = new List<Measure.Event>();
        var state = Measure.State.Initial;
        foreach (var command in commands)
        {
            if (Measure.Decide(command, state) is Decision<Measure.Event>.Accepted accepted)
            {
                told.AddRange(accepted.Events);
                state = accepted.Events.Aggregate(state, Measure.Evolve);
            }
        }

        return (state, told);
    }
}
