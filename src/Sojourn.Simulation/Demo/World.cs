using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Publishing;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainStaff = Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Simulation.Demo;

/// <summary>Somebody of the invented staff.</summary>
public sealed record Colleague(StaffId Id, string Given, string Family, string DisplayName, IReadOnlyList<string> Roles, string Email, int Site);

/// <summary>The invented clinic: its two sites, rooms and fifteen people, and the ways in which the simulator acts there.</summary>
public sealed class World
{
    public const string TimeZone = "America/Edmonton";

    /// <summary>The bedside monitor in the first small room.</summary>
    public static DeviceId Monitor { get; } = new(new Guid("00000000-0000-8000-8000-0000000000d2"));

    private readonly Runner runner;
    private readonly VirtualClock clock;

    // Apart from the dice of the story, so that a command more or less does not turn what happens to anybody.
    private readonly Dice ids;

    public World(Runner runner, VirtualClock clock, int seed)
    {
        this.runner = runner;
        this.clock = clock;
        Dice = new Dice(seed);
        ids = new Dice(~seed);
        Sites = [new SiteId(NewId()), new SiteId(NewId())];
        Staff = [.. Names.Staff.Select(s => new Colleague(new StaffId(NewId()), s.Given, s.Family, s.DisplayName, s.Roles, s.Email, s.Site))];
        MedicineRooms = [.. Enumerable.Range(0, 5).Select(_ => new RoomId(NewId()))];
        TalkingRooms = [.. Enumerable.Range(0, 4).Select(_ => new RoomId(NewId()))];
    }

    private readonly Dictionary<string, int> refused = new(StringComparer.Ordinal);

    /// <summary>What was refused on the way, by code.</summary>
    public IReadOnlyDictionary<string, int> Refused => refused;

    internal void Note(Part part, Outcome outcome)
    {
        if (outcome is Outcome.Refused no)
        {
            foreach (var reason in no.Reasons)
            {
                var key = $"{part.Programme} {reason.Code}";
                refused[key] = refused.GetValueOrDefault(key) + 1;
            }
        }
    }

    public Dice Dice { get; }

    private readonly Dictionary<string, Deck> decks = new(StringComparer.Ordinal);

    /// <summary>A sentence of this list that was not used lately.</summary>
    internal string Say(string list, string? theme = null)
    {
        if (!decks.TryGetValue(list, out var deck))
        {
            decks.Add(list, deck = new Deck(WordLists.Of(list), Dice));
        }

        return deck.Deal(theme);
    }

    public IReadOnlyList<SiteId> Sites { get; }

    public IReadOnlyList<Colleague> Staff { get; }

    /// <summary>The long room of the first site holds groups; the others one person each, the fourth at the second site.</summary>
    public IReadOnlyList<RoomId> MedicineRooms { get; }

    public IReadOnlyList<RoomId> TalkingRooms { get; }

    public Runner Runner => runner;

    public DateTimeOffset Now => clock.GetUtcNow();

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The instant at which the clinic's clocks show this.</summary>
    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Those of a role who see people one by one at a site.</summary>
    public IReadOnlyList<Colleague> With(string role, int site) => [.. Staff.Take(Names.OneByOne).Where(s => s.Roles.Contains(role) && s.Site == site)];

    /// <summary>Those of a role who are there for today's group all day, at the first site.</summary>
    public IReadOnlyList<Colleague> OfGroupDays(string role) => [.. Staff.Skip(Names.OneByOne).Where(s => s.Roles.Contains(role))];

    public Guid NewId() => ids.Id(Now);

    public Task<Outcome> As(StaffId staff, Action<Desk> work) => Act(Actor.Staff(staff), work);

    public Task<Outcome> As(PersonId person, Action<Desk> work) => Act(Actor.Person(person), work);

    public Task<Outcome> AsVisitor(Action<Desk> work) => Act(Actor.Visitor, work);

    /// <summary>Founds the clinic and hires its people, through the real commands.</summary>
    public async Task Found()
    {
        (await Act(Actor.Sojourn, desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.Found("Harbour & Elm", TimeZone, "555-0142", "9-8-8", "9-1-1", IsDemo: true));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(Sites[0], "Harbour site", "Edmonton", "Alberta", "555-0142"));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(Sites[1], "Elm site", "Calgary", "Alberta", "555-0143"));
            Room(desk, MedicineRooms[0], 0, "Long room", RoomUse.Medicine, 6);
            Room(desk, MedicineRooms[1], 0, "Room 2", RoomUse.Medicine, 1);
            Room(desk, MedicineRooms[2], 0, "Room 3", RoomUse.Medicine, 1);
            Room(desk, TalkingRooms[0], 0, "Room 4", RoomUse.Talking, 1);
            Room(desk, TalkingRooms[1], 0, "Room 5", RoomUse.Talking, 1);
            Room(desk, MedicineRooms[4], 0, "Room 6", RoomUse.Medicine, 1);
            Room(desk, MedicineRooms[3], 1, "Garden room", RoomUse.Medicine, 1);
            Room(desk, TalkingRooms[2], 1, "Elm 1", RoomUse.Talking, 1);
            Room(desk, TalkingRooms[3], 1, "Elm 2", RoomUse.Talking, 1);
            desk.Do(DeviceSlice.Slice, Monitor.Value, new Device.Command.Register(
                Now, "Monitor 2", "DEMO-MONITOR", MedicineRooms[1], TimeZone, 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false));
            foreach (var person in Staff)
            {
                desk.Do(StaffSlice.Slice, person.Id.Value, new DomainStaff.Command.Join(person.Given, person.Family, person.DisplayName, person.Roles, [Sites[person.Site]], person.Email));
                foreach (var (kind, days) in Names.Credentials(person.Roles))
                {
                    var today = DateOnly.FromDateTime(Now.UtcDateTime);
                    desk.Do(StaffSlice.Slice, person.Id.Value, new DomainStaff.Command.RecordCredential(kind, $"{kind[..2].ToUpperInvariant()}-{Dice.Whole(10000, 99999)}", today.AddDays(-400), today.AddDays(days + Dice.Whole(0, 200))));
                }
            }

            DemoHours.SetUp(desk, this);
            var (therapists, prescribers) = (With("therapist", 0), With("prescriber", 0));
            foreach (var (programme, at) in runner.Programmes.ById.Keys.Order(StringComparer.Ordinal).Select((id, at) => (id, at)))
            {
                PublishingDesk.NameLeads(desk, programme, therapists[at % therapists.Count].Id, prescribers[at % prescribers.Count].Id);
            }
        })).OrThrow();
        (await runner.Run(new Sender(DerivedId.From("demo-music"), Actor.Staff(With("therapist", 0)[0].Id), Now), DemoMusic.SetUp)).OrThrow();
    }

    /// <summary>The rooms of a kind at a site, usual one first.</summary>
    public IReadOnlyList<RoomId> Rooms(SessionKind kind, int site) => (kind, site) switch
    {
        (SessionKind.Medicine, 0) => [MedicineRooms[1], MedicineRooms[2], MedicineRooms[4]],
        (SessionKind.Medicine, _) => [MedicineRooms[3]],
        (_, 0) => [TalkingRooms[0], TalkingRooms[1]],
        _ => [TalkingRooms[2], TalkingRooms[3]],
    };

    private void Room(Desk desk, RoomId room, int site, string name, RoomUse use, int chairs) =>
        desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(room, Sites[site], name, use, chairs, use == RoomUse.Medicine));

    private Task<Outcome> Act(Actor actor, Action<Desk> work) => runner.Run(new Sender(NewId(), actor, Now), work);
}
