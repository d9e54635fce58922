using System.Collections.Concurrent;
using System.Reflection;

namespace Sojourn.Clinic.Running;

/// <summary>SQL files are embedded and fetched by the type in whose folder they lie.</summary>
public static class Sql
{
    private static readonly ConcurrentDictionary<(Type Owner, string File), string> Read = new();

    /// <exception cref="InvalidOperationException">There is no such file in the type's folder.</exception>
    public static string Of(Type owner, string file) => Read.GetOrAdd((owner, file), key => Load(key.Owner.Assembly, $"{key.Owner.Namespace}.{key.File}"));

    public static string Of<T>(string file) => Of(typeof(T), file);

    internal static string AllOf(Type owner) =>
        string.Join('\n', owner.Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(owner.Namespace + ".", StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Load(owner.Assembly, n)));

    private static string Load(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"There is no embedded {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
