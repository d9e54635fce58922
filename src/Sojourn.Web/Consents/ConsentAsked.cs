using Sojourn.Clinic.Consents;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Consents;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;

namespace Sojourn.Web.Consents;

/// <summary>One text put before a patient: on their own phone, or on the tablet that staff handed over.</summary>
/// <param name="At">Where it is read, and where it is signed.</param>
/// <param name="Back">Where "not now" leads.</param>
/// <param name="OnTablet">True on the clinic's tablet, where the staff's own pages must not be a tap away.</param>
public sealed record ConsentAsked(CourseAtHand Course, ConsentSheet Sheet, string At, string Back, bool OnTablet)
{
    public required CapacityLock Lock { get; init; }

    public Consent.TextInForce Text { get; } = Consent.TextInForce.Of(Sheet.Document);

    public IReadOnlyList<ConsentSection> Sections { get; } = ConsentText.Sections(Sheet.Document.Text);

    /// <summary>Why it can only be read now; null when it can be signed.</summary>
    public string? WhyNot => this switch
    {
        { Lock: { Holds: true, Until: var until } } => $"Nothing can be signed while the medicine works, {until}. Take your time; we ask again after that. What you signed before you can take back at any time.",
        { Sheet.CanBeSigned: false } => "This text is being mended. We tell you when it is ready.",
        { Course.IsOpen: false } => "This treatment is over; there is nothing to sign any more.",
        { Sheet.Standing: ConsentStanding.InForce } => "It is signed; there is nothing to do.",
        _ => null,
    };

    /// <summary>Where the patient takes it back; null where there is nothing to take back or on the tablet.</summary>
    public string? Withdrawal => !OnTablet && Sheet.Last is { WithdrawnAt: null } ? $"{At}/withdrawal" : null;

    public Frame Around(Frame frame) => OnTablet ? frame with { Nav = [], Who = null } : frame;
}
