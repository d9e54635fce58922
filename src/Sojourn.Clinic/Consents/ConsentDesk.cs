using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Consents;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Consents;

/// <summary>Signing a consent text and taking it back, with the facts each decision needs read at the same desk. Who acts is the sender.</summary>
public static class ConsentDesk
{
    /// <param name="document">Id of the programme's consent document.</param>
    /// <param name="versionRead">What was on the screen.</param>
    /// <param name="sha256Read">Hash of what was on the screen.</param>
    /// <param name="sectionsRead">Numbers of the ticked sections, from 1.</param>
    public static void Give(Desk desk, CourseId course, string document, int versionRead, string sha256Read, IReadOnlyList<int> sectionsRead, string typedName)
    {
        if (CourseAtHand.At(desk, course) is not { } at)
        {
            return;
        }

        if (at.Programme.Consents.FirstOrDefault(d => d.Id == document) is not { } asked)
        {
            desk.Refuse("consent.unknown", "This programme has no such consent text. Load the page again.");
            return;
        }

        desk.Do(ConsentSlice.Slice, course.Value, new Consent.Command.Give(
            Consent.TextInForce.Of(asked), versionRead, sha256Read, sectionsRead, typedName, at.Name, at.LockAt(desk.At), desk.Sender.Actor.StaffId));
    }

    public static void Withdraw(Desk desk, CourseId course, string document, string? reason)
    {
        if (CourseAtHand.At(desk, course, mayBeClosed: true) is not null)
        {
            desk.Do(ConsentSlice.Slice, course.Value, new Consent.Command.Withdraw(document, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
        }
    }
}
