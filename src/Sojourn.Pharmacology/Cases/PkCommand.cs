using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sojourn.Pharmacology.Cases;

/// <summary>What the verb says: text for the two outputs, and the exit code. Output is whole or empty.</summary>
public sealed record PkAnswer(string Output, string Error, int ExitCode);

/// <summary><c>sojourn pk --input FILE</c>: doses in, concentrations out.</summary>
public static class PkCommand
{
    private const int Done = 0;
    private const int Refused = 1;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    public static PkAnswer Run(ReadOnlyMemory<byte> json)
    {
        var (cases, faults) = CaseFile.Read(WithoutMark(json));
        if (faults.Count > 0)
        {
            return Refuse(faults);
        }

        var curves = cases.Select(one => one.Answer()).ToList();
        var beyond = curves.Where(curve => !curve.IsFinite).Select(curve => $"Case \"{curve.Id}\", parameters: the concentrations are beyond any number; check V1_L and the amounts.").ToList();
        return beyond.Count > 0 ? Refuse(beyond) : new PkAnswer(Written(curves), "", Done);
    }

    private static PkAnswer Refuse(IReadOnlyList<string> sentences) => new("", string.Join('\n', sentences) + "\n", Refused);

    private static string Written(List<CaseCurve> curves)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartObject();
            foreach (var curve in curves)
            {
                writer.WriteStartObject(curve.Id);
                Write(writer, "cp_ng_per_mL", curve.Plasma);
                Write(writer, "ce_ng_per_mL", curve.Effect);
                Write(writer, "norketamine_ng_per_mL", curve.Norketamine);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, checked((int)bytes.Length)) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, string name, double[]? values)
    {
        if (values is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    internal static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;
}
