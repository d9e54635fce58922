using System.Text;
using Sojourn.Journal.Sqlite;

namespace Sojourn.Journal.Killing;

/// <summary>
/// 32 writers that never stop. Each says on standard output what it sends (<c>? id .</c>) before it does, and what was answered
/// (<c>! id first last .</c>) after it was. A line without its full stop was cut by the kill.
/// </summary>
internal static class Victim
{
    public const string Ready = "ready";
    private const int Writers = 32;

    public static async Task Write(string file)
    {
        await using var journal = SqliteJournal.Open(file, [new CountByStream()], TimeProvider.System);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 256) { AutoFlush = true };
        var say = TextWriter.Synchronized(output);
        await say.WriteLineAsync(Ready);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(journal, $"session/{writer}", say))));
    }

    public static int EventsOf(Guid commandId) => 1 + (commandId.ToByteArray()[15] % 3);

    public static bool Work(IJournalTransaction transaction, Guid commandId, string stream)
    {
        var events = Enumerable.Range(0, EventsOf(commandId)).Select(number => new NewEvent("moment.noted", 1, Encoding.UTF8.GetBytes($$"""{"number":{{number}}}""")));
        transaction.Append(stream, transaction.VersionOf(stream), [.. events]);
        return true;
    }

    private static async Task Write(SqliteJournal journal, string stream, TextWriter say)
    {
        while (true)
        {
            var commandId = Guid.CreateVersion7();
            await say.WriteLineAsync($"? {commandId} .");
            var receipt = await journal.Write(commandId, stream, transaction => Work(transaction, commandId, stream));
            await say.WriteLineAsync($"! {commandId} {receipt.FirstPosition} {receipt.LastPosition} .");
        }
    }
}
