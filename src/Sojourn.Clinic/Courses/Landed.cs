using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Courses;

/// <summary>Whether a slice whose tables are read here is part of this program yet.</summary>
internal static class Landed
{
    private static readonly Lazy<HashSet<string>> Tables = new(() => Projection.Shipped.SelectMany(projection => projection.Tables).ToHashSet(StringComparer.Ordinal));

    internal static bool Has(string table) => Tables.Value.Contains(table);
}
