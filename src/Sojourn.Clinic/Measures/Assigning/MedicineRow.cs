using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Measures.Assigning;

/// <summary>A medicine session of a course, as far as asking needs it.</summary>
internal sealed record MedicineRow
{
    public SessionId Id { get; init; }

    public CourseId? CourseId { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset? FromAt { get; init; }

    public DateTimeOffset? ToAt { get; init; }

    public static MedicineRow? Of(Records records, Guid id) =>
        records.One<MedicineRow>("select * from session where id = @id and kind = 'medicine' and course_id is not null", new { id });
}
