using System.Text.Json;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Publishing;

/// <summary>The clinic's own versions on top of those that lie in files.</summary>
internal static class PublishedProgrammes
{
    private sealed record Row
    {
        public Guid Stream { get; init; }

        public int Version { get; init; }

        public string? ProgrammeId { get; init; }

        public string? Text { get; init; }

        public string? Beside { get; init; }

        public int? PilotCap { get; init; }

        public DateTimeOffset? WithdrawnAt { get; init; }
    }

    internal static ProgrammeLibrary Over(ProgrammeLibrary shipped, Records records)
    {
        var rows = records.All<Row>("select * from programme_version order by stream, version");
        if (rows.Count == 0)
        {
            return shipped;
        }

        var files = shipped.ById.Values.ToDictionary(programme => PublishingSlice.IdOf(programme.Id));
        var programmes = new List<Programme>();
        var inUse = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var stream in rows.GroupBy(row => row.Stream))
        {
            var file = files.GetValueOrDefault(stream.Key);
            var here = stream.Select(row => (Row: row, Programme: Opened(Read(row) ?? (file?.Version == row.Version ? file : null), row))).Where(one => one.Programme is not null).ToList();
            programmes.AddRange(here.Select(one => one.Programme!));
            var offered = here.Where(one => one.Row.WithdrawnAt is null && one.Row.Text is not null).Select(one => (int?)one.Row.Version).Max();
            var ofFile = file is not null && stream.All(row => row.Version != file.Version || row.WithdrawnAt is null) ? file.Version : (int?)null;
            if ((file?.Id ?? here.FirstOrDefault().Programme?.Id) is { } id)
            {
                inUse[id] = offered ?? ofFile;
            }
        }

        return shipped.With(programmes, inUse);
    }

    private static Programme? Read(Row row) => row is { Text: { } text, ProgrammeId: { } id }
        ? ProgrammeFiles.ReadPublished(id, text, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Beside ?? "{}")!)
        : null;

    private static Programme? Opened(Programme? programme, Row row) =>
        row.PilotCap is { } cap && programme is not null ? programme with { Pilot = programme.Pilot with { Cap = cap } } : programme;
}
