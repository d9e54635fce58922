using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

public static partial class MedicineSession
{
    /// <summary>What is asked. <c>At</c> is the server's instant; <c>HappenedAt</c> is the observer's.</summary>
    public abstract record Command(DateTimeOffset At)
    {
        /// <param name="Holds">False takes the tick back.</param>
        public sealed record CheckGateItem(DateTimeOffset At, StaffId By, string Item, bool Holds, GateFacts Facts) : Command(At);

        /// <param name="LastKnown">From the record; null when there is none.</param>
        /// <param name="Again">The figure typed a second time, when it was asked for.</param>
        public sealed record Weigh(DateTimeOffset At, Kilograms Weight, Kilograms? LastKnown, Kilograms? Again) : Command(At);

        public sealed record PassGate(DateTimeOffset At, StaffId By, GateFacts Facts) : Command(At);

        public sealed record BeginPresence(DateTimeOffset At, StaffId Staff, DateTimeOffset From, IReadOnlyList<TeamMember> Team) : Command(At);

        public sealed record EndPresence(DateTimeOffset At, StaffId Staff, DateTimeOffset To) : Command(At);

        /// <summary>One leaves and another takes over in the same instant.</summary>
        public sealed record HandOver(DateTimeOffset At, StaffId From, StaffId To, DateTimeOffset HappenedAt, IReadOnlyList<TeamMember> Team) : Command(At);

        /// <param name="OverMinutes">For an infusion; null otherwise.</param>
        /// <param name="CheckedBy">The second person, who checked independently.</param>
        /// <param name="CheckConfirmed">That person typed their own PIN.</param>
        /// <param name="Again">The figure typed a second time, when it was asked for.</param>
        public sealed record GiveDose(
            DateTimeOffset At,
            EntryId Id,
            StaffId By,
            DateTimeOffset GivenAt,
            DoseRoute Route,
            Milligrams Milligrams,
            int? OverMinutes,
            StaffId? CheckedBy,
            Milligrams? Again,
            Override? Override,
            string? Note,
            DoseFacts Facts,
            bool CheckConfirmed = false) : Command(At);

        /// <param name="Minutes">How long it goes on at this rate.</param>
        public sealed record ChangeInfusion(
            DateTimeOffset At,
            StaffId By,
            DateTimeOffset HappenedAt,
            decimal MilligramsPerMinute,
            int Minutes,
            StaffId? CheckedBy,
            Override? Override,
            DoseFacts Facts,
            bool CheckConfirmed = false) : Command(At);

        public sealed record StopInfusion(DateTimeOffset At, DateTimeOffset HappenedAt, string? Why) : Command(At);

        public sealed record TakeVitals(DateTimeOffset At, EntryId Id, StaffId By, DateTimeOffset HappenedAt, Vitals Vitals, WatchFacts Facts) : Command(At);

        /// <param name="IsFinal">The device says that somebody verified it there.</param>
        public sealed record TakeDeviceVitals(DateTimeOffset At, EntryId Id, DeviceId Device, DateTimeOffset HappenedAt, Vitals Vitals, bool IsFinal, WatchFacts Facts) : Command(At);

        public sealed record ConfirmDeviceVitals(DateTimeOffset At, EntryId Id, StaffId By, WatchFacts Facts) : Command(At);

        public sealed record FlagArtefact(DateTimeOffset At, EntryId Id, StaffId By, string? Why) : Command(At);

        public sealed record MarkDepth(DateTimeOffset At, EntryId Id, StaffId By, DateTimeOffset HappenedAt, Depth Depth, WatchFacts Facts) : Command(At);

        /// <param name="Recording">What the person chose beforehand; null where they have not said.</param>
        public sealed record NoteMoment(DateTimeOffset At, EntryId Id, DateTimeOffset HappenedAt, MomentKind Kind, string Words, RecordingChoice? Recording = null) : Command(At);

        /// <param name="Term">Id of a sign, or words.</param>
        public sealed record NoteSymptom(
            DateTimeOffset At, EntryId Id, StaffId By, DateTimeOffset HappenedAt, string Term, Severity Severity, string? Action, SymptomOutcome Outcome, WatchFacts Facts) : Command(At);

        /// <param name="TappedAt">The instant of the tap, on the clinic's clock as the device knew it.</param>
        /// <param name="Device">What the device calls itself; null when it has no name.</param>
        public sealed record NoteWaiting(DateTimeOffset At, EntryId Entry, DateTimeOffset TappedAt, string? Device) : Command(At);

        public sealed record EndSymptom(DateTimeOffset At, EntryId Symptom, DateTimeOffset EndedAt) : Command(At);

        public sealed record ChangeVoice(DateTimeOffset At, DateTimeOffset HappenedAt, Voice Voice) : Command(At);

        /// <param name="Facts">Null where the clinic never had such a playlist.</param>
        /// <param name="Chosen">What the person chose beforehand; null where they have not said.</param>
        public sealed record PlayMusic(
            DateTimeOffset At, DateTimeOffset HappenedAt, MusicChange Change, PlaylistId Playlist, MusicPhase Phase, TrackId Track, MusicFacts? Facts, MusicChoice? Chosen = null) : Command(At);

        /// <summary>Time has passed: what is overdue calls somebody.</summary>
        public sealed record LookAgain(DateTimeOffset At, WatchFacts Facts) : Command(At);

        public sealed record AcknowledgeAlert(DateTimeOffset At, int Number, StaffId By) : Command(At);

        public sealed record SnoozeAlert(DateTimeOffset At, int Number, StaffId By, WatchFacts Facts) : Command(At);

        public sealed record CloseAlert(DateTimeOffset At, int Number, StaffId By, string Words) : Command(At);

        /// <summary>The readings as they should have been entered; the whole set.</summary>
        public sealed record AmendVitals(DateTimeOffset At, EntryId Id, StaffId By, Vitals Vitals, string Why, WatchFacts Facts) : Command(At);

        public sealed record AmendMoment(DateTimeOffset At, EntryId Id, string Words, string Why) : Command(At);

        /// <summary>The amount as it was really given; never above an absolute limit.</summary>
        public sealed record AmendDose(DateTimeOffset At, EntryId Id, StaffId By, Milligrams Milligrams, StaffId? CheckedBy, string Why, DoseFacts Facts, bool CheckConfirmed = false) : Command(At);

        public sealed record CheckDischargeItem(DateTimeOffset At, StaffId By, string Item, bool Holds, DischargeFacts Facts) : Command(At);

        /// <param name="EscortArrived">Name of the one who is here now; empty when nobody is.</param>
        /// <param name="NoDrivingSaid">The no-driving words were said and understood.</param>
        public sealed record Discharge(DateTimeOffset At, StaffId By, string EscortArrived, bool NoDrivingSaid, DischargeFacts Facts) : Command(At);

        public sealed record LeaveAgainstAdvice(DateTimeOffset At, StaffId By, string Words) : Command(At);
    }
}
