using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Courses;

/// <summary>Where a course is in its programme's months: what is foreseen, what is booked or held, what is missing.</summary>
/// <param name="FirstOn">The first medicine day, from which the months count; null while none is booked.</param>
/// <param name="Types">The kinds that are counted, medicine first.</param>
public sealed record CourseMonths(DateOnly? FirstOn, DateOnly Today, IReadOnlyList<SessionType> Types, IReadOnlyList<MonthRow> Months)
{
    private const string Sessions =
        "select type, state, from_at from session where course_id = @course and type in @types and state in ('booked', 'arrived', 'running', 'held', 'missed') order by from_at";

    /// <summary>Null where the programme has no months.</summary>
    public static CourseMonths? Of(Records records, CourseId course, Programme programme, DateTimeOffset now)
    {
        var foreseen = Taper.Months(programme);
        if (foreseen.Count == 0)
        {
            return null;
        }

        var types = foreseen.SelectMany(month => month.Lines).Select(line => line.Type).Distinct()
            .Select(programme.Session).OfType<SessionType>().OrderBy(type => type.Kind == SessionKind.Medicine ? 0 : 1).ToList();
        var visits = records.All<Visit>(Sessions, new { course, types = types.Select(type => type.Id).ToArray() })
            .Select(visit => (visit.Type, visit.State, On: ClinicDay.In(records, visit.FromAt))).ToList();
        var first = FirstMedicineOn(records, course, booked: true);
        var today = ClinicDay.In(records, now);
        return new(first, today, types, [.. foreseen.Select(month => new MonthRow(
            month,
            first?.AddDays(month.FromDay),
            first?.AddDays(month.ToDay - 1),
            [.. types.Select(type =>
            {
                var here = visits.Where(v => v.Type == type.Id && first is { } from && v.On >= from.AddDays(month.FromDay) && v.On < from.AddDays(month.ToDay)).Select(v => v.State).ToList();
                return new MonthCell(
                    type.Id,
                    month.Lines.FirstOrDefault(line => line.Type == type.Id)?.Count ?? new(0, 0),
                    here.Count(state => state == "held"),
                    here.Count(state => state is "booked" or "arrived" or "running"),
                    here.Count(state => state == "missed"));
            })]))]);
    }

    /// <summary>The day of the course's first medicine session that was given, or, where asked, is booked; null where there is none.</summary>
    internal static DateOnly? FirstMedicineOn(Records records, CourseId course, bool booked)
    {
        var states = booked ? new[] { "held", "running", "arrived", "booked" } : ["held", "running"];
        return records.Value<string>("select min(from_at) from session where course_id = @course and kind = 'medicine' and state in @states", new { course, states }) is { } at
            ? ClinicDay.In(records, Columns.Instant(at))
            : null;
    }

    private sealed record Visit
    {
        public string Type { get; init; } = "";

        public string State { get; init; } = "";

        public DateTimeOffset FromAt { get; init; }
    }
}

/// <param name="From">Null while the months have no beginning.</param>
/// <param name="To">The month's last day.</param>
/// <param name="Cells">One for each counted kind, in their order.</param>
public sealed record MonthRow(MonthForeseen Foreseen, DateOnly? From, DateOnly? To, IReadOnlyList<MonthCell> Cells);

/// <param name="Foreseen">By the programme.</param>
public sealed record MonthCell(string Type, Bounds<int> Foreseen, int Held, int Booked, int Missed)
{
    public int Missing => Math.Max(0, Foreseen.Least - Held - Booked);
}
