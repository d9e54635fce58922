using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Clinic.Measures;

/// <summary>
/// Answers and, where one should worry somebody, the safety case, at one desk: both or neither. What worries is never lost to a rule about forms: an answer that
/// comes too late, or to questions changed since, still opens its case.
/// </summary>
public static class AnsweringAMeasure
{
    private static readonly string[] Barriers = ["measures.closed", "measures.changed-since", "measures.over"];

    /// <summary>One question; the last one finishes the questionnaire.</summary>
    /// <param name="value">Null for a skip.</param>
    public static void Answer(Desk desk, AssignmentId id, string item, decimal? value)
    {
        if (Asked(desk, id) is { } asked && WriteDown(desk, asked, item, value))
        {
            FinishWhenDone(desk, asked, id);
        }
    }

    /// <summary>
    /// A whole sheet at once, as staff write it down from paper or from what they asked aloud. A question that should have been asked and is not in it counts
    /// as not answered; one that the instrument itself leaves out is left out. An answer to such a one is kept all the same: no yes is ever silent.
    /// </summary>
    public static void AnswerAll(Desk desk, AssignmentId id, IReadOnlyDictionary<string, decimal?> answers)
    {
        if (Asked(desk, id) is not { } asked)
        {
            return;
        }

        var instrument = asked.Instrument;
        if (Scoring.Score(instrument, answers) is { IsGood: false } scored)
        {
            desk.Refuse(scored.Faults.Select(fault => new Refusal("measures.answers-contradict", fault.Sentence, Field: fault.Where)));
            return;
        }

        foreach (var item in instrument.Items.Where(item => IsToBeWritten(desk, id, instrument, item, answers)))
        {
            WriteDown(desk, asked, item.Id, answers.GetValueOrDefault(item.Id));
        }

        if (desk.Reasons.Count == 0)
        {
            FinishWhenDone(desk, asked, id);
        }
    }

    /// <summary>Asked of each item in turn: an answer may have ruled the next question out.</summary>
    private static bool IsToBeWritten(Desk desk, AssignmentId id, Instrument instrument, InstrumentItem item, IReadOnlyDictionary<string, decimal?> answers) =>
        desk.Reasons.Count == 0
        && (desk.State(MeasureSlice.Slice, id.Value) is not Measure.State.Open open
            || answers.GetValueOrDefault(item.Id) is not null
            || open.Answers.ContainsKey(item.Id)
            || Scoring.StillToAsk(instrument, open.Answers).Contains(item));

    private static bool WriteDown(Desk desk, AskedOf asked, string item, decimal? value)
    {
        var answer = new Measure.Command.Answer(desk.At, asked.Instrument, item, value);
        if (Worries(asked.Instrument, MeasureRecords.Given(desk.Records, asked.Id.Value), answer) is { Count: > 0 } worries)
        {
            Open(desk, asked, worries, Said(asked.Instrument, item, value));
            if (IsBarred(answer, desk.State(MeasureSlice.Slice, asked.Id.Value)))
            {
                return false;
            }
        }

        return desk.Do(MeasureSlice.Slice, asked.Id.Value, answer);
    }

    /// <summary>The total only, of an instrument whose wording the clinic holds elsewhere.</summary>
    public static void EnterTotal(Desk desk, AssignmentId id, decimal total, string from)
    {
        if (Asked(desk, id) is { } asked)
        {
            var known = KnownFlags(desk, id);
            if (desk.Do(MeasureSlice.Slice, id.Value, new Measure.Command.EnterTotal(desk.At, asked.Instrument, total, from)))
            {
                WorryAboutTheWhole(desk, asked, Scoring.OfTotal(asked.Instrument, total).Value, known, $"A total of {Text(total)} was entered.");
            }
        }
    }

    private static void FinishWhenDone(Desk desk, AskedOf asked, AssignmentId id)
    {
        if (desk.State(MeasureSlice.Slice, id.Value) is not Measure.State.Open open || Scoring.StillToAsk(asked.Instrument, open.Answers).Count > 0)
        {
            return;
        }

        // Answers that contradict each other are kept as they are; the page says which, and the questionnaire stays open.
        var known = KnownFlags(desk, id);
        if (Scoring.Score(asked.Instrument, open.Answers) is { IsGood: true, Value: { } score }
            && desk.Do(MeasureSlice.Slice, id.Value, new Measure.Command.Finish(desk.At, asked.Instrument)))
        {
            WorryAboutTheWhole(desk, asked, score, known, "Found when the questionnaire was finished.");
        }
    }

    /// <summary>Flags that only the whole can raise: risk questions left blank, totals. Those raised on the way have their case already.</summary>
    private static void WorryAboutTheWhole(Desk desk, AskedOf asked, Score? score, HashSet<string> known, string words)
    {
        var worries = score?.Flags.Where(flag => flag.Level == FlagLevel.Safety && !known.Contains(flag.Id)).ToList() ?? [];
        if (worries.Count > 0)
        {
            Open(desk, asked, worries, words);
        }
    }

    private static HashSet<string> KnownFlags(Desk desk, AssignmentId id) =>
        desk.Records.All<string>("select flag_id from measure_flag where measure_id = @id", new { id }).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<Flag> Worries(Instrument instrument, IReadOnlyDictionary<string, decimal?> before, Measure.Command.Answer answer) =>
        Scoring.CheckAnswer(instrument, answer.Item, answer.Value) is null ? Scoring.RaisedBy(instrument, before, answer.Item, answer.Value) : [];

    private static bool IsBarred(Measure.Command.Answer answer, Measure.State state) =>
        Measure.Decide(answer, state) is Decision<Measure.Event>.Refused refused && refused.Reasons.All(reason => Barriers.Contains(reason.Code));

    private static void Open(Desk desk, AskedOf asked, IReadOnlyList<Flag> flags, string words) => OpeningACase.About(desk, new(
        asked.Person,
        asked.Course,
        flags.Max(flag => flag.Concern ?? ConcernLevel.Moderate),
        $"{asked.Instrument.Title}: {string.Join(" ", flags.Select(flag => flag.Words).Distinct())}",
        words,
        asked.Source,
        HelpShown: desk.Sender.Actor.PersonId is not null));

    /// <summary>The question as it was asked, and the answer as it was given.</summary>
    private static string Said(Instrument instrument, string item, decimal? value)
    {
        var question = instrument.Item(item)!;
        var said = value is null ? "skipped" : question.Options.FirstOrDefault(option => option.Value == value)?.Label ?? Text(value.Value);
        return $"{question.Text ?? $"Question {instrument.NumberOf(question)}"} — {said}";
    }

    private static string Text(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The assignment with the questions of today's file; refuses where there is none.</summary>
    private static AskedOf? Asked(Desk desk, AssignmentId id)
    {
        if (MeasureRecords.One(desk.Records, id.Value) is not { } row)
        {
            desk.Refuse("measures.unknown", "There is no such questionnaire. Look at the person's page for those that are open.");
            return null;
        }

        if (desk.Instruments.Find(row.InstrumentId) is not { } instrument)
        {
            desk.Refuse("measures.no-instrument", "The clinic no longer has these questions. Ask the clinic for another form.");
            return null;
        }

        return new(row.Id, row.PersonId, row.CourseId, instrument);
    }

    private sealed record AskedOf(AssignmentId Id, PersonId Person, CourseId? Course, Instrument Instrument)
    {
        public string Source => $"measure/{Id.Value:D}";
    }
}
