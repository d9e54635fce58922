using Sojourn.Clinic.Consents;
using Sojourn.Web.Design;

namespace Sojourn.Web.Consents;

/// <summary>How the standing of a consent reads.</summary>
internal static class ConsentWords
{
    internal static (Mark Mark, string Words) Of(ConsentSheet sheet, Frame frame) => sheet switch
    {
        { CanBeSigned: false } => (Mark.Blocked, "cannot be signed now"),
        { Standing: ConsentStanding.InForce, Last: { } last } => (Mark.Done, $"signed {Words.Date(frame.Local(last.GivenAt))}"),
        { Standing: ConsentStanding.Withdrawn, Last.WithdrawnAt: { } at } => (Mark.Blocked, $"taken back {Words.Date(frame.Local(at))}"),
        { Standing: ConsentStanding.Outdated } => (Mark.Due, "has changed, sign again"),
        _ => (Mark.Due, "not signed yet"),
    };
}
