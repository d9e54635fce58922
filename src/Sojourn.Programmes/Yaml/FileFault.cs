using Sojourn.Domain.Kernel;

namespace Sojourn.Programmes.Yaml;

/// <summary>Something wrong in a file of the clinic's own.</summary>
/// <param name="File">Path as it was asked for.</param>
/// <param name="Line">1 for the first line.</param>
/// <param name="What">What is wrong, one plain sentence.</param>
/// <param name="Mend">How to mend it, one plain sentence.</param>
public sealed record FileFault(string File, int Line, string What, string Mend)
{
    public Fault ToFault() => new($"{File}:{Line}", $"{What} {Mend}");

    /// <summary>As the terminal shows it.</summary>
    public override string ToString() => $"{File}:{Line}  {What}  {Mend}";
}

/// <summary>Something to know about a file that is no fault.</summary>
/// <param name="File">Path as it was asked for.</param>
/// <param name="Line">1 for the first line.</param>
/// <param name="What">One plain sentence.</param>
public sealed record FileNote(string File, int Line, string What)
{
    /// <summary>As the terminal shows it.</summary>
    public override string ToString() => $"{File}:{Line}  Note: {What}";
}
