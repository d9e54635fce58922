using Sojourn.Journal.Tests.Conformance;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class AppendingOnSqlite() : Appending(new SqliteStore());

public sealed class ReadingOnSqlite() : Reading(new SqliteStore());

public sealed class CommandIdsOnSqlite() : CommandIds(new SqliteStore());

public sealed class ChainingOnSqlite() : Chaining(new SqliteStore());

public sealed class VerifyingOnSqlite() : Verifying(new SqliteStore());

public sealed class ErasingOnSqlite() : Erasing(new SqliteStore());

public sealed class ConcurrencyOnSqlite() : Concurrency(new SqliteStore());
