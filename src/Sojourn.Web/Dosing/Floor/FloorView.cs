using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Permissions;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing.Floor;

/// <summary>Everybody in one room today, what is due next first.</summary>
public sealed record FloorView(Guid Room, string Name, bool IsWall, bool MayRecord, DateTimeOffset Now, IReadOnlyList<FloorTile> Tiles, IReadOnlyList<ObserverCount> Observers, IReadOnlyList<TeamMember> Watching)
{
    /// <summary>The pass of vitals as it came back; fresh when nobody sent it.</summary>
    public Form Form { get; init; } = Form.Fresh;

    /// <summary>Rows of that pass that are on record.</summary>
    public IReadOnlySet<Guid> Saved { get; init; } = new HashSet<Guid>();

    /// <summary>What is predicted for those in the room; null where nobody was given anything.</summary>
    public FloorPeaks? Peaks { get; init; }

    /// <summary>Who is signed in, as the journal names them.</summary>
    public string By { get; init; } = "";

    public string Here => $"/rooms/{Room}/floor";

    public IEnumerable<(FloorTile Tile, AlertRow Alert)> Red => Tiles.SelectMany(tile => tile.Alerts.Where(alert => alert.Level != "amber").Select(alert => (tile, alert)));

    /// <summary>What to do in an emergency, by the programmes of those who are here; each rule once.</summary>
    public IReadOnlyList<AlertRule> Emergencies => [.. Tiles.SelectMany(tile => tile.Facts.Programme.Alerts).Where(rule => rule.Level == AlertLevel.Emergency).DistinctBy(rule => rule.Code)];

    /// <summary>Rows of the pass: everybody who is here and through the gate or before it, due soonest first.</summary>
    public IReadOnlyList<FloorTile> ToMeasure => [.. Tiles.Where(tile => !tile.State.IsOver)];

    /// <returns>Null when there is no such room.</returns>
    internal static FloorView? Of(Exchange x)
    {
        var room = x.Id();
        if (x.Records.Value<string>("select name from room where id = @room", new { room }) is not { } name)
        {
            return null;
        }

        var tiles = TilesOf(x, room);
        var team = TeamRecords.Everybody(x.Records);
        var watching = tiles.SelectMany(tile => tile.State.WatchingAt(x.Now)).Distinct().ToList();
        var needs = tiles.SelectMany(tile => tile.Facts.Needs).Where(need => need.PerPatients is not null).GroupBy(need => need.Role, StringComparer.Ordinal).Select(group => group.MinBy(need => need.PerPatients)!);
        return new FloorView(
            room,
            name,
            x.Query("view") == "wall",
            x.Who.May(Permission.RecordInRoom),
            x.Now,
            tiles,
            GroupRules.Observers(needs, tiles.Count(tile => tile.State.Stage == Stage.Dosed), watching, team),
            [.. watching.Select(id => team.FirstOrDefault(member => member.Id == id)).OfType<TeamMember>()])
        {
            By = x.Who.Actor.Text,
            Peaks = FloorPeaks.Of(x.Records, tiles, x.Now, x.Today),
        };
    }

    /// <summary>Those under medicine first, what is due soonest before what is due later.</summary>
    internal static IReadOnlyList<FloorTile> TilesOf(Exchange x, Guid room)
    {
        var (from, to) = ClinicDay.Around(x.Records, x.Now);
        return
        [
            .. RoomsToday.All(x.Records, from, to).Where(row => row.RoomId?.Value == room)
                .Select(row => RoomFacts.Of(x.Records, x.Clinic.Programmes, row.Id.Value, x.Now) is { } facts ? FloorTile.Of(row, facts, RoomRecord.Of(x.Records, row.Id.Value), x.Now) : null)
                .OfType<FloorTile>().OrderBy(tile => tile.Rank).ThenBy(tile => tile.Next?.DueAt ?? tile.Row.FromAt),
        ];
    }
}

/// <summary>One person on the floor.</summary>
public sealed record FloorTile(RoomsToday Row, RoomFacts Facts, RoomRecord Record, IReadOnlyList<DueReading> Due, IReadOnlyList<Refusal> Missing)
{
    public Guid Id => Row.Id.Value;

    public MedicineSession.State State => Record.State;

    /// <summary>"RUIZ, Ana".</summary>
    public string Name => Design.Words.Name(Row.Family, Row.Given);

    public DueReading? Next => State.IsOver ? null : DueReadings.Next(Due);

    public IReadOnlyList<AlertRow> Alerts { get; } = [.. Record.OpenAlerts.OrderBy(alert => alert.Level == "amber").ThenBy(alert => alert.RaisedAt)];

    public VitalsRow? Last => Record.Vitals.Count > 0 ? Record.Vitals[^1] : null;

    /// <summary>Those under medicine first, then who may be given it, who waits, who has gone home.</summary>
    public int Rank => State.Stage switch { Stage.Dosed => 0, Stage.GatePassed => 1, Stage.Waiting => 2, _ => 3 };

    public string Room => $"/sessions/{Id}/room";

    public string Phase => State.Stage switch
    {
        Stage.Waiting => "Before the gate",
        Stage.GatePassed => "Ready",
        Stage.Discharged => "Gone home",
        Stage.Left => "Left against advice",
        _ when Record.Session.LesseningAt is not null => "Returning",
        _ when Record.Depth is { } depth => $"At depth, {depth.Words.Replace('-', ' ')}",
        _ => "Under medicine",
    };

    internal static FloorTile Of(RoomsToday row, RoomFacts facts, RoomRecord record, DateTimeOffset now) => new(
        row,
        facts,
        record,
        DueReadings.List(facts.Programme.Vitals, record.State.Doses, record.State.Readings, now, record.State.EndedAt, TimeSpan.FromHours(2)),
        record.State.Stage == Stage.Waiting ? [.. Gate.Lines(facts.Gate, record.State, now).SelectMany(line => line.Missing)] : []);
}
