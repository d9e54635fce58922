using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;

namespace Sojourn.Clinic.Preparation;

/// <summary>What a person chose beforehand, as last said.</summary>
public sealed record DirectiveSheet(int Version, DateTimeOffset SaidAt, string SaidBy, Directive Choices);

/// <summary>Questions to the preparation projection about the session directive.</summary>
public static class DirectiveRecords
{
    /// <returns>Null while nothing was said.</returns>
    public static DirectiveSheet? Of(Records records, CourseId course) =>
        records.One<Row>("select * from directive where course_id = @course order by version desc", new { course }) is { } row
            ? new(
                row.Version,
                row.SaidAt,
                row.SaidBy,
                new(Choice<TouchChoice>(row.Touch), row.People, Choice<MusicChoice>(row.Music), Choice<RecordingChoice>(row.Recording), Choice<SecondDoseChoice>(row.SecondDose), row.Helps))
            : null;

    private static T? Choice<T>(string? word)
        where T : struct, Enum => word is null ? null : Columns.Choice<T>(word);

    private sealed record Row
    {
        public int Version { get; init; }

        public DateTimeOffset SaidAt { get; init; }

        public string SaidBy { get; init; } = "";

        public string? Touch { get; init; }

        public string? People { get; init; }

        public string? Music { get; init; }

        public string? Recording { get; init; }

        public string? SecondDose { get; init; }

        public string? Helps { get; init; }
    }
}
