using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;
using Sojourn.Web.Dosing.Curve;
using Sojourn.Web.Dosing.Floor;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>What the session room shows: the booking and its rules, all that was recorded, and what follows from both at this instant.</summary>
public sealed class RoomView
{
    private readonly Lazy<SessionCurve?> curve;
    private readonly Lazy<FloorPeaks?> beside;
    private readonly Dictionary<Guid, WaitedRow> waited;
    private readonly Lazy<RoomMusicData> music;

    private RoomView(Exchange x, RoomFacts facts, string? part, Form form)
    {
        curve = new(() => SessionCurve.Of(x, this));
        music = new(() => RoomMusicData.Of(x, this));
        beside = new(() => Floor is not null && State is { Stage: Stage.GatePassed } && facts.Booking.RoomId is { } shared ? FloorPeaks.Of(x.Records, FloorView.TilesOf(x, shared.Value), x.Now, x.Today) : null);
        Floor = RoomFloor.IsShared(x.Records, facts.Booking) ? $"/rooms/{facts.Booking.RoomId!.Value.Value}/floor" : null;
        Facts = facts;
        Record = RoomRecord.Of(x.Records, x.Id());
        waited = Record.Waited.DistinctBy(row => row.EntryId).ToDictionary(row => row.EntryId);
        Person = RoomPerson.Of(x.Records, facts.Booking, x.Now);
        AtThisSite = [.. x.Records.All<StaffId>("select staff_id from staff_site where site_id = (select site_id from session where id = @id)", new { id = x.Id() })];
        Booked = [.. x.Records.All<StaffId>("select staff_id from session_staff where session_id = @id", new { id = x.Id() })];
        Devices = DeviceRecords.OfSession(x.Records, x.Id());
        Who = x.Who;
        Now = x.Now;
        Part = part;
        Form = form;
        Lines = Gate.Lines(facts.Gate, State, Now);
        Home = GoingHome.Lines(facts.Discharge, State, Now);
        Due = DueReadings.List(facts.Programme.Vitals, State.Doses, State.Readings, Now, State.EndedAt, TimeSpan.FromHours(2));
        StaysUntil = State.Stage == Stage.Dosed && Later(GoingHome.NotBefore(facts.Programme.Vitals, State.Doses), Now) is var until && until > Booking.ToAt ? until : null;
        KeptWaiting = StaysUntil is { } stays ? SlowRecovery.KeptWaiting(x.Records, Booking.Id, stays) : [];
        Baseline = Baseline.Of(facts.Gate.Cadence, State.Readings, State.FirstDoseAt);
    }

    public RoomFacts Facts { get; }

    public RoomRecord Record { get; }

    public RoomPerson Person { get; }

    /// <summary>In this room, or bound to this session.</summary>
    public IReadOnlyList<DeviceRow> Devices { get; }

    /// <summary>Staff who work where this room is; empty where nobody's sites are written down.</summary>
    public IReadOnlyList<StaffId> AtThisSite { get; }

    /// <summary>Staff who are booked for this session.</summary>
    public IReadOnlyList<StaffId> Booked { get; }

