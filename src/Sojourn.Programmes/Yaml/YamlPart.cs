namespace Sojourn.Programmes.Yaml;

/// <summary>A piece of a YAML file, and where it is.</summary>
internal abstract record YamlPart(string File, int Line)
{
    /// <summary>What it is, in the words of a fault.</summary>
    public abstract string Kind { get; }
}

/// <summary>One value. <paramref name="Quoted"/> text is never read as a number, a yes or a no.</summary>
internal sealed record YamlScalar(string File, int Line, string Text, bool Quoted) : YamlPart(File, Line)
{
    public override string Kind => Text.Length == 0 && !Quoted ? "nothing" : "a single value";

    /// <summary>Where it begins in the text, in characters, its quotes included.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends; what follows is not part of it.</summary>
    public int End { get; init; }

    public bool IsNothing => !Quoted && Text is "" or "~" or "null";
}

internal sealed record YamlSequence(string File, int Line, IReadOnlyList<YamlPart> Items) : YamlPart(File, Line)
{
    public override string Kind => "a list";
}

/// <summary>Keys and values in the file's order; every key once.</summary>
internal sealed record YamlMapping(string File, int Line, IReadOnlyList<YamlEntry> Entries) : YamlPart(File, Line)
{
    public override string Kind => "a block of keys";

    public YamlPart? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
}

internal sealed record YamlEntry(string Key, int KeyLine, YamlPart Value);
