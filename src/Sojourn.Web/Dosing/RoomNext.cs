using Sojourn.Domain.Dosing;

namespace Sojourn.Web.Dosing;

/// <summary>The one next thing in the room: what it is called, until when where a clock runs, and the button that leads to its form.</summary>
internal sealed record RoomNext(string Next, string Href, string Words, DateTimeOffset? Until = null, TimeSpan Whole = default)
{
    public const string Vitals = "#vitals";

    public static RoomNext Of(RoomView view) => view switch
    {
        { State.IsOver: true } => new("Nothing more is due.", Vitals, "Late reading"),
        { Next: { } due } => new(Label(due), Vitals, "Record vitals", due.DueAt, TimeSpan.FromMinutes(15)),
        { Baseline: { IsComplete: false, NextCountsFrom: { } from } baseline } when from > view.Now => new("Next baseline reading counts from", Vitals, "Record vitals", from, TimeSpan.FromMinutes(baseline.MinutesApart)),
        { Baseline: { IsComplete: false } baseline } => new($"Baseline, {baseline.Counted.Count + 1} of {baseline.Wanted}", Vitals, "Record vitals"),
        { State.Stage: Stage.Waiting } => new("Pass the gate", "#gate", "To the gate"),
        _ => new("Give the dose", "#dose", "Give the dose"),
    };

    private static string Label(DueReading due) => due.State switch
    {
        DueState.Overdue => $"Overdue: {string.Join(", ", due.Missing.Select(Measured.Words))}",
        DueState.Due => $"Due now: {string.Join(", ", due.Missing.Select(Measured.Words))}",
        _ => $"Next: vitals, minute {due.Minute}",
    };
}
