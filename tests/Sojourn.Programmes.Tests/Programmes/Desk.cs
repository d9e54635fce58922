using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>A copy of the shipped programmes in a folder of its own, to write faults into.</summary>
internal sealed class Desk : IDisposable
{
    public Desk()
    {
        Folder = Directory.CreateTempSubdirectory("programmes-").FullName;
        foreach (var file in Directory.EnumerateFiles(ProgrammeFolders.Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(ProgrammeFolders.Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Text(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Changes one place, which must be there.</summary>
    public Desk Change(string file, string old, string now)
    {
        var text = Text(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{old}” is not in {file}.");
        Write(file, text[..at] + now + text[(at + old.Length)..]);
        return this;
    }

    /// <summary>The line on which a text stands, as an editor counts.</summary>
    public int LineOf(string file, string text)
    {
        var whole = Text(file);
        var at = whole.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{text}” is not in {file}.");
        return whole[..at].Count(letter => letter == '\n') + 1;
    }

    public ProgrammeFile Read(string file) => ProgrammeFiles.Read(PathOf(file));

    public Programme Good(string file)
    {
        var read = Read(file);
        Assert.Empty(read.Faults.Select(fault => fault.ToString()));
        return read.Programme!;
    }

    /// <summary>The only fault of a file.</summary>
    public FileFault Only(string file)
    {
        var read = Read(file);
        Assert.Null(read.Programme);
        return Assert.Single(read.Faults);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
