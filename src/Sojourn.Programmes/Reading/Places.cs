using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Where in the files each part of a programme was read, so that a check made later can still point at the line.</summary>
internal sealed class Places
{
    private readonly Dictionary<object, YamlPart> nodes = new(ReferenceEqualityComparer.Instance);

    public void Set(object part, YamlPart node) => nodes[part] = node;

    public YamlPart Of(object part) => nodes[part];
}

/// <summary>What a programme file may refer to outside itself.</summary>
/// <param name="Beside">Consent texts and shared parts.</param>
/// <param name="InstrumentIds">Known instruments; null when they are not known and references are not checked.</param>
internal sealed record ProgrammeContext(Beside Beside, IReadOnlySet<string>? InstrumentIds);
