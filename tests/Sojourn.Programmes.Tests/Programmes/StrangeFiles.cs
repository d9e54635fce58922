using System.Diagnostics;
using System.Text;

namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>Files that are no programme, by accident or by malice: a fault, never a crash, never a wait.</summary>
public sealed class StrangeFiles : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("", 1, "The file is empty.")]
    [InlineData("# only a remark\n", 1, "The file is empty.")]
    [InlineData("just words\n", 1, "The file holds a single value where keys are expected.")]
    [InlineData("- a\n- b\n", 1, "The file holds a list where keys are expected.")]
    [InlineData("id: a\n\ttitle: b\n", 2, "The line is indented with a tab.")]
    [InlineData("id: a\ntitle: \"b\n", 2, "This is not well-formed YAML")]
    [InlineData("id: a\n title: b\n  x: c\n", 2, "This is not well-formed YAML")]
    [InlineData("id: a\n---\nid: b\n", 2, "A second document begins here.")]
    [InlineData("a: &a [x, x]\nb: *a\n", 1, "“&a” marks a part for repeating.")]
    [InlineData("id: a\nb: *a\n", 2, "“*a” repeats another part by reference.")]
    [InlineData("id: !!binary aGFsbG8=\n", 1, "gives the value a type of its own.")]
    [InlineData("? [a, b]\n: c\n", 1, "A list stands where a key is expected.")]
    [InlineData("id: a\0b\n", 1, "The file has bytes in it that are not text.")]
    public void Are_answered_with_file_line_and_sentence(string text, int line, string what)
    {
        desk.Write("strange.yaml", text);
        var read = desk.Read("strange.yaml");
        Assert.Null(read.Programme);
        Assert.Contains(read.Faults, fault => fault.File == desk.PathOf("strange.yaml") && fault.Line == line && fault.What.Contains(what, StringComparison.Ordinal));
        Assert.All(read.Faults, fault => Assert.NotEmpty(fault.Mend));
    }

    [Fact]
    public void Laughter_that_grows_to_gigabytes_is_refused_at_its_first_mark()
    {
        var bomb = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var i = 1; i < 40; i++)
        {
            bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        desk.Write("bomb.yaml", bomb.ToString());
        var watch = Stopwatch.StartNew();
        Assert.Contains("marks a part for repeating", desk.Only("bomb.yaml").What, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Depth_is_refused()
    {
        desk.Write("deep.yaml", "id: " + new string('[', 100_000));
        Assert.Contains("nested more than 24 deep", desk.Only("deep.yaml").What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_with_brackets_without_end_is_refused()
    {
        desk.Change("shared/clinical-core.yaml", "when: porphyria", "when: " + new string('(', 5000) + "porphyria");
        Assert.Contains("its brackets are too deep", desk.Only("rise-chronic-pain.yaml").What, StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_megabytes_are_refused_without_being_read()
    {
        using (var file = File.Create(desk.PathOf("huge.yaml")))
        {
            file.SetLength(50_000_000);
        }

        Assert.Contains("more than 1,000,000", desk.Only("huge.yaml").What, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        File.WriteAllBytes(desk.PathOf("binary.yaml"), [0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE, 0x00]);
        Assert.Equal("The file is not text in UTF-8.", desk.Only("binary.yaml").What);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing() => Assert.Equal("There is no such file.", desk.Only("nowhere.yaml").What);

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_no_harm()
    {
        var text = desk.Text("hea-trauma.yaml").ReplaceLineEndings("\r\n");
        File.WriteAllText(desk.PathOf("hea-trauma.yaml"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        desk.Good("hea-trauma.yaml");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_cut_out_the_answer_is_faults_or_a_programme_and_never_a_crash(int seed)
    {
        var random = new Random(seed);
        var whole = desk.Text("rise-chronic-pain.yaml");
        for (var i = 0; i < 60; i++)
        {
            var from = random.Next(whole.Length);
            var length = random.Next(1, 400);
            desk.Write("rise-chronic-pain.yaml", whole[..from] + whole[Math.Min(whole.Length, from + length)..]);
            var read = desk.Read("rise-chronic-pain.yaml");
            Assert.Equal(read.Programme is null, read.Faults.Count > 0);
        }
    }
}
