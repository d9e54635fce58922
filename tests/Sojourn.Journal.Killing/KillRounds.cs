using System.Diagnostics;
using Sojourn.Journal.Sqlite;

namespace Sojourn.Journal.Killing;

/// <summary>What was found after all rounds.</summary>
/// <param name="Rounds">How many processes were killed.</param>
/// <param name="Acknowledged">Commands that were answered before the kill.</param>
/// <param name="InFlight">Commands that were sent and not answered; each was sent again.</param>
/// <param name="Faults">What was wrong, with the round; empty when nothing acknowledged was lost and nothing doubled.</param>
public sealed record KillReport(int Rounds, long Acknowledged, long InFlight, IReadOnlyList<string> Faults);

/// <summary>Starts a process with 32 writers, kills it with SIGKILL at a random instant, and looks at what it left; again and again.</summary>
public sealed class KillRounds(string folder, int seed)
{
    /// <summary>A file is written on after a kill, and killed again; after this many rounds a new one is begun, so that walking it stays short.</summary>
    private const int RoundsOnOneFile = 10;

    private const int LongestLifeMilliseconds = 120;

    private readonly Random _random = new(seed);
    private readonly List<string> _faults = [];
    private long _acknowledged;
    private long _inFlight;

    public async Task<KillReport> Run(int rounds, IProgress<int>? progress = null)
    {
        for (var round = 1; round <= rounds; round++)
        {
            var file = Path.Combine(folder, $"killed-{(round - 1) / RoundsOnOneFile}.db");
            var before = _faults.Count;
            await Look(file, await Kill(file));
            for (var at = before; at < _faults.Count; at++)
            {
                _faults[at] = $"round {round}: {_faults[at]}";
            }

            progress?.Report(round);
        }

        return new KillReport(rounds, _acknowledged, _inFlight, _faults);
    }

    private async Task<Said> Kill(string file)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillRounds).Assembly.Location, file]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var victim = Process.Start(start)!;
        var said = new Said();
        // Some die while they open the file, most while they write.
        var afterReady = _random.Next(4) > 0;
        var life = TimeSpan.FromMilliseconds(_random.NextDouble() * LongestLifeMilliseconds);
        if (afterReady)
        {
            said.Hear(await victim.StandardOutput.ReadLineAsync());
        }

        var hearing = Task.Run(async () =>
        {
            while (await victim.StandardOutput.ReadLineAsync() is { } line)
            {
                said.Hear(line);
            }
        });
        await Task.Delay(life);
        victim.Kill();
        await victim.WaitForExitAsync();
        await hearing;
        return said;
    }

    private async Task Look(string file, Said said)
    {
        var count = new CountByStream();
        await using var journal = SqliteJournal.Open(file, [count], TimeProvider.System);
        if (await journal.Verify() is { } broken)
        {
            _faults.Add($"the chain is broken at {broken.Position}: {broken.Sentence}");
        }

        await CheckAcknowledged(journal, said);
        await SendAgain(journal, said);
        await CheckOnceEach(journal, said);
        CheckProjection(journal, count, await journal.Head());
        _acknowledged += said.Answered.Count;
        _inFlight += said.InFlight.Count;
    }

    private async Task CheckAcknowledged(SqliteJournal journal, Said said)
    {
        foreach (var (commandId, positions) in said.Answered)
        {
            var receipt = await journal.Write(commandId, "again", _ => false);
            if (receipt != new Receipt(Recorded: true, Repeated: true, positions.First, positions.Last))
            {
                _faults.Add($"{commandId} was answered as {positions} and is {receipt}");
            }
        }
    }

    private async Task SendAgain(SqliteJournal journal, Said said)
    {
        foreach (var commandId in said.InFlight)
        {
            var receipt = await journal.Write(commandId, "again", transaction => Victim.Work(transaction, commandId, "session/again"));
            if (receipt.LastPosition - receipt.FirstPosition + 1 != Victim.EventsOf(commandId))
            {
                _faults.Add($"{commandId} was sent again and is {receipt}");
            }
        }
    }

    private async Task CheckOnceEach(SqliteJournal journal, Said said)
    {
        var events = (await journal.Read(0, int.MaxValue)).CountBy(envelope => envelope.CommandId).ToDictionary();
        foreach (var commandId in said.Answered.Keys.Concat(said.InFlight))
        {
            if (events.GetValueOrDefault(commandId) is var found && found != Victim.EventsOf(commandId))
            {
                _faults.Add($"{commandId} has {found} events instead of {Victim.EventsOf(commandId)}");
            }
        }
    }

    private void CheckProjection(SqliteJournal journal, CountByStream count, Head head)
    {
        using var connection = journal.OpenForReading();
        var sum = CountByStream.Sum(connection);
        if (sum != head.Position || count.Applied > head.Position)
        {
            _faults.Add($"the projection counts {sum} events and the journal has {head.Position}");
        }
    }

    /// <summary>What a process said before it was killed.</summary>
    private sealed class Said
    {
        public Dictionary<Guid, (long First, long Last)> Answered { get; } = [];

        public HashSet<Guid> InFlight { get; } = [];

        public void Hear(string? line)
        {
            switch (line?.Split(' '))
            {
                case ["?", var id, "."]:
                    InFlight.Add(Guid.Parse(id));
                    break;
                case ["!", var id, var first, var last, "."]:
                    InFlight.Remove(Guid.Parse(id));
                    Answered.Add(Guid.Parse(id), (Parse(first), Parse(last)));
                    break;
            }
        }

        private static long Parse(string number) => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
    }
}
