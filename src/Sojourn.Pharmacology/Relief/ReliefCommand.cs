using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sojourn.Pharmacology.Cases;

namespace Sojourn.Pharmacology.Relief;

/// <summary><c>sojourn relief --input FILE</c>: sessions and scores in, one forecast a person out.</summary>
public static class ReliefCommand
{
    private const int Done = 0;
    private const int Refused = 1;

    private static readonly double[] Chances = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];
    private static readonly double[] DecayChances = [0.1, 0.5, 0.9];
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Output is whole or empty.</summary>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    public static (string Output, string Error, int ExitCode) Run(ReadOnlyMemory<byte> json)
    {
        var (people, faults) = ReliefFile.Read(PkCommand.WithoutMark(json));
        return faults.Count > 0 ? ("", string.Join('\n', faults) + "\n", Refused) : (Written(people), "", Done);
    }

    private static string Written(IReadOnlyList<PersonToForecast> people)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartObject();
            foreach (var person in people)
            {
                Write(writer, person);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, checked((int)bytes.Length)) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, PersonToForecast person)
    {
        var forecast = ReliefForecast.Of(person.History, ReliefPriors.Shipped, person.Threshold, person.Today);
        writer.WriteStartObject(person.Id);
        Write(writer, "quantiles", Chances, forecast.Quantile);
        Write(writer, "tau_quantiles", DecayChances, forecast.DecayQuantile);
        writer.WriteNumber("p_responder", Math.Round(forecast.Responder, 4));
        writer.WriteNumber("own_data_share", Math.Round(forecast.OwnShare, 4));
        if (forecast.Window(out var whyNot) is var (opens, closes))
        {
            writer.WriteStartArray("window_days");
            writer.WriteNumberValue(Math.Round(opens, 3));
            writer.WriteNumberValue(Math.Round(closes, 3));
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("window_days");
            writer.WriteString("why_not", Why(whyNot!.Value));
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double[] chances, Func<double, double> quantile)
    {
        writer.WriteStartObject(name);
        foreach (var chance in chances)
        {
            writer.WriteNumber(chance.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture), Math.Round(quantile(chance), 3));
        }

        writer.WriteEndObject();
    }

    private static string Why(NoWindow why) => why switch
    {
        NoWindow.LittleReliefToLose => "There is little relief to lose. A review is due rather than a booster.",
        NoWindow.TooSoonAfterTheSession => "It would begin less than 3 days after the last session.",
        _ => $"Relief is more likely than not to last {ReliefForecast.Horizon:0} days.",
    };
}
