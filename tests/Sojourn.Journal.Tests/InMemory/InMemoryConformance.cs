using Sojourn.Journal.Tests.Conformance;

namespace Sojourn.Journal.Tests.InMemory;

public sealed class AppendingInMemory() : Appending(new InMemoryStore());

public sealed class ReadingInMemory() : Reading(new InMemoryStore());

public sealed class CommandIdsInMemory() : CommandIds(new InMemoryStore());

public sealed class ChainingInMemory() : Chaining(new InMemoryStore());

public sealed class VerifyingInMemory() : Verifying(new InMemoryStore());

public sealed class ErasingInMemory() : Erasing(new InMemoryStore());

public sealed class ConcurrencyInMemory() : Concurrency(new InMemoryStore());
