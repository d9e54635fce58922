using System.Text;
using Sojourn.Hl7.Answering;
using Sojourn.Hl7.Observations;
using Sojourn.Hl7.Reading;

namespace Sojourn.Hl7.Tests;

/// <summary>Messages as they were sent somewhere, and messages written after those whose licence is not known; what is read of each lies beside it.</summary>
public sealed class RealMessages
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Captures without a licence stay outside the repository; where somebody has them, they are read as well.</summary>
    private static string? Captures
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (Path.Combine(folder.FullName, "shared/samples/hl7v2") is var found && Directory.Exists(found))
                {
                    return found;
                }
            }

            return null;
        }
    }

    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(Folder, "*.hl7").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_sample_reads_as_it_is_written_beside_it(string name)
    {
        var said = Read.Said(File.ReadAllBytes(Path.Combine(Folder, name + ".hl7")));
        var file = Path.Combine(Folder, name + ".read.txt");
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("SOJOURN_WRITE_GOLDEN") is not null)
        {
            File.WriteAllText(file, said);
        }

        Assert.True(File.Exists(file), $"samples/{name}.read.txt is missing; SOJOURN_WRITE_GOLDEN=1 writes one beside the test to look at and copy.");
        Assert.Equal(File.ReadAllText(file), said);
    }

    [Theory]
    [InlineData("monitor-comen-nc", "AA NC_Monitor KC261500000G 10006 oxygen=97 pulse=59 oxygen=97 respiration=20 temperature=37.0 systolic=120 diastolic=80 mean-pressure=90")]
    [InlineData("monitor-ge-b1x5", "AA 080019FFFE13FFFF HED12 arterial-systolic=120 arterial-diastolic=80 arterial-mean=93 pulse=72 pulse=75 temperature=36.8 temperature=36.9")]
    [InlineData("monitor-mindray-vs900-demo", "AA 00A037009800FFFF 2eefgghy simulated oxygen=100 pulse=80 systolic=166 mean-pressure=122 diastolic=100")]
    [InlineData("monitor-xh80x-sentinels", "AA 00A037009B000000 none")]
    public void Captures_of_four_makes_are_read(string name, string expected)
    {
        Assert.SkipUnless(Captures is not null, "The captures are not here.");
        var read = Read.Good(Read.Observed(Message.Read(File.ReadAllBytes(Path.Combine(Captures!, name + ".hl7")))));
        var values = read.Rows.Where(row => row.State == RowState.Read).Select(row => FormattableString.Invariant($"{row.Measure}={row.Value}")).DefaultIfEmpty("none");
        var said = string.Join(' ', new[] { "AA", read.Header.Sender, string.Join(' ', read.PatientIds), read.IsSimulated ? "simulated" : "" }.Concat(values).Where(word => word.Length > 0));
        Assert.Equal(expected, said);
    }

    [Fact]
    public void Whatever_the_bytes_are_reading_and_answering_never_throw()
    {
        var dice = new Random(20261122);
        var seeds = Directory.EnumerateFiles(Folder, "*.hl7").Select(File.ReadAllBytes).ToList();
        for (var round = 0; round < 4_000; round++)
        {
            var bytes = round % 4 == 0 ? Noise(dice) : Mutated(seeds[dice.Next(seeds.Count)], dice);
            var read = Message.Read(bytes);
            var report = Read.Observed(read);
            Assert.Equal(report.Report is null, report.Faults.Count > 0);
            var answer = report.Report is null ? Answer.Refuse(read.Header, "1", DateTimeOffset.UnixEpoch, report.Faults) : Answer.Accept(read.Header!, "1", DateTimeOffset.UnixEpoch);
            Assert.DoesNotContain(answer.Frame[1..^2], one => one is 0x0B or 0x1C);
            foreach (var row in report.Report?.Rows ?? [])
            {
                _ = row.At?.In(TimeZoneInfo.Utc);
            }
        }
    }

    private static byte[] Noise(Random dice)
    {
        var bytes = new byte[dice.Next(600)];
        dice.NextBytes(bytes);
        return dice.Next(2) == 0 ? bytes : [.. Encoding.ASCII.GetBytes(Read.Usual[0]), (byte)'\r', .. bytes];
    }

    private static byte[] Mutated(byte[] seed, Random dice)
    {
        var bytes = seed.ToList();
        for (var change = dice.Next(1, 12); change > 0 && bytes.Count > 0; change--)
        {
            var at = dice.Next(bytes.Count);
            switch (dice.Next(4))
            {
                case 0:
                    bytes[at] = (byte)dice.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, "|^~\\&\r+-.9"u8[dice.Next(10)]);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, dice.Next(40)));
                    break;
            }
        }

        return [.. bytes];
    }
}
