using System.Text;
using Sojourn.Pharmacology.Cases;

namespace Sojourn.Pharmacology.Tests.Cases;

/// <summary>Bad input: every fault with its case and field, nothing printed.</summary>
public sealed class RefusingCases
{
    private const string Good = """{"id":"a","model":"consensus3c","weight_kg":70,"doses":[{"type":"bolus","t_min":0,"amount_mg":10}],"times_min":[1]}""";

    [Theory]
    [InlineData("", "The input is not JSON")]
    [InlineData("[]", "The input: is not an object; give {\"cases\": […]}.")]
    [InlineData("{}", "The input, cases: is missing; give a list of cases.")]
    [InlineData("""{"cases":[7]}""", "The input, cases[0]: is not an object; give a case.")]
    [InlineData("""{"cases":[{"doses":[],"times_min":[],"model":"consensus3c","weight_kg":70}]}""", "The input, cases[0].id: is missing; give the case's name.")]
    [InlineData("""{"cases":[],"cases":[]}""", "The input is not JSON")]
    public void PK_6_What_is_no_list_of_cases_is_refused(string json, string sentence) => Refused(json, sentence);

    [Theory]
    [InlineData("\"weight_kg\":70", "\"weight_kg\":0", "Case \"a\", weight_kg: is 0; give a number above 0")]
    [InlineData("\"weight_kg\":70,", "", "Case \"a\", weight_kg: is missing; give a number.")]
    [InlineData("\"weight_kg\":70", "\"weight_kg\":\"70\"", "Case \"a\", weight_kg: is a text; give a number.")]
    [InlineData("consensus3c", "schnider", "Case \"a\", model: is \"schnider\"; known are consensus3c, domino1984")]
    [InlineData("\"model\":\"consensus3c\",", "", "Case \"a\", model: is missing; give one of consensus3c")]
    [InlineData("bolus", "patch", "Case \"a\", doses[0].type: is \"patch\"; give bolus, infusion or first_order.")]
    [InlineData("bolus", "infusion", "Case \"a\", doses[0].duration_min: is missing; give a number.")]
    [InlineData("\"amount_mg\":10", "\"amount_mg\":-1", "Case \"a\", doses[0].amount_mg: is -1; give a number from 0")]
    [InlineData("\"amount_mg\":10", "\"amount_mg\":1e999", "Case \"a\", doses[0].amount_mg: is too large a number.")]
    [InlineData("[1]", "[1,null]", "Case \"a\", times_min[1]: is missing; give a number.")]
    [InlineData("[1]", "1", "Case \"a\", times_min: is not a list; give a list of minutes.")]
    [InlineData("\"times_min\":[1]", "\"times_min\":[1],\"ke0_per_min\":-1", "Case \"a\", ke0_per_min: is -1; give a number from 0")]
    [InlineData("\"times_min\":[1]", "\"times_min\":[1],\"parameters\":{\"V1_L\":30,\"k10_per_min\":0.03,\"k12_per_min\":0.1}", "Case \"a\", parameters.k21_per_min: is missing beside k12_per_min")]
    [InlineData("\"bolus\",\"t_min\":0,", "\"first_order\",\"t_min\":0,\"F\":0.8,\"ka_per_min\":0,", "Case \"a\", doses[0].ka_per_min: is 0; give a number above 0")]
    [InlineData("\"bolus\",\"t_min\":0,", "\"first_order\",\"t_min\":0,\"F\":0.8,\"ka_per_min\":0.1,\"presystemic_nk_fraction\":0.3,", "Case \"a\", doses[0].presystemic_nk_fraction: and F are more than 1 together")]
    public void PK_6_What_is_wrong_in_a_case_is_named_with_its_field(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        Refused($$"""{"cases":[{{Good.Replace(right, wrong, StringComparison.Ordinal)}}]}""", sentence);
    }

    [Fact]
    public void PK_6_A_name_used_twice_is_refused() => Refused($$"""{"cases":[{{Good}},{{Good}}]}""", "Case \"a\", id: is used 2 times; give each case its own.");

    [Fact]
    public void PK_6_All_faults_are_named_at_once_and_a_good_case_beside_them_is_not_printed()
    {
        var json = $$"""{"cases":[{{Good}},{"id":"b","model":"consensus3c","weight_kg":-1,"doses":[{}],"times_min":["x"]}]}""";
        var answer = PkCommand.Run(Encoding.UTF8.GetBytes(json));
        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Equal(5, answer.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void PK_6_Numbers_that_lead_beyond_any_number_are_refused() =>
        Refused("""{"cases":[{"id":"a","parameters":{"V1_L":1e-308,"k10_per_min":0.1},"ke0_per_min":0.1,"doses":[{"type":"bolus","t_min":0,"amount_mg":1e9}],"times_min":[0]}]}""", "Case \"a\", parameters: the concentrations are beyond any number");

    private static void Refused(string json, string sentence)
    {
        var answer = PkCommand.Run(Encoding.UTF8.GetBytes(json));
        Assert.Equal("", answer.Output);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }
}
