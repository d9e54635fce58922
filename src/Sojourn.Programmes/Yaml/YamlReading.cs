using Sojourn.Domain.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sojourn.Programmes.Yaml;

/// <summary>One file being read. Every fault found on the way is kept with its line; nothing is thrown.</summary>
internal sealed class YamlReading(string file)
{
    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>The mapping at the top of the file; null when the text is not YAML or is something else.</summary>
    public YamlMap? Top(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            FaultAt(exception.Start.Line, $"This is not readable YAML: {exception.InnerException?.Message ?? exception.Message} Mend it here or just above.");
            return null;
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map)
        {
            return new YamlMap(this, map, "the file");
        }

        FaultAt(1, "The file must hold one document of \"name: value\" lines.");
        return null;
    }

    public void Fault(YamlNode node, string sentence) => FaultAt(node.Start.Line, sentence);

    private void FaultAt(long line, string sentence) => faults.Add(new Fault($"{file}:{line}", sentence));
}
