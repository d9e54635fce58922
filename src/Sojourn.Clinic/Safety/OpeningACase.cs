using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;

namespace Sojourn.Clinic.Safety;

/// <summary>What somebody must know about somebody's safety.</summary>
/// <param name="Course">Whose team answers for it; null: that of the person's open course.</param>
/// <param name="SourceWords">The question and the answer, or the person's own words; null when there are none.</param>
/// <param name="Source">The stream it comes from; null when a person raised it.</param>
/// <param name="HelpShown">The person was shown at once whom to call.</param>
public sealed record Concern(PersonId Person, CourseId? Course, ConcernLevel Level, string Reason, string? SourceWords, string? Source, bool HelpShown);

/// <summary>
/// Gives a concern its owner, its deputy and its clocks at the same desk at which it came up. It never refuses what a patient has said: that nobody is named for
/// the course, or that a case is open already, is answered here and not by the one who wrote it.
/// </summary>
public static class OpeningACase
{
    private sealed record OpenCase
    {
        public CaseId Id { get; init; }

        public string Level { get; init; } = "";
    }

    /// <summary>Opens a case; where one from the same source is open, it grows graver instead.</summary>
    public static void About(Desk desk, Concern concern)
    {
        var times = desk.Programmes.Safety.Times(PlaceOf(desk, concern.Person), concern.Level, desk.At, ClinicDay.Zone(desk.Records));
        if (OpenFrom(desk.Records, concern.Source) is { } open)
        {
            desk.Do(CaseSlice.Slice, open.Id.Value, new SafetyCase.Command.Raise(
                desk.At, concern.Level, concern.SourceWords is { } words ? $"{concern.Reason} {words}" : concern.Reason, times.AcknowledgeBy, times.ActBy));
            return;
        }

        var team = CareTeam.Of(desk.Records, concern.Person, concern.Course);
        desk.Do(CaseSlice.Slice, IdFor(desk.Sender).Value, new SafetyCase.Command.Open(
            desk.At,
            concern.Person,
            concern.Reason,
            concern.Level,
            concern.SourceWords,
            concern.Source,
            team.Responsible,
            team.Deputy,
            times.AcknowledgeBy,
            times.ActBy,
            concern.HelpShown));
    }

    /// <summary>Somebody of the staff is worried; the case is theirs to word.</summary>
    public static void ByStaff(Desk desk, PersonId person, ConcernLevel level, string reason, string? ownWords)
    {
        if (!desk.Records.Any("select 1 from person where id = @person", new { person }))
        {
            desk.Refuse("safety.nobody", "Nobody is registered here. Search for the person, or register them first.", new Remedy("Register a person", "people/new"));
            return;
        }

        About(desk, new(person, null, level, reason, ownWords, null, HelpShown: false));
    }

    /// <summary>The case that a command opens: the same command, the same case.</summary>
    public static CaseId IdFor(Sender sender) => new(DerivedId.From("safety-case", sender.CommandId));

    /// <summary>Staff at the keyboard, or a session of the person's that has begun, is the clinic; anything else is elsewhere.</summary>
    internal static ConcernPlace PlaceOf(Desk desk, PersonId person) =>
        desk.Sender.Actor.StaffId is not null || desk.Records.Any("select 1 from session where person_id = @person and state in ('arrived', 'running')", new { person })
            ? ConcernPlace.InClinic
            : ConcernPlace.Remote;

    private static OpenCase? OpenFrom(Records records, string? source) => source is null
        ? null
        : records.One<OpenCase>("select id, level from safety_case where source = @source and closed_at is null order by opened_at desc", new { source });
}
