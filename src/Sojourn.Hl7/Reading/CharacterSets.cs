using System.Text;

namespace Sojourn.Hl7.Reading;

/// <summary>Names of character sets (HL7 table 0211, and what monitors write instead), each as an encoding that refuses what is not of it.</summary>
public static class CharacterSets
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "utf-8",
        ["UNICODE UTF-8"] = "utf-8",
        ["UTF-8"] = "utf-8",
        ["UTF8"] = "utf-8",
        // Monitors that say so send UTF-8: the block marks of MLLP cannot stand beside two-byte letters.
        ["UNICODE"] = "utf-8",
        ["ASCII"] = "us-ascii",
        ["8859/1"] = "iso-8859-1",
        ["8859/2"] = "iso-8859-2",
        ["8859/3"] = "iso-8859-3",
        ["8859/4"] = "iso-8859-4",
        ["8859/5"] = "iso-8859-5",
        ["8859/6"] = "iso-8859-6",
        ["8859/7"] = "iso-8859-7",
        ["8859/8"] = "iso-8859-8",
        ["8859/9"] = "iso-8859-9",
        ["8859/15"] = "iso-8859-15",
        ["GB 18030-2000"] = "gb18030",
        ["GB18030"] = "gb18030",
        ["BIG-5"] = "big5",
        ["KS X 1001"] = "euc-kr",
    };

    /// <returns>Null for a name that is not known here.</returns>
    public static Encoding? Find(string name) => Names.TryGetValue(name.Trim(), out var known) ? Strict(known) : null;

    private static Encoding? Strict(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
    }
}
