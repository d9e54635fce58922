using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.Running;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Lanes;

/// <summary>Words for the five lanes.</summary>
public static class LaneWords
{
    /// <summary>Monday first.</summary>
    public static IReadOnlyList<Option> WeekDays { get; } = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Select(day => new Option(Columns.Word(day), day.ToString()))];

    internal static IReadOnlyList<DayOfWeek> DaysIn(Fields fields) => [.. Enum.GetValues<DayOfWeek>().Where(day => fields.Every("duty").Contains(Columns.Word(day)))];

    public static string When(LaneItemRow item) => item switch
    {
        { IsVisit: true } => Words.Date(item.FromOn),
        { ToOn: { } to } => $"{Words.Date(item.FromOn)} to {Words.Date(to)}",
        _ => $"since {Words.Date(item.FromOn)}",
    };
}
