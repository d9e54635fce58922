namespace Sojourn.Journal.Sqlite;

/// <summary>The store's SQL files, by name.</summary>
internal static class Sql
{
    public static string Named(string name)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no {name}.sql in Sql/.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
