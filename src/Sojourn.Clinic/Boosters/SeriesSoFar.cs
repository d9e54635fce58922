using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Boosters;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Boosters;

/// <summary>Reads how many medicine sessions a course has had, and when the last was.</summary>
public static class SeriesSoFar
{
    private const string Sessions =
        """
        select count(*) as given, max(m.first_dose_at) as last_at from medicine_session m join session s on s.id = m.session_id
        where s.course_id = @course and m.first_dose_at is not null
        """;

    /// <summary>How many medicine sessions of the course were given.</summary>
    public static int Given(Records records, CourseId course) => records.One<Row>(Sessions, new { course })?.Given ?? 0;

    /// <summary>In the phase of occasional treatments the series is over, however many of it were given.</summary>
    public static Booster.Series Of(Records records, CourseId course, Programme programme, DateTimeOffset now) => Of(records, course, now) is var series && IsOccasional(records, course, programme)
        ? series with { Planned = Math.Min(series.Planned, series.Given) }
        : series;

    /// <summary>The months of the programme are over for this course.</summary>
    public static bool IsOccasional(Records records, CourseId course, Programme programme) =>
        Taper.Occasional(programme) is { } occasional && records.Any("select 1 from course where id = @course and phase = @Id", new { course, occasional.Id });

    public static Booster.Series Of(Records records, CourseId course, DateTimeOffset now)
    {
        var row = records.One<Row>(Sessions, new { course }) ?? new Row();
        var planned = records.Value<int?>("select sessions from plan where course_id = @course and active_version is not null", new { course }) ?? 0;
        return new(row.LastAt is { } last ? ClinicDay.In(records, last) : null, row.Given, planned, ClinicDay.In(records, now));
    }

    private sealed record Row
    {
        public int Given { get; init; }

        public DateTimeOffset? LastAt { get; init; }
    }
}
