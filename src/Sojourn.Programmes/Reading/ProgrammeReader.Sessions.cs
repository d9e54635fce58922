using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Sessions, phases, and what goes with a medicine session.</summary>
internal sealed partial class ProgrammeReader
{
    /// <summary>A day has 1,440 minutes; a session that outlasts half of one is a slip.</summary>
    private const int MostSessionMinutes = 720;

    private SessionType SessionTypeOf(Fields fields)
    {
        var source = Source(fields);
        var session = new SessionType(
            fields.Id(),
            fields.Text("title", 120),
            fields.Choice("kind", Words<SessionKind>.All),
            fields.NeedBlock("minutes", one => MinutesOf(one, source), new SessionMinutes(1, 1, 1, source)),
            fields.Choices("rooms", Words<RoomKind>.All),
            fields.Blocks("formats", one => FormatOf(one, source)),
            fields.Blocks("staff", one => StaffOf(one, source)),
            fields.WholeOrNull("room-held-before", 0, 240) ?? 0,
            fields.WholeOrNull("room-held-after", 0, 240) ?? 0,
            fields.TextOrNull("description"),
            fields.Choices("ends-with", Words<SessionOutcome>.All));
        if (session.Rooms.Count == 0)
        {
            findings.Add(fields.Here, $"“{session.Id}” says no room.", "Write “rooms: [talking]”, medicine or video.");
        }

        return session.Formats.Count > 0 ? session : session with { Formats = [new FormatOption(SessionFormat.Individual, null, null)] };
    }

    private SessionMinutes MinutesOf(Fields fields, Source around)
    {
        var before = findings.Faults.Count;
        var minutes = new SessionMinutes(
            fields.Whole("least", 5, MostSessionMinutes),
            fields.Whole("usual", 5, MostSessionMinutes),
            fields.Whole("most", 5, MostSessionMinutes),
            SourceOr(fields, around));
        InOrder(fields, before, minutes.Least, minutes.Usual, "least", "usual");
        InOrder(fields, before, minutes.Usual, minutes.Most, "usual", "most");
        return minutes;
    }

    private FormatOption FormatOf(Fields fields, Source around)
    {
        var format = fields.Choice("format", Words<SessionFormat>.All);
        var size = Range(fields, "size", 2, 40);
        var source = SourceOrNull(fields);
        if (format == SessionFormat.Group && size is null)
        {
            findings.Add(fields.Here, "The group has no size.", "Write “size: { least: 3, most: 6 }”.");
        }
        else if (format == SessionFormat.Individual && size is not null)
        {
            findings.Add(fields.Here, "One to one has a group size.", "Take “size” away, or write “format: group”.");
        }

        return new(format, size, size is null ? null : source ?? around);
    }

    private StaffNeed StaffOf(Fields fields, Source around)
    {
        var role = RoleOf(fields, "role");
        if (role == Domain.Programmes.Roles.Patient)
        {
            findings.Add(fields.Here, "The patient is not staff.", "Name a staff role.");
        }

        return new(
            role,
            fields.WholeOrNull("at-least", 1, 20) ?? 1,
            fields.WholeOrNull("per-patients", 1, 40),
            fields.Choice("place", Words<StaffPlace>.All),
            SourceOr(fields, around));
    }

    private Phase PhaseOf(Fields fields)
    {
        var source = Source(fields);
        Source? windowSource = null;
        var window = fields.Block("window", one =>
        {
            windowSource = SourceOr(one, source);
            return RangeOf(one, 0, 1100);
        });
        return new(
            fields.Id(),
            fields.Text("title", 120),
            fields.Choice("kind", Words<PhaseKind>.All),
            fields.Blocks("sessions", one => PhaseSessionsOf(one, source)),
            window,
            windowSource,
            fields.TextOrNull("description"));
    }

    private PhaseSessions PhaseSessionsOf(Fields fields, Source around)
    {
        var sessions = new PhaseSessions(
            fields.Id("session"),
            NeedRange(fields, "count", 0, 60),
            Range(fields, "every-days", 1, 400),
            fields.Find("after-each") is { } after ? fields.IdOf(after, "after-each") : null,
            SourceOr(fields, around));
        places.Set(sessions, fields.Here);
        return sessions;
    }

    private TherapyGap TherapyGapOf(Fields fields)
    {
        var gap = new TherapyGap(
            fields.Choice("rule", Words<GapRule>.All),
            fields.Whole("days", 1, 60),
            [.. fields.NeedItems("counts-as").Select(node => fields.IdOf(node, "counts-as"))],
            fields.WholeOrNull("review-after-missed", 1, 10),
            Source(fields));
        places.Set(gap, fields.Find("counts-as") ?? fields.Here);
        return gap;
    }

    private IntegrationWindow IntegrationOf(Fields fields)
    {
        var source = Source(fields);
        var hours = NeedRange(fields, "hours", 0, 336);
        var window = new IntegrationWindow(fields.Id("session"), hours.Least, hours.Most, source);
        places.Set(window, fields.Here);
        return window;
    }

    private GateItem GateItemOf(Fields fields) =>
        new(fields.Id(), fields.Text("title", 200), NeedRoles(fields, "cleared-by"), Source(fields));
}
