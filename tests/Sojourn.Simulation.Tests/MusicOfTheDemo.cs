using System.Buffers.Binary;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Music;
using Sojourn.Simulation.Demo;

namespace Sojourn.Simulation.Tests;

/// <summary>The demo plays what it made itself, and its records say what was heard.</summary>
public sealed class MusicOfTheDemo(OneDemo demo) : IClassFixture<OneDemo>
{
    [Fact]
    public void Sessions_that_are_over_have_music_in_their_record_and_it_ended()
    {
        using var records = demo.Read();
        var over = records.All<Guid>("select session_id from medicine_session where ended_at is not null and session_id in (select session_id from medicine_music)");
        Assert.True(over.Count > 5);
        Assert.All(over, session =>
        {
            var spans = MusicHeard.Of(records, session, demo.Now).Spans;
            Assert.Equal(("settling", "paused"), (spans[0].Phase, spans[^1].Ended));
            Assert.All(spans, span => Assert.True(span.To > span.From, $"{span}"));
        });
    }

    [Fact]
    public async Task Its_files_are_a_few_megabytes_that_run_into_their_own_beginning()
    {
        var place = Directory.CreateTempSubdirectory("sojourn-demo-music-");
        try
        {
            await DemoMusic.WriteTo(new MusicFolder(place.FullName));
            using var records = demo.Read();
            Assert.Equal(MusicRecords.Tracks(records).Select(track => track.Hash).Order(StringComparer.Ordinal), place.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            Assert.InRange(place.GetFiles().Sum(file => file.Length), 1_000_000, 8_000_000);
            Assert.All(place.GetFiles(), file =>
            {
                var bytes = File.ReadAllBytes(file.FullName);
                var steps = Enumerable.Range(0, ((bytes.Length - 44) / 2) - 1).Max(i => Math.Abs(Sample(bytes, 46 + (i * 2)) - Sample(bytes, 44 + (i * 2))));
                Assert.InRange(Math.Abs(Sample(bytes, 44) - Sample(bytes, bytes.Length - 2)), 0, steps);
                Assert.InRange(Enumerable.Range(0, 40).Max(second => Math.Abs((int)Sample(bytes, 44 + (second * 32_000) + 400))), 1_000, short.MaxValue);
            });
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static short Sample(byte[] bytes, int at) => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(at));
}
