using System.Text;

namespace Sojourn.Journal.Tests.Conformance;

/// <summary>The few words in which journals are tested.</summary>
internal static class Journals
{
    public const string Nurse = "staff/0198c1de-0000-7000-8000-000000000001";

    public static NewEvent Noted(string text = "calm") => new("moment.noted", 1, Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}"""));

    public static Guid NewId() => Guid.CreateVersion7();

    /// <summary>One command that appends events to the end of a stream.</summary>
    public static Task<Receipt> Append(this IJournal journal, string stream, params NewEvent[] events) => journal.Append(NewId(), stream, events);

    public static Task<Receipt> Append(this IJournal journal, Guid commandId, string stream, params NewEvent[] events) =>
        journal.Write(commandId, Nurse, transaction =>
        {
            transaction.Append(stream, transaction.VersionOf(stream), events);
            return true;
        });

    public static async Task<List<Envelope>> ReadAll(this IJournal journal) => [.. await journal.Read(0, int.MaxValue)];

    public static string Text(this Envelope envelope) => Encoding.UTF8.GetString(envelope.Payload!.Value.Span);

    /// <summary>Everything in an envelope as one text, for comparing.</summary>
    public static string Whole(this Envelope envelope) => string.Join(
        '|',
        Convert.ToHexString(EnvelopeEncoding.Encode(envelope)),
        envelope.Payload is { } payload ? Convert.ToHexString(payload.Span) : "erased",
        Convert.ToHexString(envelope.Hash.Span),
        envelope.RecordedAt.ToString("O"));
}
