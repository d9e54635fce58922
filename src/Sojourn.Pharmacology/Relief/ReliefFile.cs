using System.Text.Json;
using Sojourn.Pharmacology.Cases;

namespace Sojourn.Pharmacology.Relief;

/// <summary>A person of the input.</summary>
/// <param name="Threshold">0 to 100.</param>
/// <param name="Today">Day, as those of the sessions.</param>
internal sealed record PersonToForecast(string Id, ReliefHistory History, double Threshold, double Today);

/// <summary>Reads <c>{"people": […]}</c>: all of them, or every fault with its person and field.</summary>
internal static class ReliefFile
{
    private const double MostScore = 100_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    // Instruments whose relief wears off as that of pain does, by what their names begin with or hold.
    private static readonly string[] PainWords = ["pain", "nrs", "vas", "peg", "bpi", "fiqr"];

    internal static (IReadOnlyList<PersonToForecast> People, IReadOnlyList<string> Faults) Read(ReadOnlyMemory<byte> json)
    {
        List<string> faults = [];
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = new Field("The input", "", document.RootElement, faults);
            if (!root.IsObject)
            {
                root.Fault("is not an object; give {\"people\": […]}.");
                return ([], faults);
            }

            var people = root["people"].List("a list of people").Select((listed, at) => One(listed, at, faults)).OfType<PersonToForecast>().ToList();
            faults.AddRange(people.GroupBy(person => person.Id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => $"Person \"{same.Key}\", id: is used {same.Count()} times; give each person their own."));
            return (people, faults);
        }
        catch (JsonException wrong)
        {
            return ([], [$"The input is not JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}. {wrong.Message.Split(" LineNumber", 2)[0]}"]);
        }
    }

    private static PersonToForecast? One(Field listed, int at, List<string> faults)
    {
        if (!listed.IsObject)
        {
            listed.Fault("is not an object; give a person.");
            return null;
        }

        var before = faults.Count;
        var id = listed["id"].Text("the person's name");
        var field = listed.Renamed(id.Length > 0 ? $"Person \"{id}\"" : $"Person {at + 1}");
        var instrument = field["instrument"].Text("the instrument's name");
        var most = field["score_max"].AboveNought();
        if (most > MostScore)
        {
            field["score_max"].Fault($"is more than {MostScore:0}; give the most that the instrument gives.");
        }

        var higherIsWorse = field["higher_is_worse"].YesOr(true);
        var sessions = field["sessions"].List("a list of days").Select(day => day.Number()).ToList();
        var scores = field["observations"].List("a list of [day, score], which may be empty").Select(one => Observed(one, most, higherIsWorse)).ToList();
        var today = field["origin_day"].Number();
        var threshold = field["threshold_score"].Between(0, most);
        if (faults.Count > before)
        {
            return null;
        }

        if (sessions.Count == 0)
        {
            field["sessions"].Fault("is empty; without a session there is no relief to forecast.");
        }
        else if (today < sessions.Max())
        {
            field["origin_day"].Fault($"is {today:0.##}, before the last session on day {sessions.Max():0.##}; give a day after it.");
        }
        else if (scores.Any(score => score.Day > today))
        {
            field["observations"].Fault("has a score after origin_day; leave out what is not known yet.");
        }

        return faults.Count > before ? null : new PersonToForecast(id, new ReliefHistory(sessions, scores, most, IsPain(instrument)), Scaled(threshold, most, higherIsWorse), today);
    }

    private static Score Observed(Field pair, double most, bool higherIsWorse)
    {
        if (pair.List("a pair [day, score]") is not [var day, var score])
        {
            pair.Fault("is not a pair; give [day, score].");
            return default;
        }

        return new Score(day.Number(), Scaled(score.Between(0, most), most, higherIsWorse));
    }

    private static double Scaled(double score, double most, bool higherIsWorse) => (higherIsWorse ? score : most - score) * 100 / most;

    private static bool IsPain(string instrument) => PainWords.Any(word => instrument.Contains(word, StringComparison.OrdinalIgnoreCase));
}
