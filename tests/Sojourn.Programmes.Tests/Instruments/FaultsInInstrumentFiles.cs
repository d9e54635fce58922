using Sojourn.Programmes.Instruments;

namespace Sojourn.Programmes.Tests.Instruments;

/// <summary>Each planted fault is named with its line and nothing else is.</summary>
public sealed class FaultsInInstrumentFiles
{
    [Theory]
    [InlineData("phq-9", "title: Patient Health Questionnaire (PHQ-9)", "titel: Patient Health Questionnaire (PHQ-9)", "titel", "Did you mean “title”?")]
    [InlineData("phq-9", "respondent: patient", "respondent: patiant", "respondent: patiant", "Did you mean “patient”?")]
    [InlineData("phq-9", "- id: phq9-2", "- id: phq9-1", "- id: phq9-1", "“phq9-1” stands twice")]
    [InlineData("phq-9", "item: phq9-9", "item: phq9-99", "item: phq9-99", "There is no item “phq9-99”")]
    [InlineData("phq-9", "  range: [0, 27]", "  range: [0, 28]", "  range: [0, 28]", "runs from 0 to 27")]
    [InlineData("phq-9", "range: [0, 6]", "range: [0, 7]", "- id: phq-2", "the part “phq-2” runs from 0 to 6")]
    [InlineData("phq-9", "{ least: 5, most: 9", "{ least: 6, most: 9", "bands:", "gap")]
    [InlineData("phq-9", "concern: moderate", "# no concern", "- id: suicide-item", "“concern” do not go together")]
    [InlineData("phq-9", "  item: phq9-9\n", "", "- id: suicide-item", "does not say when it is raised")]
    [InlineData("phq-9", "at-least: 1\n", "at-least: 1\n  triage: high\n", "- id: suicide-item", "more than one way")]
    [InlineData("asq", "triage: acute-positive", "triage: acute", "triage: acute", "There is no level “acute”")]
    [InlineData("phq-9", "answers: how-difficult", "answers: how-hard", "answers: how-hard", "no list of answers named “how-hard”")]
    [InlineData("phq-9", "- { value: 1, label: Several days", "- { value: 0, label: Several days", "answers:", "value 0 twice")]
    [InlineData("phq-9", "ship-full-text: true", "ship-full-text: false", "licence:", "does not let the wording be shipped")]
    [InlineData("isi", "ship-full-text: false", "ship-full-text: true", "licence:", "the questions have none")]
    [InlineData("peg", "round-to: 1", "round-to: 7", "round-to: 7", "outside 0 to 4")]
    [InlineData("asq", "  - level: negative\n", "", "  levels:", "levels of the triage are not complete")]
    [InlineData("audit-c", "skip-when: { item: auditc-1", "skip-when: { item: auditc-9", "auditc-9", "Did you mean “auditc-1”?")]
    [InlineData("pcl-5", "cluster-B: 1", "cluster-X: 1", "cluster-X", "There is no part “cluster-X”")]
    public void A_planted_fault_is_named_with_its_line(string id, string was, string now, string standsAt, string said)
    {
        var text = Shipped.File(id);
        Assert.Contains(was, text);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        var planted = text[..at] + now + text[(at + was.Length)..];
        var faults = InstrumentReader.Read($"{id}.yaml", planted).Faults;
        Assert.NotEmpty(faults);
        Assert.Contains(faults, fault => fault.Sentence.Contains(said, StringComparison.Ordinal));
        var lines = planted.Split('\n').Select((line, index) => (line, number: index + 1)).Where(line => line.line.Contains(standsAt, StringComparison.Ordinal)).Select(line => $"{id}.yaml:{line.number}");
        Assert.Contains(faults, fault => lines.Contains(fault.Where));
    }

    [Fact]
    public void Several_faults_are_all_named_in_order()
    {
        var text = Shipped.File("gad-7").Replace("version: 1", "version: one").Replace("method: sum", "method: product");
        var faults = InstrumentReader.Read("gad-7.yaml", text).Faults;
        Assert.Equal(3, faults.Count);
        Assert.Equal(faults.Select(Line).Order(), faults.Select(Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- just\n- a list")]
    [InlineData("id: [unclosed")]
    [InlineData("id: x\nscoring: 7\nitems: none\nlicence: []")]
    public void Text_that_is_no_instrument_is_refused_and_nothing_breaks(string text) => Assert.NotEmpty(InstrumentReader.Read("x.yaml", text).Faults);

    [Fact]
    public void No_single_line_can_be_lost_without_a_word_or_without_harm()
    {
        var lines = Shipped.File("asq").Split('\n');
        for (var lost = 0; lost < lines.Length; lost++)
        {
            var rest = string.Join('\n', lines.Where((_, index) => index != lost));
            Assert.Null(Record.Exception(() => InstrumentReader.Read("asq.yaml", rest)));
        }
    }

    private static int Line(Sojourn.Domain.Kernel.Fault fault) => int.Parse(fault.Where.Split(':')[1]);
}
