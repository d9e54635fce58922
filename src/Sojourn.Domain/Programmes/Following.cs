namespace Sojourn.Domain.Programmes;

public enum MeasureMoment
{
    Intake,
    BeforeSession,
    AfterSession,

    /// <summary><see cref="MeasureTime.At"/>: hours after the end of each medicine session.</summary>
    HoursAfterMedicine,

    /// <summary><see cref="MeasureTime.At"/>: one number, days from the first medicine session, one asking a day.</summary>
    DailyAfterFirstMedicine,
    Weekly,
    Monthly,

    /// <summary><see cref="MeasureTime.At"/>: days after the last medicine session of the induction.</summary>
    DaysAfterInduction,

    /// <summary><see cref="MeasureTime.At"/>: months after the last medicine session of the induction.</summary>
    MonthsAfterInduction,

    /// <summary>In the booster phase and while medicine is taken home.</summary>
    EachBooster,
}

/// <summary>When an instrument is asked, and who reads the answer.</summary>
/// <param name="Id">Of this line of the schedule: <c>phq-9-weekly</c>.</param>
/// <param name="Instrument">Id of an instrument file: <c>phq-9</c>.</param>
/// <param name="At">Hours, days or months, as <see cref="MeasureMoment"/> says; empty where the moment needs none.</param>
/// <param name="EveryNth">Before every so-manieth session; 1 for each.</param>
/// <param name="LeastDaysSinceLast">Not asked when answered less than so many days ago; 0 for always.</param>
/// <param name="MayBeDeclined">True: declining with a reason is as good as answering. False: the plan or the session waits for it.</param>
/// <param name="OnlyIf">Asked only after this: "pc-ptsd-5 positive"; null for always.</param>
/// <param name="ReadBy">Role that reads the answers; the patient is told.</param>
/// <param name="WithinHours">Read within so many hours.</param>
public sealed record MeasureTime(
    string Id,
    string Instrument,
    MeasureMoment When,
    IReadOnlyList<int> At,
    int EveryNth,
    int LeastDaysSinceLast,
    bool MayBeDeclined,
    FollowsFrom? OnlyIf,
    string ReadBy,
    int WithinHours,
    Source Source);

/// <summary>Another instrument's score that asks for this one.</summary>
/// <param name="AtLeast">Asked when its last total is this or more.</param>
public sealed record FollowsFrom(string Instrument, decimal AtLeast);

/// <summary>When a day counts as one of relief, and how much there must be before days of relief are set side by side.</summary>
/// <param name="PercentLess">Pain at least so many percent less than on average before the first medicine session; 1 to 100.</param>
/// <param name="Stretches">From one medicine session to the next: so many of each kind, or no comparison is shown; 2 to 50.</param>
public sealed record ReliefDay(int PercentLess, int Stretches, Source Source);

public enum ReviewAction
{
    /// <summary>The patient, therapist and prescriber choose: continue, pause or finish.</summary>
    Choose,

    /// <summary>The prescriber looks before the next medicine session.</summary>
    PrescriberReview,

    /// <summary>The series ends unless the prescriber writes why not.</summary>
    End,
}

/// <summary>Looking again after so many medicine sessions.</summary>
/// <param name="AfterMedicineSession">1 for the first.</param>
/// <param name="Instruments">Any of these counts; empty where the review is always due.</param>
/// <param name="LessThanPercent">Due only when every one has improved by less than this; null: always due.</param>
public sealed record ReviewRule(string Id, string Title, int AfterMedicineSession, IReadOnlyList<string> Instruments, decimal? LessThanPercent, ReviewAction Action, Source Source);

/// <summary>One rung of the booster ladder. Nothing is booked without the agreement of all who decide.</summary>
/// <param name="EveryDays">Days from one booster to the next, both ends included.</param>
/// <param name="LeastGapDays">Never sooner than this.</param>
/// <param name="ExitAfterSessions">The next rung is proposed after so many boosters at this one; null: only by the words of <paramref name="ExitRule"/>.</param>
/// <param name="ExitRule">When the next rung is proposed, in words.</param>
/// <param name="DecidedBy">Roles that must all agree.</param>
/// <param name="AsNeeded">True: no booster is proposed by the calendar, only by a signal or a person.</param>
public sealed record BoosterStep(
    string Id,
    string Title,
    Bounds<int> EveryDays,
    int LeastGapDays,
    int? ExitAfterSessions,
    string ExitRule,
    IReadOnlyList<string> DecidedBy,
    bool AsNeeded,
    Source Source);

/// <summary>A sign that relief is wearing off; it proposes a conversation, never a booking.</summary>
/// <param name="Instrument">Whose scores are looked at.</param>
/// <param name="PointsFromBest">So many points worse than the best since the last dose; null when not used.</param>
/// <param name="PercentOfGainLost">So much of the gain since before the first dose is lost; null when not used.</param>
public sealed record BoosterSignal(string Id, string Title, string Instrument, decimal? PointsFromBest, decimal? PercentOfGainLost, Source Source);

/// <summary>When suicidal thoughts have fallen, more therapy is proposed within so many days.</summary>
/// <param name="Instrument">The measure that shows the fall.</param>
/// <param name="ProposeSession">Session type proposed.</param>
/// <param name="Days">Within so many days of the fall.</param>
public sealed record OpportunityWindow(string Instrument, string ProposeSession, int Days, string Text, string Owner, string Deputy, Source Source);

/// <summary>Another treatment beside the medicine, booked here or logged from elsewhere. No claim of effect.</summary>
public sealed record Adjunct(string Id, string Title, bool BookedHere, string? Note, Source Source);

/// <summary>Limits on medicine taken home.</summary>
/// <param name="Forms">Ids and words: troche, nasal spray.</param>
/// <param name="Reasons">What it may be ordered for.</param>
/// <param name="MostDoses">Most doses in one supply.</param>
/// <param name="MostDays">Most days one supply lasts; whichever of the two is less.</param>
/// <param name="RefillAfterPercent">No new supply before so much of the period has passed.</param>
/// <param name="SupervisedFirst">So many first doses of a strength are taken in the clinic.</param>
/// <param name="MostPerWeek">Reaching one more in seven days calls the team.</param>
/// <param name="FullTreatmentTalkAfter">After so many uses since the last full treatment, a task asks whether it is time for one.</param>
/// <param name="Rules">Further rules in words; each is ticked when it is ordered.</param>
public sealed record RescueRules(
    IReadOnlyList<Named> Forms,
    IReadOnlyList<string> Reasons,
    int MostDoses,
    int MostDays,
    decimal RefillAfterPercent,
    int SupervisedFirst,
    int MostPerWeek,
    int FullTreatmentTalkAfter,
    IReadOnlyList<string> Rules,
    Source Source);

public enum PriceUnit
{
    Session,
    Hour,
    Course,
}

/// <summary>What something costs.</summary>
/// <param name="SessionId">Session type it is for; null for a whole course.</param>
/// <param name="Format">Only for this format; null for any.</param>
/// <param name="Amount">In the currency's main unit, two decimals at most; 0 is free; null: the clinic must say.</param>
/// <param name="Currency">ISO 4217; null: the clinic must say.</param>
/// <param name="Approximate">True: shown as "about", and an exact invoice follows.</param>
public sealed record Price(string Id, string Title, string? SessionId, SessionFormat? Format, decimal? Amount, string? Currency, bool Approximate, PriceUnit Unit, Source Source);
