using System.Reflection;

namespace Sojourn.Clinic.Running;

/// <summary>Projections, reactions and event names are found in this assembly by type, so that adding one is adding one file.</summary>
internal static class FoundByType
{
    private static readonly Type[] Types = [.. typeof(FoundByType).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true }).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    internal static IReadOnlyList<T> Made<T>()
        where T : class =>
        [.. Types.Where(t => typeof(T).IsAssignableFrom(t)).Select(t => (T)Activator.CreateInstance(t, nonPublic: true)!)];

    internal static IEnumerable<TValue> Statics<TValue>(Type marker, string property) =>
        Types.Where(t => marker.IsAssignableFrom(t))
            .Select(t => (TValue)t.GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);
}
