namespace Sojourn.Programmes.Yaml;

/// <summary>All faults found while reading one file and what it uses, and which keys were looked for.</summary>
/// <param name="wholeFiles">Files read without a fault, by path, where several readings share them.</param>
internal sealed class Findings(Dictionary<string, YamlMapping>? wholeFiles = null)
{
    public Dictionary<string, YamlMapping> WholeFiles { get; } = wholeFiles ?? new(StringComparer.Ordinal);

    private readonly List<FileFault> faults = [];
    private readonly HashSet<string> faultySections = new(StringComparer.Ordinal);
    private readonly HashSet<string> keysAsked = new(StringComparer.Ordinal);

    private readonly List<FileNote> notes = [];

    /// <summary>Files read beside the programme's own, by their path below the programmes folder.</summary>
    public HashSet<string> FilesUsed { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<FileFault> Faults => faults;

    public IReadOnlyList<FileNote> Notes => notes;

    /// <summary>Every key that a reader has asked for, whether it was there or not.</summary>
    public IReadOnlySet<string> KeysAsked => keysAsked;

    /// <summary>The part being read; checks across parts are left out where a part could not be read.</summary>
    public string Section { get; set; } = "";

    public bool IsClean(params IReadOnlyList<string> sections) => !sections.Any(faultySections.Contains);

    public void Add(YamlPart at, string what, string mend) => Add(at.File, at.Line, what, mend);

    public void Add(string file, int line, string what, string mend)
    {
        var fault = new FileFault(file, line, what, mend);
        faultySections.Add(Section);
        if (!faults.Contains(fault))
        {
            faults.Add(fault);
        }
    }

    /// <summary>Something to know that is no fault.</summary>
    public void Note(YamlPart at, string what)
    {
        var note = new FileNote(at.File, at.Line, what);
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }

    public void Asked(string key) => keysAsked.Add(key);
}
