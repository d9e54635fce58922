using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sojourn.Domain.Measures;

namespace Sojourn.Programmes.Instruments;

/// <summary>What a command line verb says: text for the two outputs, and the exit code.</summary>
public sealed record Spoken(string Output, string Error, int ExitCode);

/// <summary><c>sojourn score INSTRUMENT --answers 1,2,…</c></summary>
public static class ScoreCommand
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Broken = 2;
    private const int WrongUsage = 64;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <param name="folder">Where the instrument files are.</param>
    /// <param name="instrument">Name as typed; case, hyphens and spaces do not matter.</param>
    /// <param name="answers">As <see cref="AnswerLine"/> reads it.</param>
    public static Spoken Run(string folder, string? instrument, string? answers)
    {
        if (string.IsNullOrWhiteSpace(instrument) || answers is null)
        {
            return Error("Usage: sojourn score INSTRUMENT --answers 1,2,…", WrongUsage);
        }

        var library = InstrumentLibrary.Load(folder);
        if (library.Value is not { } known)
        {
            return Error(string.Join('\n', library.Faults.Select(fault => $"{fault.Where}: {fault.Sentence}")), Broken);
        }

        return known.Find(instrument) is { } found
            ? Answered(found, answers)
            : Error($"There is no instrument \"{instrument.Trim()}\". Known are: {string.Join(", ", known.All.Select(one => one.Id))}.", Refused);
    }

    private static Spoken Answered(Instrument instrument, string line)
    {
        var answers = AnswerLine.Parse(instrument, line);
        if (answers.Value is not { } given)
        {
            return Error(string.Join('\n', answers.Faults.Select(fault => fault.Sentence)), Refused);
        }

        var score = Scoring.Score(instrument, given);
        return score.Value is { } value
            ? new(JsonSerializer.Serialize(Said.Of(instrument, value), Json) + "\n", string.Empty, Done)
            : Error(string.Join('\n', score.Faults.Select(fault => fault.Sentence)), Refused);
    }

    private static Spoken Error(string sentence, int code) => new(string.Empty, sentence + "\n", code);

    /// <summary>The shape of the answer; its names are the contract.</summary>
    private sealed record Said(
        string Instrument,
        string Title,
        int Version,
        decimal? Total,
        decimal[]? Range,
        string? Band,
        string? WhyNoTotal,
        bool Prorated,
        string? WhyProrated,
        IReadOnlyList<SaidFlag> Flags,
        IReadOnlyList<string> Missing,
        IReadOnlyList<SaidPart> Subscales,
        IReadOnlyDictionary<string, decimal> Items,
        string? Notice)
    {
        public static Said Of(Instrument instrument, Score score) => new(
            instrument.Id,
            instrument.Title,
            instrument.Version,
            score.Total,
            score.Range is { } range ? [range.Least, range.Most] : null,
            score.Band,
            score.WhyNoTotal,
            score.Prorated,
            score.WhyProrated,
            [.. score.Flags.Select(flag => new SaidFlag(flag.Id, flag.Level, flag.Concern, flag.Words, flag.Action))],
            score.Missing,
            [.. score.Parts.Select(part => new SaidPart(part.Id, part.Title, part.Value, [part.Range.Least, part.Range.Most], part.Positive, part.WhyNot))],
            score.Answers.ToDictionary(answer => answer.Item, answer => answer.Value),
            instrument.Licence.Notice);
    }

    private sealed record SaidFlag(string Id, FlagLevel Level, ConcernLevel? Concern, string Words, string? Action);

    private sealed record SaidPart(string Id, string? Title, decimal? Value, decimal[] Range, bool? Positive, string? WhyNot);
}
