using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Tasks;
using static Sojourn.Domain.Boosters.Booster;

namespace Sojourn.Clinic.Boosters;

/// <summary>An agreed booster is the front desk's to book. Booking it answers the task; when that session falls away, the task is there again.</summary>
internal sealed class BookingABooster() : Reaction("booster-booking")
{
    private const string Book = "book-booster";

    /// <summary>The clinic's own promise, not a clinical figure.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(2);

    protected override void Define()
    {
        On<Event.Agreed>((e, from, desk) => Raise(desk, from.Id, e.Number, $"{e.Number}", from.RecordedAt));
        On<Event.Declined>((_, from, desk) => Settle(desk, new CourseId(from.Id), "It was declined."));
        On<Session.Event.Booked>((_, from, desk) => Booked(desk, from));
        On<Session.Event.Settled>((_, from, desk) => Booked(desk, from));
        On<Session.Event.Cancelled>((_, from, desk) => Lost(desk, from));
        On<Session.Event.Missed>((_, from, desk) => Lost(desk, from));
    }

    private static void Booked(Desk desk, Origin from)
    {
        if (SessionRecords.One(desk.Records, from.Id) is { Kind: "medicine", CourseId: { } course })
        {
            Settle(desk, course, "Booked.");
        }
    }

    /// <summary>The last agreed booster has neither been given nor a time any more.</summary>
    private static void Lost(Desk desk, Origin from)
    {
        if (SessionRecords.One(desk.Records, from.Id) is not { Kind: "medicine", CourseId: { } course }
            || desk.Records.One<Waiting>(
                "select number, state, last_medicine_on from booster where course_id = @course order by number desc limit 1", new { course }) is not { State: "agreed" } booster
            || SeriesSoFar.Of(desk.Records, course, desk.At).LastMedicineOn > booster.LastMedicineOn
            || desk.Records.Any("select 1 from session where course_id = @course and kind = 'medicine' and state in ('booked', 'arrived', 'running')", new { course }))
        {
            return;
        }

        Raise(desk, course.Value, booster.Number, $"{booster.Number}/{from.Position}", from.RecordedAt);
    }

    private static void Raise(Desk desk, Guid course, int number, string key, DateTimeOffset at) => new CourseChores(desk, course, "boosters").Raise(
        Book, key, $"Book booster {number}: all have agreed", "role/front-desk", "therapist", at + Within);

    private static void Settle(Desk desk, CourseId course, string note)
    {
        foreach (var task in desk.Records.All<Guid>("select id from task where course_id = @course and kind = @Book and state in ('open', 'taken')", new { course, Book }))
        {
            desk.Do(TaskSlice.Slice, task, new Chore.Command.Settle(note));
        }
    }

    private sealed record Waiting
    {
        public int Number { get; init; }

        public string State { get; init; } = "";

        public DateOnly LastMedicineOn { get; init; }
    }
}
