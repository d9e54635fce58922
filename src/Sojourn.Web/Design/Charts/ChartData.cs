using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sojourn.Web.Design;

internal static class ChartData
{
    // The default encoder escapes the less-than sign, so that no text of a person can end the script element.
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static string Json<T>(T data) => JsonSerializer.Serialize(data, Shape);
}
