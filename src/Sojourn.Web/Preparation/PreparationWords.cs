using Sojourn.Clinic.Preparation;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;

namespace Sojourn.Web.Preparation;

/// <summary>How a line of the checklist reads.</summary>
internal static class PreparationWords
{
    /// <summary>To the patient: never a reproach.</summary>
    internal static (Mark Mark, string Words) ToPatient(PreparationLine line, Frame frame) => line switch
    {
        { IsDone: true, DoneAt: { } at } => (Mark.Done, $"done {Words.ShortDate(DateOnly.FromDateTime(frame.Local(at).DateTime))}"),
        { IsDone: true } => (Mark.Done, "done"),
        { Item.Required: false } => (Mark.Later, "if you like"),
        { DueAt: { } due } when due < frame.Now => (Mark.Amber, "please do it now"),
        { DueAt: { } due } => (Mark.Due, $"by {Words.ShortDate(DateOnly.FromDateTime(frame.Local(due).DateTime))} {Words.Time(frame.Local(due))}"),
        { Item.Kind: PreparationKind.Escort or PreparationKind.NoDriving } => (Mark.Later, "once your session is booked"),
        _ => (Mark.Due, "to do"),
    };

    internal static (Mark Mark, string Words) ToStaff(PreparationLine line, Frame frame) => line switch
    {
        { IsDone: true, DoneAt: { } at } => (Mark.Done, $"done {Words.Moment(frame.Local(at))}"),
        { IsDone: true } => (Mark.Done, "done"),
        { Item.Required: false } => (Mark.Later, "not done, not required"),
        { DueAt: { } due } when due < frame.Now => (Mark.Overdue, $"not done, {Words.Length(frame.Now - due)} over"),
        { DueAt: { } due } => (Mark.Due, $"due {Words.Moment(frame.Local(due))}"),
        _ => (Mark.Due, "not done"),
    };
}
