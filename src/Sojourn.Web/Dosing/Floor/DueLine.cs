using Sojourn.Domain.Dosing;
using Sojourn.Web.Design;

namespace Sojourn.Web.Dosing.Floor;

/// <summary>What is next for one person, in a mark and words.</summary>
/// <param name="At">With it a clock runs beside the words, to this instant and past it.</param>
/// <param name="Past">The words once that instant has gone by.</param>
public sealed record DueLine(Mark Mark, Tone Tone, string Words, string What, DateTimeOffset? At = null, string Past = "")
{
    internal static DueLine Of(FloorTile tile, DateTimeOffset now) => tile switch
    {
        { State.IsOver: true } => new(Mark.Done, Tone.Quiet, tile.Phase, ""),
        { State.Stage: Stage.Waiting } => new(Mark.Blocked, Tone.Quiet, "Gate not passed", tile.Missing.Count > 0 ? tile.Missing[0].Sentence : "Nothing is missing"),
        { State.Stage: Stage.GatePassed } => new(Mark.Due, Tone.Quiet, "Ready for the dose", ""),
        { Next: { State: DueState.Overdue } due } => new(Mark.Overdue, Tone.Red, "Overdue", For(due), due.DueAt, "Overdue"),
        { Next: { State: DueState.Due } due } => new(Mark.Now, Tone.Amber, "Due now", For(due)),
        { Next: { } due } => new(Mark.Due, Tone.Quiet, "Due in", For(due), due.DueAt, "Due for"),
        _ => new(Mark.Later, Tone.Quiet, "Nothing due", ""),
    };

    private static string For(DueReading due) => $"Vitals, minute {due.Minute}";
}
