using Sojourn.Clinic.Tasks;
using Sojourn.Web.Design;

namespace Sojourn.Web.Inbox;

/// <summary>How a line of the inbox reads.</summary>
public static class InboxWords
{
    public static TodoItem Item(InboxItem item, Frame frame)
    {
        var now = frame.Now;
        var late = item.DueAt < now;
        var mark = (item.Source, item.Level, late) switch
        {
            ("case", "high" or "moderate", _) => Mark.Red,
            ("alert", "red" or "emergency", _) => Mark.Red,
            ("case" or "alert", _, _) => Mark.Amber,
            (_, _, true) => Mark.Overdue,
            _ => Mark.Due,
        };
        var clock = item is { Source: "alert", Acknowledged: true } ? "still open"
            : item.Source == "alert" && !late ? $"answer by {Words.Time(frame.Local(item.DueAt))}"
            : late ? $"{Words.Length(now - item.DueAt)} over" : Until(item.DueAt, frame);
        var who = item.Family is { } family ? Words.Name(family, item.Given ?? "") + "." : "";
        var acknowledged = item is { Acknowledged: true, Source: not "task" } ? " Acknowledged, still open." : item.Acknowledged ? " Taken." : "";
        var called = item is { EscalatedAt: { } at, Acknowledged: false } ? $" Not answered: {item.DeputyName} was called at {Words.Time(frame.Local(at))}." : "";
        var held = item.SnoozedUntil > now ? $" Snoozed until {Words.Time(frame.Local(item.SnoozedUntil.Value))} by {item.SnoozedByName}." : "";
        return new TodoItem(mark, item.Words, clock, who + acknowledged + called + held, item.OwnerName, "/" + item.Href, item.DeputyName is { } deputy ? $"then {deputy}" : null);
    }

    private static string Until(DateTimeOffset due, Frame frame)
    {
        var local = frame.Local(due);
        return DateOnly.FromDateTime(local.DateTime) == frame.Today ? Words.Time(local) : Words.ShortDate(DateOnly.FromDateTime(local.DateTime));
    }
}
