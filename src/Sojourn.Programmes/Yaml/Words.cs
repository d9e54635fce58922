using System.Text;

namespace Sojourn.Programmes.Yaml;

/// <summary>The members of an enumeration as files write them: <c>InformationCall</c> is <c>information-call</c>.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    public static IReadOnlyDictionary<string, T> All { get; } =
        Enum.GetValues<T>().ToDictionary(value => Kebab(value.ToString()), StringComparer.Ordinal);

    public static string Of(T value) => Kebab(value.ToString());

    private static string Kebab(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append('-');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
