using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using static Sojourn.Clinic.Tests.Calendar.CalendarClinic;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>Visits whose room is closed for days, or whose staff is away or leaves, become tasks for the front desk until they are mended.</summary>
public sealed class DisplacingVisits
{
    [Fact]
    public async Task A_room_that_is_closed_for_a_week_gives_a_task_for_each_visit_until_it_is_moved_or_the_room_opens_after_all()
    {
        await using var calendar = await Open();
        var (other, course) = await calendar.Begin("Holm");
        var moved = Guid.CreateVersion7();
        await calendar.Book(moved, calendar.Place(At(Monday, 10)), calendar.Visit());
        await calendar.Book(Guid.CreateVersion7(), calendar.Place(At(Monday.AddDays(2), 10)), calendar.Visit() with { Person = other, Course = course });
        await calendar.Book(Guid.CreateVersion7(), calendar.Place(At(Monday.AddDays(7), 10)), calendar.Visit());
        var days = new ClosedDaysId(Guid.CreateVersion7());
        await calendar.OfClinic(new DomainClinic.Command.CloseForDays(days, calendar.Clinic.Site, calendar.Room, Monday, Monday.AddDays(6), "burst pipe", Monday));
        await calendar.Clinic.React();
        Assert.Equal(
            ["Move the visit of RUIZ on Mon 4-Jan 10:00: Room 4 is closed then (burst pipe).", "Move the visit of HOLM on Wed 6-Jan 10:00: Room 4 is closed then (burst pipe)."],
            Waiting(calendar, "words"));
        Assert.Equal(["role/front-desk", "role/front-desk"], Waiting(calendar, "owner"));

        var place = calendar.Place(At(Monday.AddDays(8), 10));
        await calendar.Clinic.Do(desk => FreeTimes.Ask(desk, moved, calendar.Visit(), place, facts => new Session.Command.Move(place, facts, "burst pipe")));
        await calendar.Clinic.React();
        Assert.Single(Waiting(calendar, "words"), words => words.Contains("HOLM", StringComparison.Ordinal));
        await calendar.OfClinic(new DomainClinic.Command.OpenAfterAll(days));
        await calendar.Clinic.React();
        Assert.Empty(Waiting(calendar, "words"));
    }

    [Fact]
    public async Task Somebody_who_is_away_or_leaves_leaves_no_visit_behind_unseen()
    {
        await using var calendar = await Open();
        var therapist = calendar.Clinic.Therapist;
        await calendar.Book(calendar.Place(At(Monday, 10)));
        await calendar.Book(calendar.Place(At(Monday.AddDays(1), 10)));
        var absence = new AbsenceId(Guid.CreateVersion7());
        await calendar.Of(therapist, new StaffMember.Command.BeAway(absence, AbsenceKind.Illness, Monday, Monday, Monday));
        await calendar.Clinic.React();
        Assert.Equal(["Move the visit of RUIZ on Mon 4-Jan 10:00: Tara Test is away then."], Waiting(calendar, "words"));
        await calendar.Of(therapist, new StaffMember.Command.BeHereAfterAll(absence));
        await calendar.Clinic.React();
        Assert.Empty(Waiting(calendar, "words"));
        await calendar.Of(therapist, new StaffMember.Command.Leave(Monday));
        await calendar.Clinic.React();
        Assert.Equal(2, Waiting(calendar, "words").Count);
        Assert.Equal(["calendar.staff-left", "calendar.staff-missing"], (await calendar.Book(calendar.Place(At(Monday.AddDays(2), 10)))).Reasons.Select(reason => reason.Code));
        await calendar.Of(therapist, new StaffMember.Command.ComeBack(["therapist"]));
        await calendar.Clinic.React();
        Assert.Empty(Waiting(calendar, "words"));
    }

    private static IReadOnlyList<string> Waiting(CalendarClinic calendar, string column) =>
        calendar.Clinic.Read(records => records.All<string>($"select {column} from task where kind = 'move-visit' and state in ('open', 'taken') order by due_at"));
}
