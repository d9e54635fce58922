using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Consents.Consent;

namespace Sojourn.Clinic.Consents;

/// <summary>A consent that was taken back is somebody's to talk about, and what is booked may have to wait.</summary>
internal sealed class ConsentReactions() : Reaction("consent-withdrawn")
{
    private const string Talk = "talk-about-consent";

    /// <summary>The clinic's own promise, not a clinical figure.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(1);

    protected override void Define()
    {
        On<Event.Withdrawn>((e, from, desk) =>
        {
            var therapist = CourseAtHand.Find(desk.Records, desk.Programmes, from.Id)?.Therapist;
            new CourseChores(desk, from.Id, "consent").Raise(
                Talk,
                $"{e.Document}/{from.Position}",
                "Talk with the patient: a consent was taken back. Look at what is booked",
                CourseChores.Owner(therapist, Party.Therapist),
                "prescriber",
                from.RecordedAt + Within);
        });
    }
}
