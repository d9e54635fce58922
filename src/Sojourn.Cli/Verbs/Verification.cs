using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Sojourn.Clinic.Running;
using Sojourn.Journal.Sqlite;

namespace Sojourn.Cli.Verbs;

/// <summary>
/// Proves a clinic's file: the chain holds, and the projections in it are what the journal alone would make. Works on a copy, so a running
/// clinic is not disturbed.
/// </summary>
internal static class Verification
{
    /// <param name="Events">Position of the head.</param>
    /// <param name="Head">Hash of the head, lower-case hexadecimal.</param>
    /// <param name="Fault">The first thing that does not hold; null when all does.</param>
    /// <param name="Position">Where in the chain; null when the fault is elsewhere.</param>
    internal sealed record Result(long Events, string Head, string? Fault, long? Position);

    internal static async Task<Result> Of(string folder, CancellationToken cancellation)
    {
        Columns.Register();
        var file = ClinicFolder.FileIn(folder);
        if (await SqliteJournal.VerifyFile(file, cancellation: cancellation) is { } broken)
        {
            return new Result(0, "", $"broken at position {broken.Position}: {broken.Sentence}", broken.Position);
        }

        var copy = Path.Combine(Path.GetTempPath(), $"sojourn-verify-{Guid.CreateVersion7():N}.db");
        try
        {
            await SqliteJournal.BackupFile(file, copy, cancellation);
            await using var journal = SqliteJournal.Open(copy, Projection.Shipped, TimeProvider.System);
            var kept = Sums(journal);
            await journal.Rebuild(cancellation: cancellation);
            var rebuilt = Sums(journal);
            var head = await journal.Head(cancellation);
            var different = kept.Keys.FirstOrDefault(t => kept[t] != rebuilt[t]);
            return new Result(
                head.Position,
                Convert.ToHexStringLower(head.Hash.Span),
                different is null ? null : $"table {different} is not what the journal makes of it. Run ./sojourn rebuild --data {folder}",
                null);
        }
        finally
        {
            foreach (var part in new[] { copy, copy + "-wal", copy + "-shm", copy + ".lock" })
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>A sum over every row of every projected table, in an order that only the values decide.</summary>
    internal static IReadOnlyDictionary<string, string> Sums(SqliteJournal journal)
    {
        using var connection = journal.OpenForReading();
        return Projection.Shipped.SelectMany(p => p.Tables).Order(StringComparer.Ordinal).ToDictionary(t => t, t => Sum(connection, t), StringComparer.Ordinal);
    }

    private static string Sum(DbConnection connection, string table)
    {
        var columns = connection.Query<string>("select name from pragma_table_info(@table)", new { table }).ToList();
        using var reader = connection.ExecuteReader($"select * from {table} order by {string.Join(", ", columns)}");
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (reader.Read())
        {
            for (var i = 0; i < columns.Count; i++)
            {
                var value = reader.IsDBNull(i) ? "\u0000" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!;
                sum.AppendData(Encoding.UTF8.GetBytes(value + "\u0001"));
            }
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
