using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Models;
using Sojourn.Pharmacology.Prediction;

namespace Sojourn.Pharmacology.Tests.Models;

/// <summary>The files that ship.</summary>
public sealed class ReadingModels
{
    private static readonly string[] Statuses = ["found", "known", "derived", "uncertain"];

    public static TheoryData<string> All => [.. ModelLibrary.All.Select(model => model.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void PK_21_Every_figure_has_a_unit_a_status_and_a_source(string id)
    {
        var model = ModelLibrary.Find(id)!;
        Assert.All(model.Figures, figure =>
        {
            Assert.NotEmpty(figure.Value.Unit);
            Assert.Contains(figure.Value.Status, Statuses);
            Assert.True(figure.Value.Source.Length > 5, figure.Key);
        });
        Assert.All(Levels.Shipped.Bands, band => Assert.Contains(band.Status, Statuses));
    }

    [Fact]
    public void PK_21_The_default_comes_first_and_has_a_band_and_norketamine()
    {
        Assert.Equal(Model.Default, ModelLibrary.Default.Id);
        Assert.True(ModelLibrary.Default.HasBetweenPeople);
        Assert.True(ModelLibrary.Default.HasNorketamine);
        Assert.Null(ModelLibrary.Find("nobody1999"));
    }

    [Fact]
    public void PK_22_Invented_people_are_spread_as_the_normal_distribution_in_every_dimension()
    {
        var draws = NormalDraws.Make(1_000);
        Assert.All(draws, column =>
        {
            Assert.Equal(0, column.Average(), 0.02);
            Assert.Equal(1, column.Average(value => value * value), 0.03);
            Assert.Equal(50, column.Count(value => value < -1.6449), 5.0);
        });
        for (var one = 0; one < draws.Length; one++)
        {
            Assert.All(Enumerable.Range(0, one), other => Assert.Equal(0, draws[one].Zip(draws[other], (left, right) => left * right).Average(), 0.06));
        }
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963985)]
    [InlineData(0.001, -3.090232306)]
    public void PK_22_Quantiles_of_the_normal_distribution(double chance, double expected) => Assert.Equal(expected, Normal.Quantile(chance), 1e-7);

    [Fact]
    public void PK_23_Nothing_public_takes_a_level_or_an_effect_and_gives_a_dose()
    {
        var dosing = typeof(Predict).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method =>
            method.DeclaringType?.Assembly == typeof(Predict).Assembly
            && (method.ReturnType == typeof(GivenDose) || method.ReturnType.Name.Contains("Dose", StringComparison.Ordinal))
            && !method.IsSpecialName && method.DeclaringType != typeof(GivenDose) && method.DeclaringType.Name is not "Dose");
        Assert.Empty(dosing);
    }
}
