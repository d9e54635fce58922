using Sojourn.Clinic.Safety;
using Sojourn.Web.Design;

namespace Sojourn.Web.Safety;

/// <summary>How a case stands, in a few words, the same on every page.</summary>
internal static class SafetyWords
{
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
