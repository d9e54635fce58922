using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Running;
using Sojourn.Web.Courses;
using Sojourn.Web.Design;

namespace Sojourn.Web.Dosing;

/// <summary>Who is in the room, with what they chose beforehand.</summary>
public sealed record RoomPerson
{
    public required BannerPerson Banner { get; init; }

    public string? Intention { get; init; }

    /// <summary>Touch, people, a second dose: as chosen before the day, never under the medicine.</summary>
    public string? Choices { get; init; }

    /// <summary>The session directive; null while nothing was said.</summary>
    public DirectiveSheet? Directive { get; init; }

    /// <summary>What was done about symptoms in the last session: "nausea: ginger".</summary>
    public IReadOnlyList<string> HelpedLastTime { get; init; } = [];

    internal static RoomPerson Of(Records records, Booking booking, DateTimeOffset now)
    {
        var of = new { booking.PersonId, booking.CourseId };
        return new RoomPerson
        {
            Banner = WhoItIs.Banner(records, booking.PersonId, now) ?? throw new InvalidOperationException($"Session {booking.Id} is booked for somebody who is not registered."),
            Directive = DirectiveRecords.Of(records, booking.CourseId),
            Intention = records.Value<string>("select intention from preparation where course_id = @CourseId", of),
            HelpedLastTime = records.All<string>(Sql.Of<RoomFacts>("helped-last-time.sql"), new { booking.PersonId, booking.Id }),
            Choices = records.Value<string>("select words from preparation_item where course_id = @CourseId and item_id = 'choices'", of),
        };
    }
}
