using Microsoft.Data.Sqlite;
using Sojourn.Journal.Sqlite;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class EmbeddedSql
{
    private static readonly System.Reflection.Assembly Store = typeof(SqliteJournal).Assembly;

    public static TheoryData<string> Files() => [.. Store.GetManifestResourceNames()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_says_what_it_is_for_and_sqlite_understands_it(string name)
    {
        var sql = Read(name);
        Assert.StartsWith("-- ", sql, StringComparison.Ordinal);
        Assert.Contains("\n-- Parameters: ", sql, StringComparison.Ordinal);
        Assert.Contains("\n-- Called by ", sql, StringComparison.Ordinal);

        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var schema = new SqliteCommand(Read("schema.sqlite"), connection);
        schema.ExecuteNonQuery();
        if (string.Equals(name, "version-2.sqlite", StringComparison.Ordinal))
        {
            using var before = new SqliteCommand("alter table head drop column streams_at", connection);
            before.ExecuteNonQuery();
        }

        if (!string.Equals(name, "schema.sqlite", StringComparison.Ordinal))
        {
            using var command = new SqliteCommand("explain " + sql, connection);
            foreach (var parameter in Parameters(sql))
            {
                command.Parameters.AddWithValue(parameter, 1);
            }

            using var reader = command.ExecuteReader();
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Store.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Parameters(string sql) =>
        System.Text.RegularExpressions.Regex.Matches(sql, "@[a-z_]+").Select(match => match.Value).Distinct();
}
