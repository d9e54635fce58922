using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>During: what was seen and said, symptoms, depth, talking and quiet.</summary>
public static partial class MedicineSession
{
    private static Decision<Event> NoteMoment(Command.NoteMoment note, State state)
    {
        var reasons = TimeIsWrong(note.HappenedAt, note.At, state).ToList();
        if (note.Kind is MomentKind.Note or MomentKind.Said or MomentKind.OtherMedicine or MomentKind.Tension or MomentKind.Release && string.IsNullOrWhiteSpace(note.Words))
        {
            reasons.Add(new("moment.no-words", "Write a few words.", Field: "words"));
        }

        if (note.Kind == MomentKind.Debrief && string.IsNullOrWhiteSpace(note.Words))
        {
            reasons.Add(new("moment.no-debrief", "Write what they said, or say why there is no debrief: not wanted, not able, or moved to integration.", Field: "words"));
        }

        reasons.AddRange(ChosenBeforehand.Recording(note.Kind, note.Recording));
        return reasons.Count > 0 ? Refuse(reasons) : new Event.MomentNoted(note.Id, note.HappenedAt, note.Kind, note.Words.Trim());
    }

    private static Decision<Event> AmendMoment(Command.AmendMoment amend, State state)
    {
        if (!state.Moments.TryGetValue(amend.Id, out var was))
        {
            return Refuse("dosing.unknown-entry", "There is no such moment in this session.");
        }

        var reasons = NoReason(amend.Why).ToList();
        return reasons.Count > 0 ? Refuse(reasons)
            : amend.Words.Trim() == was ? Accept<Event>()
            : new Event.EntryAmended(amend.Id, EntryKind.Moment, [new Change("words", was, amend.Words.Trim())], amend.Why.Trim());
    }

    private static Decision<Event> NoteSymptom(Command.NoteSymptom note, State state)
    {
        var reasons = TimeIsWrong(note.HappenedAt, note.At, state).ToList();
        if (string.IsNullOrWhiteSpace(note.Term))
        {
            reasons.Add(new("symptom.no-term", "Say what it is: choose one, or write a word.", Field: "term"));
        }

        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var sign = SessionFacts.Signs.ContainsKey(note.Term) ? note.Term : null;
        var term = sign is null ? note.Term.Trim() : SessionFacts.Signs[sign];
        var noted = new Event.SymptomNoted(note.Id, note.HappenedAt, term, sign, note.Severity, Said(note.Action), note.Outcome, note.By);
        return Accept<Event>([noted, .. Raised(Evolve(state, noted), note.Id, note.Facts)]);
    }

    private static Decision<Event> EndSymptom(Command.EndSymptom end, State state) =>
        state.Symptoms.FirstOrDefault(symptom => symptom.Id == end.Symptom) switch
        {
            null => Refuse("dosing.unknown-entry", "There is no such symptom in this session."),
            { EndedAt: not null } => Accept<Event>(),
            { } symptom when end.EndedAt < symptom.HappenedAt => Refuse("symptom.ends-before-it-begins", "The end is earlier than the beginning."),
            _ when NotNow(end.EndedAt, end.At) is { } wrong => wrong,
            _ => new Event.SymptomEnded(end.Symptom, end.EndedAt),
        };

    private static Decision<Event> MarkDepth(Command.MarkDepth mark, State state)
    {
        var reasons = TimeIsWrong(mark.HappenedAt, mark.At, state).ToList();
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var marked = new Event.DepthMarked(mark.Id, mark.HappenedAt, mark.Depth, mark.By);
        return Accept<Event>([marked, .. Raised(Evolve(state, marked), mark.Id, mark.Facts)]);
    }

    private static Decision<Event> ChangeVoice(Command.ChangeVoice change, State state) =>
        TimeIsWrong(change.HappenedAt, change.At, state).ToList() is { Count: > 0 } reasons ? Refuse(reasons) : new Event.VoiceChanged(change.HappenedAt, change.Voice);

    /// <summary>What is sent at once has not waited; a clock that differs by a little is none.</summary>
    private static Decision<Event> NoteWaiting(Command.NoteWaiting note) =>
        note.At - note.TappedAt <= ClockMayBeAhead ? Accept<Event>() : new Event.EntryWaited(note.Entry, note.TappedAt, Said(note.Device));

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
