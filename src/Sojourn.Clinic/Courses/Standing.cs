using System.Globalization;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Clinic.Courses;

/// <summary>
/// What is still missing before a medicine session of a course, each with the place that clears it. The calendar refuses to book with it, the gate asks it
/// again, the course's page shows it as the task list. What depends on the day (escort, vital signs, weight, identity) belongs to the gate.
/// </summary>
public static class Standing
{
    /// <summary>Everything that is missing at an instant, which may lie ahead; empty when nothing is.</summary>
    /// <param name="instruments">For the titles of questionnaires; null: their ids are shown.</param>
    public static IReadOnlyList<Refusal> Of(Records records, ProgrammeLibrary programmes, CourseId courseId, DateTimeOffset at, InstrumentLibrary? instruments = null) =>
        [.. All(records, programmes, courseId, at, instruments).Select(missing => missing.Reason)];

    /// <summary>What of it the programme asks for before medicine is booked.</summary>
    /// <param name="instruments">For the titles of questionnaires; null: their ids are shown.</param>
    public static IReadOnlyList<Refusal> BeforeBooking(Records records, ProgrammeLibrary programmes, CourseId courseId, DateTimeOffset at, InstrumentLibrary? instruments = null)
    {
        var programme = CourseRecords.One(records, courseId) is { } course ? programmes.Find(course.ProgrammeId, course.ProgrammeVersion) : null;
        return [.. All(records, programmes, courseId, at, instruments)
            .Where(missing => missing.Gate is null || programme is null || programme.BeforeBookingMedicine.Any(item => item.Id == missing.Gate))
            .Select(missing => missing.Reason)];
    }

    /// <summary>Questionnaires of the programme's intake that are neither answered nor, where that may be, declined. No plan comes into force without them.</summary>
    /// <param name="instruments">For the titles of questionnaires; null: their ids are shown.</param>
    public static IReadOnlyList<Refusal> NotMeasured(Records records, ProgrammeLibrary programmes, CourseId courseId, DateTimeOffset at, InstrumentLibrary? instruments = null) =>
        CourseRecords.One(records, courseId) is { } course && programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is { } programme
            ? [.. new StandingOfCourse(records, course, programme, at, instruments).Measures().Select(missing => missing.Reason)]
            : [];

    private static IEnumerable<Missing> All(Records records, ProgrammeLibrary programmes, CourseId courseId, DateTimeOffset at, InstrumentLibrary? instruments)
    {
        if (CourseRecords.One(records, courseId) is not { } course)
        {
            return [new(null, new Refusal("course.unknown", "There is no such course. Open one from the person's page."))];
        }

        if (!course.IsOpen)
        {
            return [new(null, new Refusal("course.closed", $"This course was closed: {course.ClosedWhy} Open a new one to go on.", new Remedy("The course", Place(course))))];
        }

        if (programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is not { } programme)
        {
            return [new(null, new Refusal("course.programme-gone", "This clinic no longer has the programme of this course. Put its file back, or close the course.", new Remedy("The course", Place(course))))];
        }

        var standing = new StandingOfCourse(records, course, programme, at, instruments);
        return [
            .. standing.Assessment(),
            .. standing.Team(),
            .. standing.Measures(),
            .. standing.Plan(),
            .. standing.Booster(),
            .. standing.Consent(),
            .. standing.Preparation(),
        ];
    }

    internal static string Place(CourseRow course, string? below = null) =>
        string.Create(CultureInfo.InvariantCulture, $"courses/{course.Id.Value:D}{(below is null ? "" : "/" + below)}");

    /// <param name="Gate">The gate item that waits for it; null where every medicine session does.</param>
    internal sealed record Missing(string? Gate, Refusal Reason);
}
