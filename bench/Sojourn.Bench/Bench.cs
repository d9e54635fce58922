using System.Text.Json;

namespace Sojourn.Bench;

/// <summary>One benchmark: a verb of its own, in a file of its own, named in <see cref="Benches"/>.</summary>
internal interface IBench
{
    /// <summary>The verb.</summary>
    string Name { get; }

    /// <summary>What it measures beside what, in one line.</summary>
    string Summary { get; }

    Task<Report> Run(Arguments arguments);
}

/// <summary>What a bench found.</summary>
/// <param name="Lines">The table that people read.</param>
/// <param name="Figures">The same figures by name, for <c>--json</c>.</param>
/// <param name="Reached">Whether what was to be reached was reached.</param>
internal sealed record Report(IReadOnlyList<string> Lines, IReadOnlyDictionary<string, object> Figures, bool Reached = true)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string InJson() => JsonSerializer.Serialize(Figures, Indented);
}

/// <summary>All benches; add yours here.</summary>
internal static class Benches
{
    public static IReadOnlyList<IBench> All { get; } = [new JournalBench(), new KillBench(), new PkBench(), new MllpBench(), new MllpKillBench(), new RoomsBench(), new CalendarBench(), new ProgrammesBench(), new WhatIfBench()];
}
