using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;
using Sojourn.Programmes.Safety;

namespace Sojourn.Programmes.Tests;

/// <summary>SAFE-2: the clocks of a concern come from a file, each with its source.</summary>
public sealed class SafetyRulesOfTheClinic
{
    private static readonly TimeZoneInfo Vancouver = TimeZoneInfo.FindSystemTimeZoneById("America/Vancouver");

    /// <summary>14:00 in Vancouver.</summary>
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 22, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_place_and_level_has_a_clock_with_a_source()
    {
        var rules = SafetyRulesFile.Shipped;
        Assert.Equal(6, rules.Clocks.Count);
        Assert.All(rules.Clocks, clock => Assert.True(rules.Times(clock.Where, clock.Level, Afternoon, Vancouver) is var times && Afternoon < times.AcknowledgeBy && times.AcknowledgeBy <= times.ActBy));
        Assert.All(Enum.GetValues<ConcernLevel>(), level => Assert.NotEmpty(rules.AskedAt(level).AsksFor));
    }

    [Fact]
    public void In_the_clinic_a_quarter_of_an_hour_from_elsewhere_the_same_day()
    {
        var rules = SafetyRulesFile.Shipped;
        Assert.Equal(Afternoon.AddMinutes(15), rules.Times(ConcernPlace.InClinic, ConcernLevel.Moderate, Afternoon, Vancouver).AcknowledgeBy);
        Assert.Equal(Afternoon.AddHours(10), rules.Times(ConcernPlace.Remote, ConcernLevel.Moderate, Afternoon, Vancouver).AcknowledgeBy);
    }

    [Theory]
    [InlineData(8, 59, 61)]
    [InlineData(9, 0, 60)]
    [InlineData(9, 1, 60)]
    public void The_same_day_lasts_at_least_an_hour(int hoursAfter, int minutesAfter, int minutesAllowed)
    {
        var late = Afternoon.AddHours(hoursAfter).AddMinutes(minutesAfter);
        Assert.Equal(late.AddMinutes(minutesAllowed), SafetyRulesFile.Shipped.Times(ConcernPlace.Remote, ConcernLevel.Low, late, Vancouver).AcknowledgeBy);
    }

    [Theory]
    [InlineData("acknowledge: 15 minutes", "acknowledge: soon", "not a time allowed")]
    [InlineData("acknowledge: 15 minutes", "acknowledge: 31 days", "not a time allowed")]
    [InlineData("where: remote, level: low", "where: remote, level: moderate", "“clocks” has 2 lines for remote, moderate")]
    [InlineData("  - level: low", "  - level: moderate", "“levels” has 0 lines for low")]
    [InlineData("source: default }", "}", "“source” is missing")]
    public void A_fault_is_named_and_no_rules_come_of_it(string right, string wrong, string what)
    {
        var folder = Directory.CreateTempSubdirectory("sojourn-safety-");
        try
        {
            var text = File.ReadAllText(SafetyRulesFile.PathIn(Path.Combine(AppContext.BaseDirectory, "programmes")));
            var path = Path.Combine(folder.FullName, "concerns.yaml");
            File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
            var (rules, faults) = SafetyRulesFile.Read(path);
            Assert.Null(rules);
            Assert.Contains(faults, fault => fault.What.Contains(what, StringComparison.Ordinal) && fault.Line > 0 && fault.Mend.Length > 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
