using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Plans;

/// <summary>What a programme says of every plan: the start of a plan, and what a plan is compared with.</summary>
/// <param name="Lines">
/// What is still ahead when a plan is made, in the programme's order. Not first contact and assessment, which are over; not medicine in the booster
/// phases, which is decided one by one on the ladder.
/// </param>
/// <param name="Routes">Routes the programme allows; empty where no medicine is given.</param>
/// <param name="AgreementOf">Who must agree to the same version.</param>
/// <param name="UnknownRoles">Roles the programme asks agreement of that cannot agree; not empty only in a faulty file.</param>
public sealed record PlanTemplate(
    string ProgrammeId,
    int ProgrammeVersion,
    bool GivesMedicine,
    IReadOnlyList<TemplateLine> Lines,
    IReadOnlyList<TemplateRoute> Routes,
    IReadOnlyList<Party> AgreementOf,
    IReadOnlyList<string> UnknownRoles)
{
    public static PlanTemplate Of(Programme programme)
    {
        var roles = programme.RequiredAgreements.Select(role => (Role: role, Party: Parties.Of(role))).ToList();
        return new(
            programme.Id,
            programme.Version,
            programme.GivesMedicine,
            [.. programme.Phases.SelectMany(phase => phase.Sessions.Select(booked => Line(programme, phase, booked))).Where(IsPlanned)],
            programme.GivesMedicine ? [.. programme.Dosing.Select(dosing => new TemplateRoute(dosing.Route, [.. dosing.Bands.Select(b => b.Name)], dosing.LeastHoursBetween.Value))] : [],
            [.. roles.Where(r => r.Party is not null).Select(r => r.Party!.Value).Distinct()],
            [.. roles.Where(r => r.Party is null).Select(r => r.Role)]);
    }

    public TemplateLine? Line(string phase, string session) => Lines.FirstOrDefault(line => line.Phase == phase && line.Session == session);

    /// <summary>The programme's own plan, as a form starts with it: as few sessions as it foresees, the middle of each gap, nobody named.</summary>
    public PlanTerms Start() => new(
        [.. Lines.Select(line => new PlanLine(line.Phase, line.Session, line.Count.Least, line.GapDays is { } gap ? (gap.Least + gap.Most) / 2 : null))],
        Routes.SelectMany(route => route.Bands).Distinct().ToList() is [var only] ? only : null,
        Routes is [var single] ? single.Route : null,
        new PlanTeam(null, null, null));

    private static bool IsPlanned(TemplateLine line) => line.PhaseKind switch
    {
        PhaseKind.FirstContact or PhaseKind.Assessment => false,
        PhaseKind.Booster => line is { Kind: not SessionKind.Medicine, AfterEach: null, Count.Least: > 0 },
        _ => true,
    };

    private static TemplateLine Line(Programme programme, Phase phase, PhaseSessions booked)
    {
        var type = programme.Session(booked.SessionId);
        return new(
            phase.Id,
            phase.Kind,
            booked.SessionId,
            type?.Title ?? booked.SessionId,
            type?.Kind ?? SessionKind.FollowUp,
            booked.Count,
            booked.SpacingDays,
            booked.AfterEach,
            type?.Kind == SessionKind.Medicine ? phase.WindowDays : null);
    }
}

/// <summary>What the programme says of one kind of session in one phase.</summary>
/// <param name="AfterEach">Session type it follows each time, so that its number follows from that one's; null when it stands for itself.</param>
/// <param name="WindowDays">For medicine: days from the first to the last of the phase; null for no window.</param>
public sealed record TemplateLine(
    string Phase,
    PhaseKind PhaseKind,
    string Session,
    string Title,
    SessionKind Kind,
    Bounds<int> Count,
    Bounds<int>? GapDays,
    string? AfterEach,
    Bounds<int>? WindowDays = null)
{
    public string CountId => $"{Phase}/{Session}/count";

    public string GapId => $"{Phase}/{Session}/gap";

    public string WindowId => $"{Phase}/{Session}/window";
}

/// <summary>One allowed route with its bands.</summary>
/// <param name="LeastHoursBetween">Hours between the starts of two medicine sessions, absolute.</param>
public sealed record TemplateRoute(DoseRoute Route, IReadOnlyList<DoseBandName> Bands, int LeastHoursBetween);
