using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Running;

/// <summary>How facts are written: camel-case names, enums as kebab-case words, one-value types as their value, nothing for null.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new SingleValueConverters());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class SingleValueConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(ISingleValue).IsAssignableFrom(typeToConvert) && typeToConvert.IsValueType;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        {
            var value = typeToConvert.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)!;
            return (JsonConverter)Activator.CreateInstance(typeof(SingleValueConverter<,>).MakeGenericType(typeToConvert, value.PropertyType))!;
        }
    }

    private sealed class SingleValueConverter<T, TValue> : JsonConverter<T>
        where T : struct
    {
        private static readonly Func<TValue, T> Wrap = MakeWrap();
        private static readonly Func<T, TValue> Unwrap = MakeUnwrap();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wrap(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, Unwrap(value), options);

        private static Func<TValue, T> MakeWrap()
        {
            var raw = System.Linq.Expressions.Expression.Parameter(typeof(TValue));
            var make = System.Linq.Expressions.Expression.New(typeof(T).GetConstructor([typeof(TValue)])!, raw);
            return System.Linq.Expressions.Expression.Lambda<Func<TValue, T>>(make, raw).Compile();
        }

        private static Func<T, TValue> MakeUnwrap()
        {
            var wrapped = System.Linq.Expressions.Expression.Parameter(typeof(T));
            return System.Linq.Expressions.Expression.Lambda<Func<T, TValue>>(System.Linq.Expressions.Expression.Property(wrapped, "Value"), wrapped).Compile();
        }
    }
}
