using Sojourn.Clinic.Safety;
using Sojourn.Web.Design;

namespace Sojourn.Web.Safety;

/// <summary>How a case stands, in a few words, the same on every page.</summary>
internal static class SafetyWords
{
    /// <summary>A case as a line of a list.</summary>
    internal static TodoItem Item(CaseRow row, Frame frame)
    {
        var (mark, words, tone) = Standing(row, frame.Now);
        return new(
            mark,
            row.Reason,
            Words.Date(frame.Local(row.OpenedAt)),
            $"{char.ToUpperInvariant(row.Level[0])}{row.Level[1..]}, {words}.",
            row.OwnerName,
            $"/cases/{row.Id.Value}",
            row.IsOpen ? $"then {row.DeputyName}" : null,
            tone);
    }

    internal static (Mark Mark, string Words, Tone? Tone) Standing(CaseRow row, DateTimeOffset now) => row switch
    {
        { IsOpen: false } => (Mark.Done, "closed", null),
        { AcknowledgedAt: null } when row.AcknowledgeBy <= now => (Mark.Overdue, $"not acknowledged, {Words.Length(now - row.AcknowledgeBy)} over", null),
        { AcknowledgedAt: null } => (Mark.Red, "new, not acknowledged", null),
        { Actions: 0 } when row.ActBy <= now => (Mark.Overdue, $"acknowledged, nothing done, {Words.Length(now - row.ActBy)} over", null),
        { Actions: 0 } => (Mark.Amber, "acknowledged, nothing done yet", null),
        _ => (Mark.Now, "acknowledged, still open", null),
    };
}
