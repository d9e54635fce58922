using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Calendar.Series;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>A whole series gets its times in one step: preparation before, medicine within its windows, integration after each.</summary>
public sealed class BookingASeries
{
    private static readonly SeriesWishes AnyDay = new(new DateOnly(2026, 11, 23), [.. Enum.GetValues<DayOfWeek>()], null, null, OwnTeam: true);

    [Fact]
    public async Task Six_medicine_sessions_with_preparation_before_and_integration_after_each_are_booked_at_once()
    {
        await using var clinic = await Opened();
        var proposal = Proposed(clinic, AnyDay);
        Assert.Null(proposal.WhyNot);
        Assert.All(proposal.Visits, visit => Assert.Null(visit.Break));
        await clinic.Does(Actor.Staff(clinic.Okafor), desk => SeriesDesk.Book(desk, clinic.Course.Value, AnyDay, proposal.Mark));

        var booked = clinic.Read(records => SessionRecords.OfCourse(records, clinic.Course.Value));
        Assert.Equal(["preparation", "medicine", "integration", "medicine", "integration"], booked.Take(5).Select(row => row.Kind));
        var medicine = booked.Where(row => row.IsMedicine).ToList();
        Assert.Equal([1, 2, 3, 4, 5, 6], medicine.Select(row => row.Number));
        Assert.InRange((medicine[^1].FromAt!.Value - medicine[0].FromAt!.Value).TotalDays, 21, 43);
        var after = booked.Where(row => row.Kind == "integration").ToList();
        Assert.Equal(medicine.Select(row => (SessionId?)row.Id), after.Select(row => row.FollowsId));
        Assert.All(after.Zip(medicine), pair => Assert.InRange((pair.First.FromAt!.Value - pair.Second.ToAt!.Value).TotalHours, 24, 72));
    }

