using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Measures.Assigning;

/// <summary>When one asking opens, is late and closes.</summary>
public sealed record AskingTimes(DateTimeOffset OpensAt, DateTimeOffset DueAt, DateTimeOffset ClosesAt)
{
    // How long a question stays open is the clinic's courtesy, not a clinical figure; what is clinical, the hours, days and months, is in the programme.
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>From now; late after a week, closed after ninety days.</summary>
    public static AskingTimes Intake(DateTimeOffset now) => new(now, now.AddDays(7), now.AddDays(90));

    /// <summary>From a day before the session to its end; late when it begins.</summary>
    public static AskingTimes Before(DateTimeOffset from, DateTimeOffset to) => new(from.AddDays(-1), from, to);

    /// <summary>From the end of the session; late after a day, closed after three.</summary>
    public static AskingTimes After(DateTimeOffset end) => new(end, end.AddDays(1), end.AddDays(3));

    /// <summary>From so many hours after the session; late after twelve hours, closed after a day.</summary>
    public static AskingTimes Hours(DateTimeOffset end, int hours) => new(end.AddHours(hours), end.AddHours(hours + 12), end.AddHours(hours + 24));

    /// <summary>One day's tap: from noon where the person is, late at midnight, closed at four in the morning, when "today" begins to mean another day.</summary>
    public static AskingTimes OneDay(DateOnly day, TimeZoneInfo zone) => new(At(day, Noon, zone), At(day.AddDays(1), TimeOnly.MinValue, zone), At(day.AddDays(1), new TimeOnly(4, 0), zone));

    /// <summary>From noon of that day; late after two days, closed after six.</summary>
    public static AskingTimes Week(DateOnly day, TimeZoneInfo zone) => Days(day, 2, 6, zone);

    /// <summary>From noon of that day; late after three days, closed after ten.</summary>
    public static AskingTimes Later(DateOnly day, TimeZoneInfo zone) => Days(day, 3, 10, zone);

    private static AskingTimes Days(DateOnly day, int due, int closes, TimeZoneInfo zone)
    {
        var opens = At(day, Noon, zone);
        return new(opens, opens.AddDays(due), opens.AddDays(closes));
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = new DateTimeOffset(day, time, TimeSpan.Zero);
        return (local - zone.GetUtcOffset(local - zone.GetUtcOffset(local))).ToUniversalTime();
    }
}

/// <summary>Why something is asked, in words that the patient reads.</summary>
public static class AskingReasons
{
    public const string Intake = "Before we begin, so that we know how things are for you now.";
    public const string AfterSession = "After your session, once your head is clear.";
    public const string HoursAfter = "To see how you are after your session.";
    public const string Later = "To see how you are, some time after your treatments.";
    public const string Weekly = "Your weekly check-in.";
    public const string Monthly = "Your monthly check-in.";
    public const string LeadsOn = "Your answers to an earlier form lead on to this one.";

    public static string BeforeSession(DateOnly day) => $"Before your session on {day.ToString("dddd d MMMM", System.Globalization.CultureInfo.InvariantCulture)}.";

    public static string DayOf(int day, int days) => $"Day {day} of {days} after your first treatment.";
}
