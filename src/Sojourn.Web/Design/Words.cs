using System.Globalization;

namespace Sojourn.Web.Design;

/// <summary>How figures, dates and names are written on every screen. An instant is shown in its own offset: bring it to the clinic's zone first.</summary>
public static class Words
{
    public const string NotKnown = "Not known";
    public const string NoneKnown = "None known";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>"14-Jul-1945": day, month as a word, year; nobody can turn it round.</summary>
    public static string Date(DateOnly date) => date.ToString("dd-MMM-yyyy", Plain);

    public static string Date(DateTimeOffset at) => Date(DateOnly.FromDateTime(at.DateTime));

    /// <summary>"19-Nov", where the year is plain from the place.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("d-MMM", Plain);

    /// <summary>"Thu 19-Nov-2026".</summary>
    public static string Day(DateOnly date) => date.ToString("ddd d-MMM-yyyy", Plain);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.DateTime));

    /// <summary>"Thursday 19 November", as a page head says it.</summary>
    public static string LongDay(DateOnly date) => date.ToString("dddd d MMMM", Plain);

    /// <summary>"14:05", 24 hours.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", Plain);

    public static string Time(DateTimeOffset at) => at.ToString("HH:mm", Plain);

    /// <summary>"Thu 19-Nov-2026 14:05".</summary>
    public static string Moment(DateTimeOffset at) => $"{Day(at)} {Time(at)}";

    /// <summary>"14-Jul-1945 (81y)"; <see cref="NotKnown"/> when there is no date.</summary>
    public static string Born(DateOnly? born, DateOnly today) => born is { } date ? $"{Date(date)} ({Age(date, today)}y)" : NotKnown;

    /// <summary>Whole years lived. Someone born on 29 February turns a year older on 1 March.</summary>
    public static int Age(DateOnly born, DateOnly today) =>
        today.Year - born.Year - ((today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    /// <summary>"ABARA, Nkechi".</summary>
    public static string Name(string family, string given) => $"{family.ToUpper(Plain)}, {given}";

    /// <summary>"NA" for Nkechi Abara.</summary>
    public static string Initials(string family, string given) => string.Concat(First(given), First(family));

    /// <summary>"402 118 7735": digits in threes, the last group of four, so that they can be read aloud. Anything else is left as it is.</summary>
    public static string Spaced(string? number) => number switch
    {
        null or "" => NotKnown,
        { Length: 10 } when number.All(char.IsAsciiDigit) => $"{number[..3]} {number[3..6]} {number[6..]}",
        _ => number,
    };

    public static string OrNotKnown(string? text) => string.IsNullOrWhiteSpace(text) ? NotKnown : text;

    /// <summary>"0.5", "60", "1250": leading zero, no trailing zero, no grouping that could pass for a decimal.</summary>
    public static string Number(decimal value) => value.ToString("0.######", Plain);

    /// <summary>"60 mg", "0.5 mg". The unit is given in full where the abbreviation kills: micrograms, units.</summary>
    public static string Dose(decimal value, string unit = "mg") => $"{Number(value)} {unit}";

    /// <summary>A minute since the dose: "37"; before it with a true minus sign: "−5".</summary>
    public static string Minute(decimal minute) => minute < 0 ? "−" + Number(decimal.Floor(-minute)) : Number(decimal.Floor(minute));

    /// <summary>"1 visit", "18 visits", "no visits".</summary>
    public static string Count(int number, string one, string many) => number switch
    {
        0 => $"no {many}",
        1 => $"1 {one}",
        _ => $"{number.ToString(Plain)} {many}",
    };

    /// <summary>"nurse", "nurse or prescriber", "therapist, nurse or prescriber".</summary>
    public static string Either(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    /// <summary>Minutes and seconds of a countdown: "2:48"; hours in front past the first: "1:02:48". The sign is said in words, not here.</summary>
    public static string Clock(TimeSpan span)
    {
        var whole = span.Duration();
        return whole.TotalHours >= 1 ? whole.ToString(@"h\:mm\:ss", Plain) : whole.ToString(@"m\:ss", Plain);
    }

    /// <summary>What is left as a countdown; what is late by a minute and more in words, which nobody takes for a time of day: "18 min".</summary>
    public static string Left(TimeSpan left) => left <= TimeSpan.FromMinutes(-1) ? Length(left) : Clock(left);

    /// <summary>"37 min", "2 h 5 min", "3 days": rounded down to what a reader needs.</summary>
    public static string Length(TimeSpan span)
    {
        var whole = span.Duration();
        return whole switch
        {
            { TotalDays: >= 2 } => $"{(int)whole.TotalDays} days",
            { TotalHours: >= 1 } when whole.Minutes > 0 => $"{(int)whole.TotalHours} h {whole.Minutes} min",
            { TotalHours: >= 1 } => $"{(int)whole.TotalHours} h",
            _ => $"{(int)whole.TotalMinutes} min",
        };
    }

    private static string First(string name) => name.Length == 0 ? "" : StringInfo.GetNextTextElement(name.TrimStart()).ToUpper(Plain);
}
