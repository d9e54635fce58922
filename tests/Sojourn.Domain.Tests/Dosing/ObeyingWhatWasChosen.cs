using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>What the person chose before the day binds those who treat them.</summary>
public sealed class ObeyingWhatWasChosen
{
    private static readonly Override Reasoned = new(Rules.Farrow, "It would help.");

    [Fact] // PREP-14
    public void A_person_who_chose_no_second_dose_gets_none_and_no_reason_lifts_it()
    {
        var room = Given(SecondDoseChoice.No);
        var refused = room.When(Room.Gives(20, 10m, Chose(SecondDoseChoice.No)) with { Override = Reasoned }).ThenRefused("dosing.no-second-dose");
        Assert.Contains("no second dose on the same day", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact] // PREP-14
    public void Up_to_the_plan_means_up_to_the_end_of_its_band_and_no_reason_lifts_it()
    {
        var room = Given(SecondDoseChoice.WithinPlan);
        Assert.Equal(14m, room.When(Room.Gives(20, 14m, Chose(SecondDoseChoice.WithinPlan))).Only<Event.DoseGiven>().Milligrams.Value);
        var refused = room.When(Room.Gives(20, 14.1m, Chose(SecondDoseChoice.WithinPlan)) with { Override = Reasoned }).ThenRefused("dosing.above-chosen-ceiling");
        Assert.Contains("ends at 34 mg", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact] // PREP-14
    public void Up_to_the_plan_is_by_the_route_of_the_first_dose()
    {
        var facts = Chose(SecondDoseChoice.WithinPlan) with { Dosing = Rules.Iv };
        Given(SecondDoseChoice.WithinPlan).When(Room.Infuses(20, 14m, 40, facts)).ThenRefused("dosing.second-dose-by-another-route");
    }

    [Theory] // PREP-14
    [InlineData(SecondDoseChoice.No)]
    [InlineData(SecondDoseChoice.WithinPlan)]
    public void The_first_dose_is_not_a_second_one(SecondDoseChoice chosen) =>
        Assert.Equal(40m, Room.GatePassed.When(Room.Gives(0, 40m, Chose(chosen)) with { Override = Reasoned }).Only<Event.DoseGiven>().Milligrams.Value);

    [Fact] // PREP-14
    public void What_was_not_said_is_neither_a_yes_nor_a_no() =>
        Assert.NotNull(Given(null).When(Room.Gives(20, 40m, Chose(null)) with { Override = Reasoned }).Only<Event.DoseGiven>());

    [Theory] // PREP-15
    [InlineData(MomentKind.SoundRecording, null, false)]
    [InlineData(MomentKind.SoundRecording, RecordingChoice.No, false)]
    [InlineData(MomentKind.SoundRecording, RecordingChoice.Sound, true)]
    [InlineData(MomentKind.SoundRecording, RecordingChoice.Video, true)]
    [InlineData(MomentKind.VideoRecording, null, false)]
    [InlineData(MomentKind.VideoRecording, RecordingChoice.No, false)]
    [InlineData(MomentKind.VideoRecording, RecordingChoice.Sound, false)]
    [InlineData(MomentKind.VideoRecording, RecordingChoice.Video, true)]
    [InlineData(MomentKind.Touch, RecordingChoice.No, true)]
    public void Nothing_is_recorded_that_was_not_agreed_beforehand(MomentKind kind, RecordingChoice? chosen, bool taken)
    {
        var room = Room.Dosed.When(new Command.NoteMoment(Room.At(1), Room.NewId(), Room.At(1), kind, "", chosen));
        if (taken)
        {
            Assert.Equal(kind, room.Only<Event.MomentNoted>().Kind);
        }
        else
        {
            room.ThenRefused("moment.no-recording");
        }
    }

    /// <summary>20 mg into a muscle at minute 0, fresh vitals at minute 15; 68 kg, of which the psycholytic band ends at 34 mg.</summary>
    private static Room Given(SecondDoseChoice? chosen) => Room.GatePassed.Does(Room.Gives(0, 20m, Chose(chosen))).Takes(15, Room.Calm);

    private static DoseFacts Chose(SecondDoseChoice? chosen) => Rules.ImDose with { Aim = DoseBandName.Psycholytic, SecondDose = chosen };
}
