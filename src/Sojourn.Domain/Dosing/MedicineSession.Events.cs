using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

public static partial class MedicineSession
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record GateItemChecked(string Item, string Title, bool Holds, StaffId By, DateTimeOffset At) : Event;

        /// <param name="ConfirmedTwice">The figure looked like a slip and was typed a second time.</param>
        public sealed record Weighed(Kilograms Weight, DateTimeOffset At, bool ConfirmedTwice) : Event;

        public sealed record GatePassed(
            DateTimeOffset At,
            StaffId By,
            PersonId Person,
            CourseId Course,
            Kilograms Weight,
            string Escort,
            string Room,
            IReadOnlyList<StaffId> Observers,
            IReadOnlyList<Proof> Proofs,
            string Programme,
            int ProgrammeVersion) : Event;

        public sealed record PresenceBegun(StaffId Staff, DateTimeOffset From) : Event;

        public sealed record PresenceEnded(StaffId Staff, DateTimeOffset To) : Event;

        /// <param name="Milligrams">For an infusion: what it will have given at its end.</param>
        /// <param name="Place">Where the amount lies in the recommended range.</param>
        /// <param name="ReasonedBy">The prescriber's reason, where one was needed; null otherwise.</param>
        /// <param name="ConfirmedTwice">The figure looked like a slip and was typed a second time.</param>
        /// <param name="CheckedWithPin">The second person typed their own PIN; null in doses recorded before that was asked.</param>
        public sealed record DoseGiven(
            EntryId Id,
            PersonId Person,
            CourseId Course,
            DateTimeOffset GivenAt,
            DoseRoute Route,
            Milligrams Milligrams,
            MilligramsPerKilogram PerKilogram,
            Kilograms Weight,
            decimal? MilligramsPerMillilitre,
            decimal? Millilitres,
            int? OverMinutes,
            DosePlace Place,
            StaffId GivenBy,
            StaffId CheckedBy,
            LimitsUsed Limits,
            ReasonGiven? ReasonedBy,
            bool ConfirmedTwice,
            string? Note,
            string Programme,
            int ProgrammeVersion,
            bool? CheckedWithPin = null) : Event;

        /// <param name="CheckedWithPin">As of a dose; null where nobody had to check.</param>
        /// <param name="Total">What it will have given at its new end.</param>
        public sealed record InfusionChanged(
            EntryId Dose,
            DateTimeOffset HappenedAt,
            decimal MilligramsPerMinute,
            int Minutes,
            Milligrams GivenSoFar,
            Milligrams Total,
            DosePlace Place,
            StaffId By,
            StaffId? CheckedBy,
            LimitsUsed Limits,
            ReasonGiven? ReasonedBy,
            bool? CheckedWithPin = null) : Event;

        public sealed record InfusionStopped(EntryId Dose, DateTimeOffset HappenedAt, Milligrams Given, string? Why) : Event;

        public sealed record VitalsTaken(EntryId Id, DateTimeOffset HappenedAt, Vitals Vitals, StaffId By) : Event;

        public sealed record DeviceVitalsTaken(EntryId Id, DateTimeOffset HappenedAt, Vitals Vitals, DeviceId Device, bool IsFinal) : Event;

        public sealed record DeviceVitalsConfirmed(EntryId Id, DateTimeOffset HappenedAt, Vitals Vitals, StaffId By, DateTimeOffset At) : Event;

        public sealed record ArtefactFlagged(EntryId Id, StaffId By, DateTimeOffset At, string? Why) : Event;

        public sealed record DepthMarked(EntryId Id, DateTimeOffset HappenedAt, Depth Depth, StaffId By) : Event;

        public sealed record MomentNoted(EntryId Id, DateTimeOffset HappenedAt, MomentKind Kind, string Words) : Event;

        public sealed record SymptomNoted(
            EntryId Id, DateTimeOffset HappenedAt, string Term, string? Sign, Severity Severity, string? Action, SymptomOutcome Outcome, StaffId By) : Event;

        public sealed record SymptomEnded(EntryId Symptom, DateTimeOffset EndedAt) : Event;

        /// <summary>An entry waited on a device before it got here. Who tapped it is who sent it.</summary>
        /// <param name="Entry">The entry's id, where it has one; the command's in any case.</param>
        public sealed record EntryWaited(EntryId Entry, DateTimeOffset TappedAt, string? Device) : Event;

        public sealed record VoiceChanged(DateTimeOffset HappenedAt, Voice Voice) : Event;

        public sealed record MusicStarted(DateTimeOffset HappenedAt, PlaylistId PlaylistId, string Playlist, MusicPhase Phase, TrackId TrackId, string Track) : Event;

        public sealed record MusicChanged(DateTimeOffset HappenedAt, PlaylistId PlaylistId, string Playlist, MusicPhase Phase, TrackId TrackId, string Track) : Event;

        public sealed record MusicPaused(DateTimeOffset HappenedAt, PlaylistId PlaylistId, string Playlist, MusicPhase Phase, TrackId TrackId, string Track) : Event;

        /// <summary>Faded out, so that somebody can speak.</summary>
        public sealed record MusicFaded(DateTimeOffset HappenedAt, PlaylistId PlaylistId, string Playlist, MusicPhase Phase, TrackId TrackId, string Track) : Event;

        /// <param name="Threshold">The rule in words, with how often and how long.</param>
        /// <param name="Value">What was measured or seen.</param>
        /// <param name="Owner"><c>staff/ID</c> of somebody here with the role, else <c>role/nurse</c>.</param>
        /// <param name="AnswerBy">Then the deputy is called.</param>
        /// <param name="DueAt">For what is missing: since when. A reading: when it had been due; somebody who watches: when the last one left.</param>
        public sealed record AlertRaised(
            int Number,
            string Code,
            string Title,
            AlertLevel Level,
            DateTimeOffset HappenedAt,
            string Threshold,
            string Value,
            IReadOnlyList<string> Response,
            string Owner,
            string Deputy,
            DateTimeOffset AnswerBy,
            bool HoldsDosing,
            EntryId? Entry,
            DateTimeOffset? DueAt,
            string Source,
            int ProgrammeVersion) : Event;

        public sealed record AlertAcknowledged(int Number, StaffId By, DateTimeOffset At) : Event;

        /// <summary>Nobody had answered in time.</summary>
        /// <param name="To">The deputy: <c>staff/ID</c> or <c>role/nurse</c>. The owner still has it too.</param>
        public sealed record AlertEscalated(int Number, string To, DateTimeOffset At) : Event;

        /// <summary>Held for its time and no longer; not acknowledged by it.</summary>
        public sealed record AlertSnoozed(int Number, StaffId By, DateTimeOffset At, DateTimeOffset Until) : Event;

        /// <summary>Before its time: it got graver.</summary>
        /// <param name="Why">The code of the graver alert.</param>
        public sealed record AlertSnoozeEnded(int Number, DateTimeOffset At, string Why) : Event;

        /// <summary>A later reading goes beyond everything that has met the rule so far. An acknowledgement of less counts no more, and a snooze is over.</summary>
        /// <param name="Value">What was seen: "182/112 mmHg".</param>
        /// <param name="AnswerBy">As before; anew where it had been acknowledged.</param>
        public sealed record AlertWorsened(int Number, DateTimeOffset HappenedAt, string Value, EntryId Entry, DateTimeOffset AnswerBy) : Event;

        /// <param name="By">Null when the record closed it by itself: what was missing has come.</param>
        public sealed record AlertClosed(int Number, StaffId? By, DateTimeOffset At, string Words) : Event;

        public sealed record EntryAmended(EntryId Id, EntryKind Kind, IReadOnlyList<Change> Changes, string Why) : Event;

        public sealed record DischargeItemChecked(string Item, string Text, bool Holds, StaffId By, DateTimeOffset At) : Event;

        public sealed record Discharged(
            DateTimeOffset At, StaffId By, string Escort, string? NoDriving, DateTimeOffset? NoDrivingUntil, IReadOnlyList<Proof> Proofs, int ProgrammeVersion) : Event;

        public sealed record LeftAgainstAdvice(DateTimeOffset At, StaffId By, string Words, IReadOnlyList<string> OpenAlerts) : Event;
    }

    public enum EntryKind
    {
        Vitals,
        Moment,
        Dose,
    }
}

/// <summary>One field of an amended entry: both values stay.</summary>
public sealed record Change(string Field, string? Was, string? Now);

/// <summary>Why an item held: what the record said, or who looked.</summary>
public sealed record Proof(string Item, string Title, string Held, StaffId? By);

/// <summary>The limits that stood when a dose was accepted, in milligrams, and what had been given before.</summary>
public sealed record LimitsUsed(
    Milligrams PerDose,
    string PerDoseSource,
    Milligrams PerSession,
    string PerSessionSource,
    Milligrams SessionBefore,
    Milligrams PerThirtyDays,
    string PerThirtyDaysSource,
    Milligrams ThirtyDaysBefore);

/// <summary>Which rules asked for a reason, and whose it is.</summary>
public sealed record ReasonGiven(StaffId Prescriber, string Reason, IReadOnlyList<string> Matters);