    [Fact]
    public async Task With_a_time_taken_meanwhile_nothing_is_booked()
    {
        await using var clinic = await Opened();
        var proposal = Proposed(clinic, AnyDay);
        var (person, course) = (clinic.Person, clinic.Course);
        await clinic.TakeIn("Bo", "Lind");
        var first = proposal.Visits[0].Place;
        await clinic.Does(Actor.Sojourn, desk => desk.Do(SessionSlice.Slice, Guid.CreateVersion7(), new Session.Command.Book(
            new Visit(SessionKind.Preparation, "preparation", clinic.Person, null, clinic.Course, 1, null), first, BookingFacts.Clear, null)));

        var outcome = await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Staff(clinic.Okafor)), desk => SeriesDesk.Book(desk, course.Value, AnyDay, proposal.Mark));
        Assert.Equal("series.times-changed", Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Reasons).Code);
        Assert.Empty(clinic.Read(records => SessionRecords.OfPerson(records, person.Value)));
    }

    [Fact]
    public async Task A_series_that_has_begun_goes_on_with_the_next_number_and_its_window_counts_from_the_first()
    {
        await using var clinic = await Opened();
        var proposal = Proposed(clinic, AnyDay);
        await clinic.Does(Actor.Staff(clinic.Okafor), desk => SeriesDesk.Book(desk, clinic.Course.Value, AnyDay, proposal.Mark));
        foreach (var row in clinic.Read(records => SessionRecords.OfCourse(records, clinic.Course.Value)).TakeLast(4))
        {
            await clinic.Does(Actor.Staff(clinic.Okafor), desk => desk.Do(SessionSlice.Slice, row.Id.Value, new Session.Command.Cancel("Away")));
        }

        var rest = Proposed(clinic, AnyDay);
        Assert.Equal([("medicine", 5), ("medicine", 6)], rest.Visits.Where(visit => visit.Type.Kind == SessionKind.Medicine).Select(visit => (visit.Type.Id[..8], visit.Number)));
        Assert.Equal(proposal.Visits.Select(visit => visit.Place.From).TakeLast(4), rest.Visits.Select(visit => visit.Place.From));
    }

    [Fact]
    public async Task What_suits_is_kept_to()
    {
        await using var clinic = await Opened();
        var proposal = Proposed(clinic, AnyDay with { Days = [DayOfWeek.Tuesday, DayOfWeek.Friday, DayOfWeek.Wednesday], NotBefore = new TimeOnly(13, 0) });
        Assert.NotEmpty(proposal.Visits);
        Assert.All(proposal.Visits, visit => Assert.True(TimeZoneInfo.ConvertTime(visit.Place.From, Zone) is { DayOfWeek: DayOfWeek.Tuesday or DayOfWeek.Friday or DayOfWeek.Wednesday, Hour: >= 13 }));
    }

    [Fact]
    public async Task Hours_too_short_for_a_session_are_named_as_the_reason()
    {
        await using var clinic = await Opened();
        var proposal = Proposed(clinic, AnyDay with { NotBefore = new TimeOnly(9, 0), NotAfter = new TimeOnly(10, 0) });
        Assert.Empty(proposal.Visits);
        Assert.Contains("“Medicine session” has no time", proposal.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_medicine_session_that_is_moved_takes_its_integration_along()
    {
        await using var clinic = await Opened();
        await clinic.Does(Actor.Staff(clinic.Okafor), desk => SeriesDesk.Book(desk, clinic.Course.Value, AnyDay, Proposed(clinic, AnyDay).Mark));
        var medicine = clinic.Read(records => SessionRecords.OfCourse(records, clinic.Course.Value)).Last(row => row.IsMedicine);
        await clinic.Does(Actor.Staff(clinic.Okafor), desk => Move(desk, medicine, days: 1));

        var after = Assert.Single(clinic.Read(records => Partners.Of(records, medicine.Id.Value)));
        Assert.InRange((after.FromAt!.Value - medicine.ToAt!.Value.AddDays(1)).TotalHours, 24, 72);
        Assert.Equal("T. Ellery", after.StaffNames);
    }

    [Fact]
    public async Task Without_a_time_for_its_integration_nothing_is_moved()
    {
        await using var clinic = await Opened();
        await clinic.Does(Actor.Staff(clinic.Okafor), desk => SeriesDesk.Book(desk, clinic.Course.Value, AnyDay, Proposed(clinic, AnyDay).Mark));
        var medicine = clinic.Read(records => SessionRecords.OfCourse(records, clinic.Course.Value)).Last(row => row.IsMedicine);
        var end = medicine.ToAt!.Value.AddDays(1);
        await clinic.TakeIn("Bo", "Lind");
        await clinic.Does(Actor.Sojourn, desk => desk.Do(SessionSlice.Slice, Guid.CreateVersion7(), new Session.Command.Book(
            new Visit(SessionKind.Preparation, "preparation", clinic.Person, null, clinic.Course, 1, null), new Place(clinic.Site, null, end.AddHours(20), end.AddHours(80), [clinic.Ellery]), BookingFacts.Clear, null)));

        var outcome = await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Staff(clinic.Okafor)), desk => Move(desk, medicine, days: 1));
        Assert.Equal("calendar.partner-without-time", Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Reasons).Code);
        Assert.Equal(medicine.FromAt, clinic.Read(records => SessionRecords.One(records, medicine.Id.Value))!.FromAt);
    }

    private static void Move(Desk desk, SessionRow row, int days)
    {
        var place = new Place(row.SiteId, row.RoomId, row.FromAt!.Value.AddDays(days), row.ToAt!.Value.AddDays(days), [.. desk.Records.All<StaffId>("select staff_id from session_staff where session_id = @Id", new { row.Id })]);
        desk.Do(SessionSlice.Slice, row.Id.Value, new Session.Command.Move(place, Booking.Facts(desk, row.Id.Value, Booking.VisitOf(row), place), "Asked for a later day"));
        Partners.Follow(desk, row.Id.Value, "Asked for a later day");
    }

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton");

    private static async Task<MedicineClinic> Opened()
    {
        var clinic = await MedicineClinic.Open((reduced, shipped) => reduced with { TherapyGap = shipped.TherapyGap, Integration = shipped.Integration });
        await clinic.TakeIn();
        return clinic;
    }

    private static SeriesProposal Proposed(MedicineClinic clinic, SeriesWishes wishes) => clinic.Read(records =>
        SeriesFinder.Find(records, clinic.Runner.Programmes, SeriesToBook.Of(records, CourseRecords.One(records, clinic.Course)!, clinic.Programme)!, wishes, clinic.Runner.Now));
}
