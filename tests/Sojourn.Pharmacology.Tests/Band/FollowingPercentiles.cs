using Sojourn.Pharmacology.Band;

namespace Sojourn.Pharmacology.Tests.Band;

/// <summary>Percentiles that are followed from point to point, against plain sorting: the same to the last bit.</summary>
public sealed class FollowingPercentiles
{
    private const int Points = 120;
    private static readonly double[] Shares = [0, 0.05, 0.25, 0.50, 0.75, 0.95, 1];

    public static TheoryData<int> Counts => [1, 2, 3, 7, 101, 1_000, 1_003];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Everybody_somewhere_else_at_every_point(int count) => Agree(count, (_, _, random) => random.NextDouble() * 300);

    [Theory]
    [MemberData(nameof(Counts))]
    public void Many_with_the_same_value(int count) => Agree(count, (person, point, random) => Math.Floor(random.NextDouble() * 4) + (point / 10));

    [Theory]
    [MemberData(nameof(Counts))]
    public void Nobody_ever_moves(int count) => Agree(count, (person, _, _) => person % 40);

    [Theory]
    [MemberData(nameof(Counts))]
    public void All_the_same(int count) => Agree(count, (_, point, _) => point < 60 ? 0 : 12.5);

    [Theory]
    [MemberData(nameof(Counts))]
    public void Rising_and_overtaking(int count) => Agree(count, (person, point, _) => point * (1 + Own(person)) * 0.7);

    [Theory]
    [MemberData(nameof(Counts))]
    public void Falling_after_a_jump(int count) =>
        Agree(count, (person, point, _) => point < 40 ? 0 : 200 * (1 + Own(person + 7)) * Math.Exp(-(point - 40) * 0.05 * (1 + Own(person))));

    [Fact]
    public void What_moves_evenly_is_found_where_it_is_expected()
    {
        var middle = new Percentile(0.5, 1_000);
        var all = new Ranks(1_000);
        var found = 0;
        for (var point = 0; point < Points; point++)
        {
            double[] values = [.. Enumerable.Range(0, 1_000).Select(person => 50 + (point * 0.5) + (100 * Own(person)))];
            if (middle.Follow(values))
            {
                found++;
                continue;
            }

            all.Take(values);
            middle.Find(all);
        }

        Assert.Equal(Points - 2, found);
    }

    /// <summary>From 0 to 1, without order, the same in every run.</summary>
    private static double Own(int person) => person * 0.618_033_988_749_895 % 1;

    private static void Agree(int count, Func<int, int, Random, double> value)
    {
        var random = new Random(count);
        var percentiles = new Percentiles(count, Shares);
        for (var point = 0; point < Points; point++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(person => value(person, point, random))];
            percentiles.Take(values);
            Array.Sort(values);
            for (var which = 0; which < Shares.Length; which++)
            {
                var place = Shares[which] * (count - 1);
                var below = (int)place;
                var expected = values[below] + ((place - below) * (values[Math.Min(below + 1, count - 1)] - values[below]));
                Assert.True(expected == percentiles[which], $"share {Shares[which]} at point {point}: {percentiles[which]:R} instead of {expected:R}");
            }
        }
    }
}
