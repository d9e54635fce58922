using System.Text.RegularExpressions;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Tests.Instruments;

public sealed class DocumentedFormat
{
    [Fact]
    public void Every_key_of_an_instrument_file_is_in_the_reference()
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Shipped.Folder)!, "docs", "reference", "instrument-format.md"));
        var named = Regex.Matches(page, "`([a-z-]+)[`:]").Select(match => match.Groups[1].Value).ToHashSet();
        var keys = Shipped.Library.All.SelectMany(instrument => Keys(YamlText.Read(Shipped.File(instrument.Id), instrument.Id, new Findings())!, ownNames: false)).Distinct().ToList();
        Assert.Contains("stop-when", keys);
        Assert.Empty(keys.Except(named));
    }

    // Below "answers" and "counts" stand names that the file itself gives.
    private static IEnumerable<string> Keys(YamlPart node, bool ownNames) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Keys(entry.Value, entry.Key is "answers" or "counts").Concat(ownNames ? [] : [entry.Key])),
        YamlSequence sequence => sequence.Items.SelectMany(item => Keys(item, ownNames: false)),
        _ => [],
    };
}
