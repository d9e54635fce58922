using Sojourn.Programmes.Editing;
using Sojourn.Programmes.Reading;

namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>A value changed in a form changes that value in the file and nothing else.</summary>
public sealed class EditingAProgramme
{
    private static string Text(string id) => File.ReadAllText(Path.Combine(ProgrammeFolders.Shipped, id + ".yaml"));

    public static TheoryData<string> Seven => [.. ProgrammeLibrary.LoadShipped().ById.Keys];

    [Theory]
    [MemberData(nameof(Seven))]
    public void A_value_of_a_file_is_changed_and_every_other_stays_as_it_was(string id)
    {
        var text = Text(id);
        var fields = ProgrammeEdit.Sections(text).SelectMany(section => section.Groups).SelectMany(group => group.Fields).ToList();
        Assert.True(fields.Count > 100);
        foreach (var field in fields.Where((_, at) => at % 5 == 0))
        {
            var changed = ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal) { [field.Path] = "a: \"b\" # c" });
            Assert.NotNull(changed);
            var now = ProgrammeEdit.Sections(changed).SelectMany(section => section.Groups).SelectMany(group => group.Fields).ToDictionary(one => one.Path, one => one.Value, StringComparer.Ordinal);
            Assert.Equal(fields.Count, now.Count);
            Assert.All(fields, one => Assert.Equal(one.Path == field.Path ? "a: \"b\" # c" : one.Value, now[one.Path]));
            Assert.Equal(text.Split('\n').Count(line => line.TrimStart().StartsWith('#')), changed.Split('\n').Count(line => line.TrimStart().StartsWith('#')));
        }
    }

    [Fact]
    public void A_figure_is_changed_in_its_place_and_nothing_around_it_moves()
    {
        var text = Text("solo-depression-standard");
        var window = ProgrammeEdit.Sections(text).Single(section => section.Key == "phases").Groups.SelectMany(group => group.Fields).Single(field => field.Label == "window, most");
        Assert.Equal(("phases[3].window.most", "42"), (window.Path, window.Value));
        Assert.Equal(text.Replace("window: { least: 21, most: 42 }", "window: { least: 21, most: 40 }", StringComparison.Ordinal), ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal) { [window.Path] = "40" }));
        Assert.Equal(text, ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal) { [window.Path] = "42" }));
    }

    [Theory]
    [MemberData(nameof(Seven))]
    public void Where_a_value_is_one_of_a_few_words_each_of_them_is_offered_and_read(string id)
    {
        var text = Text(id);
        var fields = ProgrammeEdit.Sections(text).SelectMany(section => section.Groups).SelectMany(group => group.Fields).Where(field => field.Choices.Count > 0).ToList();
        Assert.True(fields.Count > 30);
        foreach (var (field, choice) in fields.SelectMany((field, at) => field.Choices.Where((_, which) => which % 3 == at % 3).Select(choice => (field, choice))))
        {
            var changed = ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal) { [field.Path] = choice })!;
            Assert.DoesNotContain(ProgrammeFiles.ReadText(id, changed, ProgrammeFolders.Shipped).File.Faults, fault => fault.What.Contains($"“{choice}”, which is not known", StringComparison.Ordinal) || fault.What.Contains($"“{choice}” is not a role", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_word_that_is_none_of_the_few_stays_to_be_mended_and_what_is_free_is_not_chosen()
    {
        var text = Text("rise-chronic-pain").Replace("rooms: [medicine]", "rooms: [cellar]", StringComparison.Ordinal);
        var fields = ProgrammeEdit.Sections(text).SelectMany(section => section.Groups).SelectMany(group => group.Fields).ToList();
        Assert.Empty(fields.Single(field => field.Value == "cellar").Choices);
        Assert.Empty(fields.Single(field => field.Path == "sessions[4].title").Choices);
        Assert.Equal(["individual", "group"], fields.Single(field => field.Path == "prices[0].format").Choices);
        Assert.Contains("counselling", fields.Single(field => field.Path == "prices[0].session").Choices);
    }

    [Fact]
    public void An_entry_is_copied_under_a_new_id_and_taken_away_again()
    {
        var text = Text("rise-chronic-pain");
        var massage = ProgrammeEdit.Sections(text).Single(section => section.Key == "adjuncts").Groups.Single(group => group.Title == "Massage");
        var more = ProgrammeEdit.WithCopy(text, massage.Path, "yoga");
        Assert.Contains("  - { id: massage, title: Massage, source: seed S-RISE }\n  - { id: yoga, title: Massage, source: seed S-RISE }\n", more, StringComparison.Ordinal);
        Assert.Equal(text, ProgrammeEdit.Without(more!, "adjuncts[2]"));
        var phase = ProgrammeEdit.Sections(text).Single(section => section.Key == "phases").Groups[3];
        Assert.Equal(text, ProgrammeEdit.Without(ProgrammeEdit.WithCopy(text, phase.Path, "month-1b")!, "phases[4]"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_stands_in_a_draft_it_is_shown_changed_copied_and_taken_from_without_a_crash(int seed)
    {
        const string Marks = "{}[]&*!|>%@`\"':#-,";
        var dice = new Random(seed);
        var lines = Text("solo-depression-standard").Split('\n').ToList();
        for (var cut = 0; cut < 12; cut++)
        {
            var at = dice.Next(lines.Count);
            switch (dice.Next(4))
            {
                case 0: lines.RemoveAt(at); break;
                case 1: lines[at] = lines[at][..dice.Next(lines[at].Length + 1)]; break;
                case 2: lines.Insert(at, lines[dice.Next(lines.Count)]); break;
                default: lines[at] += Marks[dice.Next(Marks.Length)]; break;
            }
        }

        var text = string.Join('\n', lines);
        var groups = ProgrammeEdit.Sections(text).SelectMany(section => section.Groups).ToList();
        foreach (var group in groups.Where((_, at) => at % 7 == seed % 7))
        {
            _ = ProgrammeEdit.WithCopy(text, group.Path, "again");
            _ = ProgrammeEdit.Without(text, group.Path);
            foreach (var field in group.Fields)
            {
                Assert.NotNull(ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal) { [field.Path] = "x: [y" }));
            }
        }

        _ = ProgrammeFiles.ReadText("solo-depression-standard", text, ProgrammeFolders.Shipped);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Fact]
    public void A_place_that_is_not_there_changes_nothing()
    {
        var text = Text("rise-chronic-pain");
        Assert.Null(ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal) { ["phases[99].title"] = "x" }));
        Assert.Null(ProgrammeEdit.WithCopy(text, "phases[99]", "x"));
        Assert.Null(ProgrammeEdit.Without(text, "summary"));
        Assert.Empty(ProgrammeEdit.Sections("a: [b"));
    }
}
