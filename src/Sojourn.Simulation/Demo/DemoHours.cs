using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainStaff = Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Simulation.Demo;

/// <summary>When the invented clinic is open and its people work, with days on which somebody is away and a room is closed, some weeks after the demo's today.</summary>
internal static class DemoHours
{
    private static readonly TimeOnly Opens = new(7, 30);
    private static readonly TimeOnly Shuts = new(19, 0);

    internal static void SetUp(Desk desk, World world)
    {
        var today = DateOnly.FromDateTime(desk.At.UtcDateTime).AddDays(DemoClinic.DaysLived);
        foreach (var site in world.Sites)
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.SetHours(site, [.. Weekdays.Select(day => new DayHours(day, Opens, Shuts))]));
        }

        foreach (var person in world.Staff.Where(person => person.Roles.Any(role => role is "therapist" or "nurse" or "prescriber")))
        {
            desk.Do(StaffSlice.Slice, person.Id.Value, new DomainStaff.Command.SetHours([.. Weekdays.Select(day => new WorkHours(world.Sites[person.Site], day, Opens, Shuts))]));
        }

        foreach (var (person, number) in world.Staff.Where(person => person.Roles.Contains("therapist")).Zip(Enumerable.Range(150, 90)))
        {
            desk.Do(StaffSlice.Slice, person.Id.Value, new DomainStaff.Command.SetReach($"555-0{number}", $"{person.Given.ToLowerInvariant()}@demo.example", "Weekdays 12:00–13:00, and by e-mail within two days"));
        }

        foreach (var (person, number) in world.Staff.Where(person => person.Roles.Contains("therapist")).Select((person, number) => (person, number)))
        {
            desk.Do(StaffSlice.Slice, person.Id.Value, new DomainStaff.Command.Describe(new Profile(
                number % 3 == 1 ? ["English", "French"] : number % 3 == 2 ? ["English", "Cantonese"] : ["English"],
                [.. Profile.AllWays.Keys.Where((_, way) => (way + number) % 2 == 0)],
                [.. Profile.AllKnown.Keys.Where((_, known) => (known + number) % 3 != 0)],
                [.. Profile.AllTimes.Keys.Where((_, time) => (time + number) % 3 != 0)],
                number % 2 == 0 ? ["room", "video"] : ["room"])));
        }

        var monday = today.AddDays(28 - (int)today.DayOfWeek + 1);
        desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.CloseForDays(
            new ClosedDaysId(world.NewId()), world.Sites[0], world.TalkingRooms[1], monday, monday.AddDays(4), "New floor", DateOnly.FromDateTime(desk.At.UtcDateTime)));
        desk.Do(StaffSlice.Slice, world.With("therapist", 0)[^1].Id.Value, new DomainStaff.Command.BeAway(
            new AbsenceId(world.NewId()), AbsenceKind.Leave, monday, monday.AddDays(11), DateOnly.FromDateTime(desk.At.UtcDateTime)));
    }

    private static IEnumerable<DayOfWeek> Weekdays => Enumerable.Range(1, 5).Select(day => (DayOfWeek)day);
}
