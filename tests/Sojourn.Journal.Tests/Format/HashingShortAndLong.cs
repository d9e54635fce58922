using System.Security.Cryptography;

namespace Sojourn.Journal.Tests.Format;

public sealed class HashingShortAndLong
{
    [Fact]
    public void Every_length_has_the_hash_that_the_framework_gives_it()
    {
        var bytes = RandomNumberGenerator.GetBytes(ShortDigest.MostBytes + 200);
        for (var length = 0; length <= bytes.Length; length += length < 300 ? 1 : 97)
        {
            Assert.Equal(SHA256.HashData(bytes.AsSpan(0, length)), Digest.Of(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Threads_do_not_mix_their_states()
    {
        var expected = Enumerable.Range(0, 100_000).ToDictionary(BitConverter.GetBytes, number => SHA256.HashData(BitConverter.GetBytes(number)));
        var wrong = expected.AsParallel().WithDegreeOfParallelism(4).Count(text => !text.Value.SequenceEqual(Digest.Of(text.Key)));
        Assert.Equal(0, wrong);
    }
}
