using System.Globalization;
using Sojourn.Clinic.Measures;
using Sojourn.Domain.Measures;
using Sojourn.Web.Design;

namespace Sojourn.Web.Measures;

/// <summary>How a questionnaire and its result read for staff.</summary>
internal static class MeasureWords
{
    /// <summary>"14:05" today, "24-Nov" later.</summary>
    internal static string Until(DateTimeOffset at, Frame frame)
    {
        var local = frame.Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        return day == frame.Today ? Words.Time(local) : Words.ShortDate(day);
    }

    internal static (Mark Mark, string Words, Tone? Tone) Standing(MeasureRow row, DateTimeOffset now) => row switch
    {
        { State: "finished", ReadAt: not null } => (Mark.Done, "read", null),
        { State: "finished" } when row.ReadBy < now => (Mark.Overdue, "answered, reading is late", null),
        { State: "finished" } => (Mark.Due, "answered, not yet read", Tone.Info),
        { State: "declined" } => (Mark.NoData, "declined", Tone.Quiet),
        { State: "lapsed" } => (Mark.NoData, "closed without being finished", null),
        _ when now < row.OpensAt => (Mark.Later, "not open yet", null),
        _ when row.DueAt < now => (Mark.Overdue, "late", Tone.Amber),
        { State: "begun" } => (Mark.Now, "begun", null),
        _ => (Mark.Due, "open", null),
    };

    /// <summary>"17 of 27"; why there is none, where there is none.</summary>
    internal static string Result(MeasureRow row, Instrument? instrument) => row.Total is { } total
        ? instrument?.Scoring.Range is { } range ? $"{Words.Number(total)} of {Words.Number(range.Most)}" : Words.Number(total)
        : row.WhyNoTotal ?? "No total.";

    internal static string Answer(InstrumentItem item, decimal? value) => value is null
        ? "skipped"
        : item.Options.FirstOrDefault(option => option.Value == value)?.Label is { } label
            ? label.StartsWith(Number(value.Value), StringComparison.Ordinal) ? label : $"{label} ({Number(value.Value)})"
            : Number(value.Value);

    internal static string Respondent(Instrument instrument) => instrument.Respondent switch
    {
        Domain.Measures.Respondent.AskedByClinician => "Asked aloud by a clinician.",
        Domain.Measures.Respondent.RatedByClinician => "Rated by a clinician.",
        _ => "Answered by the patient.",
    };

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
