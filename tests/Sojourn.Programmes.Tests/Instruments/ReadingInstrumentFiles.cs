using Sojourn.Domain.Measures;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Programmes.Tests.Instruments;

public sealed class ReadingInstrumentFiles
{
    [Fact]
    public void All_that_ship_are_read()
    {
        Assert.Equal(32, Shipped.Library.All.Count);
        Assert.Equal(14, Shipped.Library.All.Count(instrument => !instrument.IsSkeleton));
    }

    [Fact]
    public void Wording_is_shipped_only_where_the_licence_allows_it() =>
        Assert.All(Shipped.Library.All, instrument =>
        {
            Assert.Equal(instrument.Licence.ShipFullText, instrument.Items.All(item => item.Text is { Length: > 0 }));
            Assert.Equal(instrument.Licence.ShipFullText, instrument.Items.All(item => item.Options.Count > 0));
            Assert.Equal(instrument.Licence.ShipFullText, instrument.Licence.Notice is not null);
        });

    [Theory]
    [InlineData("phq-9", "phq9-9", "Thoughts that you would be better off dead or of hurting yourself in some way")]
    [InlineData("c-ssrs-screener", "cssrs-2", "Have you actually had any thoughts of killing yourself?")]
    [InlineData("peg", "peg-2", "What number best describes how, during the past week, pain has interfered with your enjoyment of life?")]
    [InlineData("pcl-5", "pcl5-17", "Being “superalert” or watchful or on guard?")]
    public void Wording_is_kept_to_the_letter(string instrument, string item, string wording) =>
        Assert.Equal(wording, Shipped.Library.Find(instrument)!.Item(item)!.Text);

    [Fact]
    public void The_lowest_answer_of_the_GAD_7_is_not_at_all() =>
        Assert.Equal("Not at all", Shipped.Library.Find("gad-7")!.Items[0].Options[0].Label);

    [Theory]
    [InlineData("PHQ-9")]
    [InlineData("phq9")]
    [InlineData(" Phq 9 ")]
    public void An_instrument_is_found_however_its_name_is_typed(string name) => Assert.Equal("phq-9", Shipped.Library.Find(name)?.Id);

    [Fact]
    public void Every_safety_flag_says_how_grave_it_is_and_what_to_do() =>
        Assert.All(Shipped.Library.All.SelectMany(instrument => instrument.Flags).Where(flag => flag.Level == FlagLevel.Safety), flag =>
        {
            Assert.NotNull(flag.Concern);
            Assert.NotNull(flag.Action);
        });

    [Fact]
    public void The_hash_does_not_depend_on_line_ends()
    {
        var text = Shipped.File("peg");
        Assert.Equal(InstrumentReader.Read("peg.yaml", text).Value!.Hash, InstrumentReader.Read("peg.yaml", text.Replace("\n", "\r\n")).Value!.Hash);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault() => Assert.Contains("is not there", InstrumentLibrary.Load("/no/such/folder").Faults.Single().Sentence);

    [Fact]
    public void One_broken_file_and_nothing_is_loaded()
    {
        var folder = Directory.CreateTempSubdirectory("instruments").FullName;
        File.WriteAllText(Path.Combine(folder, "peg.yaml"), Shipped.File("peg"));
        File.WriteAllText(Path.Combine(folder, "isi.yaml"), Shipped.File("isi").Replace("least: 0, most: 7", "least: 0, most: 8"));
        File.WriteAllText(Path.Combine(folder, "other.yaml"), Shipped.File("wsas"));
        var library = InstrumentLibrary.Load(folder);
        Assert.Null(library.Value);
        Assert.Equal(["isi.yaml", "other.yaml"], library.Faults.Select(fault => fault.Where.Split(':')[0]));
        Directory.Delete(folder, recursive: true);
    }
}
