using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

/// <summary>Whether a file is a journal of ours, and how connections to it are set.</summary>
internal static class JournalFile
{
    /// <summary>“SJOU”, in the header of every journal.</summary>
    public const int ApplicationId = 0x534A_4F55;

    /// <summary>Version of the tables. A program refuses what is newer than it.</summary>
    public const int Version = 2;

    /// <summary>How long a connection waits for a lock that another program holds, in milliseconds.</summary>
    public const int BusyMilliseconds = 5_000;

    public static StoreConnection OpenForWriting(string path, SqliteJournalOptions options)
    {
        var connection = new StoreConnection(path, readOnly: false);
        try
        {
            connection.Open();
            var isNew = IsNew(connection);
            if (!isNew)
            {
                BringUp(connection);
                CheckFormat(connection, path);
            }

            Set(connection, options.WriterCacheKibibytes);
            SetForWriting(connection, options);
            if (isNew)
            {
                Create(connection);
            }

            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Failures.InWords(error, path, 0);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static StoreConnection OpenForReading(string path, SqliteJournalOptions options, Func<StoreConnection, bool>? giveBack = null)
    {
        var connection = new StoreConnection(path, readOnly: true, giveBack);
        try
        {
            connection.Open();
            CheckFormat(connection, path);
            Set(connection, options.ReaderCacheKibibytes);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Failures.InWords(error, path, 0);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsNew(StoreConnection connection) =>
        Integer(connection, "pragma application_id") == 0 && Integer(connection, "select count(*) from sqlite_schema") == 0;

    private static void CheckFormat(StoreConnection connection, string path)
    {
        if (Integer(connection, "pragma application_id") != ApplicationId)
        {
            throw new JournalFormatException($"{path} is an SQLite file of another program, not a Sojourn journal. Nothing was changed in it.");
        }

        if (Integer(connection, "pragma user_version") is var version && version != Version)
        {
            throw new JournalFormatException(
                $"{path} is a journal of version {version}; this program reads version {Version}. {(version < Version ? "Open it once for writing, which brings it up." : "Use the program that wrote it, or a newer one.")}");
        }
    }

    /// <summary>A file of an earlier version becomes one of this, whole or not at all.</summary>
    private static void BringUp(StoreConnection connection)
    {
        if (Integer(connection, "pragma application_id") == ApplicationId && Integer(connection, "pragma user_version") == 1)
        {
            connection.Run($"begin immediate; {Sql.Named("version-2.sqlite")} pragma user_version = 2; commit;");
        }
    }

    private static void Create(StoreConnection connection) => connection.Run(
        $"""
        begin immediate;
        {Sql.Named("schema.sqlite")}
        pragma application_id = {ApplicationId};
        pragma user_version = {Version};
        commit;
        """);

    private static void Set(StoreConnection connection, int cacheKibibytes) => connection.Run(
        // No memory map: a failing disk would then end the process instead of answering with an error, and mapped pages count as ours.
        $"""
        pragma busy_timeout = {BusyMilliseconds};
        pragma cache_size = -{cacheKibibytes};
        pragma mmap_size = 0;
        pragma temp_store = memory;
        pragma trusted_schema = off;
        """);

    private static void SetForWriting(StoreConnection connection, SqliteJournalOptions options) => connection.Run(
        // Checkpoints are the writer's own business: after the answers, never inside a commit.
        $"""
        pragma journal_mode = wal;
        pragma synchronous = {(options.SyncsLate ? "normal" : "full")};
        pragma fullfsync = on;
        pragma wal_autocheckpoint = 0;
        pragma journal_size_limit = 67108864;
        {(options.MostPages is { } most ? $"pragma max_page_count = {most};" : "")}
        """);

    private static long Integer(StoreConnection connection, string sql)
    {
        using var statement = new Statement(connection.Handle!, sql);
        return statement.Step() ? statement.Integer(0) : 0;
    }
}
