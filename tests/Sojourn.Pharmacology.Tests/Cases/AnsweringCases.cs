using System.Text;
using System.Text.Json;
using Sojourn.Pharmacology.Cases;

namespace Sojourn.Pharmacology.Tests.Cases;

/// <summary>Curves against references made by another road (reference.py), and against examples that may lie beside the checkout.</summary>
public sealed class AnsweringCases
{
    public static TheoryData<string> Own => [.. Read(OwnFile).Select(one => one.GetProperty("id").GetString()!)];

    private static string OwnFile => Path.Combine(AppContext.BaseDirectory, "Cases", "reference.json");

    [Theory]
    [MemberData(nameof(Own))]
    public void PK_1_A_curve_agrees_with_its_differential_equations(string id) =>
        Agree(Read(OwnFile).Where(one => string.Equals(one.GetProperty("id").GetString(), id, StringComparison.Ordinal)), relative: 1e-8, absolute: 1e-8);

    [Fact]
    public void PK_2_The_shared_examples_agree_to_a_millionth()
    {
        var file = Beside("pk_examples.json");
        Assert.SkipWhen(file is null, "pk_examples.json is not here. Put it under shared/ beside the checkout to compare with it.");
        Agree(Read(file!), relative: 1e-6, absolute: 1e-6);
    }

    [Theory]
    [InlineData("consensus3c", 82.0, "example/iv_infusion")]
    [InlineData("domino1984", 75.0, "example/domino_bolus_plus_infusion")]
    [InlineData("clements250", 68.0, "example/clements_repeated_bolus")]
    public void PK_3_A_model_and_a_weight_stand_for_the_parameters_they_mean(string model, double weight, string example)
    {
        var file = Beside("pk_examples.json");
        Assert.SkipWhen(file is null, "pk_examples.json is not here. Put it under shared/ beside the checkout to compare with it.");
        var one = Read(file!).Single(found => string.Equals(found.GetProperty("id").GetString(), example, StringComparison.Ordinal));
        var bare = JsonSerializer.Serialize(new
        {
            cases = new[] { new { id = example, model, weight_kg = weight, doses = one.GetProperty("doses"), times_min = one.GetProperty("times_min") } },
        });
        Compare(one, JsonDocument.Parse(Answer(bare)).RootElement.GetProperty(example), 1e-6, 1e-6);
    }

    [Fact]
    public void PK_4_A_model_without_a_metabolite_says_nothing_about_it()
    {
        var answer = Answer("""{"cases":[{"id":"a","model":"hijazi2003","weight_kg":70,"doses":[],"times_min":[0]}]}""");
        Assert.Equal("""{"a":{"cp_ng_per_mL":[0],"ce_ng_per_mL":[0],"norketamine_ng_per_mL":null}}""" + "\n", answer);
    }

    [Fact]
    public void PK_5_No_cases_are_no_answers() => Assert.Equal("{}\n", Answer("""{"cases":[]}"""));

    private static void Agree(IEnumerable<JsonElement> cases, double relative, double absolute)
    {
        foreach (var one in cases)
        {
            var id = one.GetProperty("id").GetString()!;
            var answer = Answer(JsonSerializer.Serialize(new { cases = new[] { one } }));
            Compare(one, JsonDocument.Parse(answer).RootElement.GetProperty(id), relative, absolute);
        }
    }

    private static void Compare(JsonElement expected, JsonElement found, double relative, double absolute)
    {
        foreach (var line in new[] { "cp_ng_per_mL", "ce_ng_per_mL", "norketamine_ng_per_mL" })
        {
            if (!expected.TryGetProperty(line, out var values) || values.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var (want, have) in values.EnumerateArray().Zip(found.GetProperty(line).EnumerateArray(), (want, have) => (want.GetDouble(), have.GetDouble())))
            {
                Assert.True(Math.Abs(want - have) <= Math.Max(absolute, relative * Math.Abs(want)), $"{line}: {have:R} instead of {want:R}");
            }

            Assert.Equal(values.GetArrayLength(), found.GetProperty(line).GetArrayLength());
        }
    }

    private static string Answer(string json)
    {
        var answer = PkCommand.Run(Encoding.UTF8.GetBytes(json));
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.ExitCode);
        return answer.Output;
    }

    private static List<JsonElement> Read(string file) => [.. JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("cases").EnumerateArray()];

    private static string? Beside(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", name);
            if (File.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
