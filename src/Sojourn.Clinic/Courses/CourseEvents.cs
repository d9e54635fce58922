using Sojourn.Clinic.Running;
using static Sojourn.Domain.Courses.Course;

namespace Sojourn.Clinic.Courses;

internal sealed class CourseEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Opened>("course.opened"),
        EventName.Of<Event.TeamNamed>("course.team-named"),
        EventName.Of<Event.MovedToSite>("course.moved-to-site"),
        EventName.Of<Event.PhaseEntered>("course.phase-entered"),
        EventName.Of<Event.VersionChanged>("course.version-changed"),
        EventName.Of<Event.Closed>("course.closed"),
    ];
}

public static class CourseSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("course", State.Initial, Decide, Evolve);
}
