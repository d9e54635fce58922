using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests.Programmes;

public sealed class FiguresOfAProgramme
{
    private static readonly Source Default = new(SourceStatus.Default, "");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    public void One_therapist_for_every_three_patients_is_rounded_up(int patients, int therapists) =>
        Assert.Equal(therapists, new StaffNeed(Roles.Therapist, 1, 3, StaffPlace.InRoom, Default).For(patients));

    [Fact]
    public void Staff_without_a_ratio_are_as_many_as_stated() => Assert.Equal(1, new StaffNeed(Roles.Prescriber, 1, null, StaffPlace.OnSite, Default).For(6));

    [Theory]
    [InlineData("130", null, 60, "130")]
    [InlineData(null, "1.5", 60, "90")]
    [InlineData("130", "1.5", 86, "129")]
    [InlineData("130", "1.5", 87, "130")]
    public void The_lower_of_two_limits_counts(string? milligrams, string? perKilogram, int weight, string limit) =>
        Assert.Equal(Figure(limit), new DoseLimit(Figure(milligrams), Figure(perKilogram), Default).For(new Kilograms(weight)).Value);

    [Fact]
    public void A_band_by_weight_is_shown_in_milligrams() =>
        Assert.Equal(new Bounds<decimal>(15, 30), new DoseBand(DoseBandName.Psycholytic, DoseUnit.MilligramsPerKilogram, 0.25m, 0.5m, null, Default).MilligramsFor(new Kilograms(60)));

    [Fact]
    public void Both_ends_belong_to_a_range()
    {
        var bounds = new Bounds<int>(24, 72);
        Assert.Equal((false, true, true, false), (bounds.Contains(23), bounds.Contains(24), bounds.Contains(72), bounds.Contains(73)));
    }

    [Fact]
    public void Vitals_of_an_infusion_go_on_every_fifteen_minutes_twice_and_then_every_thirty()
    {
        var cadence = new VitalsCadence(DoseRoute.IvInfusion, 2, 5, [0, 10, 20, 30, 40], [VitalSign.BloodPressure], null, [new(15, 2), new(30, null)], 60, CountedFrom.EndOfInfusion, 5, Default);
        Assert.Equal([0, 10, 20], cadence.DueUpTo(29));
        Assert.Equal([0, 10, 20, 30], cadence.DueUpTo(30));
        Assert.Equal([0, 10, 20, 30, 40, 55, 70, 100, 130], cadence.DueUpTo(130));
    }

    [Theory]
    [InlineData("Lorazepam 1 mg", true)]
    [InlineData("takes lorazepam, sometimes", true)]
    [InlineData("LORAZEPAM", true)]
    [InlineData("norlorazepam", false)]
    [InlineData("lorazepamate", false)]
    [InlineData("", false)]
    public void A_medicine_is_matched_as_a_whole_word(string medicine, bool matches) =>
        Assert.Equal(matches, new MedicineRule("M01", "Benzodiazepines", ["lorazepam"], "", Verdict.Review, null, [], null, Default).Matches(medicine));

    [Theory]
    [InlineData(SourceStatus.Default, "", "default")]
    [InlineData(SourceStatus.Default, "eight sessions", "default, eight sessions")]
    [InlineData(SourceStatus.Found, "SISI", "found SISI")]
    public void A_source_reads_as_the_file_writes_it(SourceStatus status, string text, string words) => Assert.Equal(words, new Source(status, text).ToString());

    [Fact]
    public void The_strongest_verdict_is_the_greatest() => Assert.Equal(Verdict.Exclude, new[] { Verdict.Review, Verdict.Exclude, Verdict.Defer, Verdict.Allow }.Max());

    private static decimal? Figure(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
