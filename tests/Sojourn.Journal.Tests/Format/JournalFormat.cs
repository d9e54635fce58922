using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sojourn.Journal.Tests.Format;

/// <summary>docs/reference/journal-format.md promises bytes to people who write other programs; these read the page.</summary>
public sealed class JournalFormat
{
    [Fact]
    public void The_vectors_in_the_document_are_what_the_code_computes()
    {
        var head = Chain.Beginning;
        foreach (var vector in ReadVectors())
        {
            var envelope = Chain.Link(
                head,
                vector.Stream,
                vector.Version,
                new NewEvent(vector.Name, vector.EventVersion, Encoding.UTF8.GetBytes(vector.Payload)),
                Instant.FromMicroseconds(vector.RecordedAt),
                vector.Actor,
                vector.CommandId);

            Assert.Equal(vector.Position, envelope.Position);
            Assert.Equal(vector.PayloadHash, Hex(envelope.PayloadHash));
            Assert.Equal(vector.PreviousHash, Hex(envelope.PreviousHash));
            Assert.Equal(vector.Encoding, Hex(EnvelopeEncoding.Encode(envelope)));
            Assert.Equal(vector.Hash, Hex(envelope.Hash));
            head = new Head(envelope.Position, envelope.Hash);
        }

        Assert.Equal(3, head.Position);
    }

    [Fact]
    public void An_instant_before_1970_is_cut_towards_the_past_like_every_other()
    {
        var instant = DateTimeOffset.UnixEpoch.AddTicks(-1);
        Assert.Equal(-1, Instant.ToMicroseconds(instant));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMicroseconds(-1), Instant.FromMicroseconds(-1));
    }

    private static List<Vector> ReadVectors()
    {
        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "reference", "journal-format.md"));
        var begin = page.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        var end = page.IndexOf("```", begin, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<List<Vector>>(page[begin..end])!;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sojourn.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);

    private sealed record Vector(
        [property: JsonPropertyName("position")] long Position,
        [property: JsonPropertyName("stream")] string Stream,
        [property: JsonPropertyName("version")] long Version,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("eventVersion")] int EventVersion,
        [property: JsonPropertyName("recordedAt")] long RecordedAt,
        [property: JsonPropertyName("actor")] string Actor,
        [property: JsonPropertyName("commandId")] Guid CommandId,
        [property: JsonPropertyName("payload")] string Payload,
        [property: JsonPropertyName("payloadHash")] string PayloadHash,
        [property: JsonPropertyName("previousHash")] string PreviousHash,
        [property: JsonPropertyName("encoding")] string Encoding,
        [property: JsonPropertyName("hash")] string Hash);
}