    public Who Who { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The form that was refused; null when none was.</summary>
    public string? Part { get; }

    public Form Form { get; }

    public MedicineSession.State State => Record.State;

    public IReadOnlyList<GateLine> Lines { get; }

    public IReadOnlyList<DischargeLine> Home { get; }

    public IReadOnlyList<DueReading> Due { get; }

    /// <summary>As long as the person stays at least, where that is longer than was booked; null otherwise.</summary>
    public DateTimeOffset? StaysUntil { get; }

    public IReadOnlyList<WaitsForRecovery> KeptWaiting { get; }

    public Baseline Baseline { get; }

    public Booking Booking => Facts.Booking;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    public Guid Id => Booking.Id.Value;

    public string Here => $"/sessions/{Id}/room";

    /// <summary>What is predicted from the doses; null before the first.</summary>
    internal SessionCurve? Curve => curve.Value;

    /// <summary>What can be played here, and what was.</summary>
    internal RoomMusicData Music => music.Value;

    /// <summary>The group floor, where others are in this room at the same time.</summary>
    public string? Floor { get; }

    /// <summary>Before the dose, what is predicted for those beside this person, and when a peak would be; null where nobody beside has been given anything.</summary>
    internal FloorPeaks? Beside => beside.Value;

    public DueReading? Next => DueReadings.Next(Due);

    public Dose? Running => State.Doses.FirstOrDefault(dose => dose.IsRunning(Now));

    public IReadOnlyList<TeamMember> Watching => [.. State.WatchingAt(Now).Select(id => Facts.Team.FirstOrDefault(member => member.Id == id)).OfType<TeamMember>()];

    public bool MayRecord => Who.May(Permission.RecordInRoom);

    public bool MayGive => Who.May(Permission.GiveDose);

    public bool MayDischarge => Who.May(Permission.Discharge);

    /// <summary>Between the first dose and the end, in which nobody watched.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Gaps => State.FirstDoseAt is { } first ? Unwatched.Between(State.Presence, first, State.EndedAt ?? Now) : [];

    /// <summary>The programme asks for a therapist throughout, medicine was given, and none watches.</summary>
    public bool LacksTherapist => Facts.TherapistThroughout && State.FirstDoseAt is not null && !State.IsOver && !Watching.Any(member => member.Is(Roles.Therapist));

    /// <summary>Who can take over here and now: carers of this site who do not watch yet, those booked for this session first.</summary>
    public IReadOnlyList<TeamMember> MayTakeOver =>
        [.. Carers.Where(member => (AtThisSite.Count == 0 || AtThisSite.Contains(member.Id)) && Watching.All(one => one.Id != member.Id)).OrderBy(member => !Booked.Contains(member.Id))];

    public IReadOnlyList<TeamMember> Carers => [.. Facts.Team.Where(member => member.Cares)];

    public IReadOnlyList<TeamMember> Prescribers => [.. Facts.Team.Where(member => member.Is(Roles.Prescriber))];

    /// <returns>Null when there is no such medicine session.</returns>
    internal static RoomView? Of(Exchange x, string? part = null, Form? form = null) =>
        RoomFacts.Of(x.Records, x.Clinic.Programmes, x.Id(), x.Now) is { } facts ? new RoomView(x, facts, part, form ?? Form.Fresh) : null;

    /// <summary>What was typed and what is wrong with it, in the form that was posted; every other form is fresh.</summary>
    public Form FormOf(string part) => Part == part ? Form : Form.Fresh;

    public bool IsRefused(string part) => Part == part && Form.HasProblem;

    public string Name(StaffId? staff) => staff is { } id ? Facts.Team.FirstOrDefault(member => member.Id == id)?.Name ?? "somebody who has left" : "the record";

    /// <summary>Who took a reading: "P. Nair", or "Monitor 2, confirmed by P. Nair".</summary>
    public string Source(VitalsRow row) =>
        Record.DeviceVitals.FirstOrDefault(device => device.Id == row.Id) is { } from ? $"{from.DeviceName}, confirmed by {Name(row.ById)}" : Name(row.ById);

    /// <summary>"P. Nair" for <c>staff/ID</c>, "nurse" for <c>role/nurse</c>.</summary>
    public string Called(string owner) => Actor.Read(owner).StaffId is { } staff ? Name(staff) : owner[(owner.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('-', ' ');

    /// <summary>The entry's wait on a device; null when it was sent at once.</summary>
    public WaitedRow? Waited(Guid entry) => waited.GetValueOrDefault(entry);

    /// <summary>"from tablet K7QD " for an entry that waited there.</summary>
    public string Tablet(string entry) => Guid.TryParse(entry, out var id) && Waited(id)?.Device is { } device ? $"from tablet {device} " : "";

    public IReadOnlyList<Option> StaffOptions(IEnumerable<TeamMember> members, Func<TeamMember, string?>? whyNot = null) =>
        [.. members.Select(member => new Option($"{member.Id.Value:D}", $"{member.Name}, {string.Join(", ", member.Roles)}", WhyNot: whyNot?.Invoke(member)))];
}
