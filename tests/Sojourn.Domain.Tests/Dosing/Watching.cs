using Sojourn.Domain.Dosing;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-32 and DOSE-33.</summary>
public sealed class Watching
{
    [Fact]
    public void DOSE_32_Handing_over_leaves_no_gap()
    {
        var room = Dosed.Does(new Command.HandOver(At(20), Rules.Nair, Rules.Ellery, At(20), Rules.Team));
        Assert.Equal([Rules.Ellery], room.State.WatchingAt(At(20)));
        Assert.Equal([Rules.Nair], room.State.WatchingAt(At(19.9)));
        room.When(new Command.HandOver(At(21), Rules.Nair, Rules.Farrow, At(21), Rules.Team)).ThenRefused("presence.not-here");
        room.When(new Command.HandOver(At(21), Rules.Ellery, Rules.Ellery, At(21), Rules.Team)).ThenRefused("presence.same-person");
        room.When(new Command.HandOver(At(21), Rules.Ellery, Rules.Okafor, At(21), Rules.Team)).ThenRefused("presence.not-trained");
    }

    [Fact]
    public void DOSE_32_A_gap_stays_on_record_as_it_was()
    {
        var room = Dosed.Does(new Command.EndPresence(At(20), Rules.Nair, At(20))).Does(new Command.BeginPresence(At(26), Rules.Ellery, At(26), Rules.Team));
        Assert.Empty(room.State.WatchingAt(At(23)));
        Assert.Equal([(At(-30), (DateTimeOffset?)At(20)), (At(26), null)], room.State.Presence.Select(one => (one.From, one.To)));
        room.When(new Command.BeginPresence(At(30), Rules.Ellery, At(30), Rules.Team)).ThenRefused("presence.here-already");
    }

    [Fact]
    public void DOSE_33_Moments_symptoms_and_voice_are_noted_with_their_time()
    {
        Dosed.When(new Command.NoteMoment(At(10), NewId(), At(10), MomentKind.Said, " ")).ThenRefused("moment.no-words");
        var said = Dosed.When(new Command.NoteMoment(At(10), NewId(), At(9), MomentKind.Said, "Warm. Heavy hands."));
        Assert.Equal(At(9), said.Only<Event.MomentNoted>().HappenedAt);
        var id = said.Only<Event.MomentNoted>().Id;
        Assert.Equal(new Change("words", "Warm. Heavy hands.", "Warm. Heavy head."), said.And().When(new Command.AmendMoment(At(12), id, "Warm. Heavy head.", "Misheard.")).Only<Event.EntryAmended>().Changes[0]);
        Dosed.When(new Command.NoteMoment(At(40), NewId(), At(40), MomentKind.EffectsLessening, "")).Only<Event.MomentNoted>();
        Dosed.When(new Command.ChangeVoice(At(10), At(10), Voice.Quiet)).Only<Event.VoiceChanged>();
        var nausea = Dosed.When(new Command.NoteSymptom(At(10), NewId(), Rules.Nair, At(10), "nausea", Severity.Mild, "Ginger, side position", SymptomOutcome.Better, Rules.Watch)).Only<Event.SymptomNoted>();
        Assert.Equal(("nausea", null, "Ginger, side position"), (nausea.Term, nausea.Sign, nausea.Action));
        Dosed.When(new Command.NoteSymptom(At(10), NewId(), Rules.Nair, At(10), "", Severity.Mild, null, SymptomOutcome.Better, Rules.Watch)).ThenRefused("symptom.no-term");
    }
}
