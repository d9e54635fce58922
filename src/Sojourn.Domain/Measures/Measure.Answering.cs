using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Measures;

public static partial class Measure
{
    private static Decision<Event> Answer(Command.Answer answer, State.Open open)
    {
        if (Barrier(open, answer.Instrument, answer.At) is { } barrier)
        {
            return Refuse([barrier]);
        }

        if (Scoring.CheckAnswer(answer.Instrument, answer.Item, answer.Value) is { } fault)
        {
            return Refuse([new("measures.not-an-answer", fault.Sentence, Field: fault.Where)]);
        }

        return open.Answers.TryGetValue(answer.Item, out var before) && before == answer.Value
            ? Accept<Event>()
            : new Event.Answered(answer.Item, answer.Value, Scoring.RaisedBy(answer.Instrument, open.Answers, answer.Item, answer.Value), answer.At);
    }

    private static Decision<Event> Finish(Command.Finish finish, State.Open open)
    {
        if (Barrier(open, finish.Instrument, finish.At) is { } barrier)
        {
            return Refuse([barrier]);
        }

        var unseen = Scoring.StillToAsk(finish.Instrument, open.Answers).Where(item => item.Required).ToList();
        if (unseen.Count > 0)
        {
            return Refuse([.. unseen.Select(item => new Refusal("measures.unanswered", $"Question {finish.Instrument.NumberOf(item)} has no answer yet: answer or skip it.", Field: item.Id))]);
        }

        var scored = Scoring.Score(finish.Instrument, open.Answers);
        return scored.Value is { } score
            ? Finished(score, null, finish.At, open)
            : Refuse([.. scored.Faults.Select(fault => new Refusal("measures.answers-contradict", fault.Sentence, Field: fault.Where))]);
    }

    private static Decision<Event> EnterTotal(Command.EnterTotal enter, State.Open open)
    {
        if (Barrier(open, enter.Instrument, enter.At) is { } barrier)
        {
            return Refuse([barrier]);
        }

        var reasons = new List<Refusal>();
        Want(reasons, !string.IsNullOrWhiteSpace(enter.From), "measures.no-origin", "Say where the total comes from, such as the clinic's licensed paper form.", "from");
        var scored = Scoring.OfTotal(enter.Instrument, enter.Total);
        reasons.AddRange(scored.Faults.Select(fault => new Refusal("measures.not-a-total", fault.Sentence, Field: fault.Where)));
        return reasons.Count > 0 ? Refuse(reasons) : Finished(scored.Value!, enter.From.Trim(), enter.At, open);
    }

    private static Event.Finished Finished(Score score, string? takenFrom, DateTimeOffset at, State.Open open) => new(
        score.Total,
        score.WhyNoTotal,
        score.Band,
        score.Prorated,
        score.Flags,
        score.Parts,
        score.Missing,
        takenFrom,
        at,
        at.AddHours(open.ReadWithinHours));

    private static Refusal? Barrier(State.Open open, Instrument instrument, DateTimeOffset at) =>
        instrument.Id != open.Instrument ? new("measures.another-instrument", $"These questions are those of {instrument.Title}, which was not asked here.")
        : instrument.Version != open.Version ? new("measures.changed-since", "The questions have been changed since they were sent. Ask the clinic to send them again.")
        : at < open.OpensAt ? new("measures.not-open-yet", "This questionnaire is not open yet.")
        : at >= open.ClosesAt ? new("measures.closed", "This questionnaire is closed. Ask the clinic to send it again if it still matters.")
        : null;
}
