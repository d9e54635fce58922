using System.Data;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Dapper;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Running;

/// <summary>
/// How values lie in columns, the same on every database: instants as <c>2026-11-22T13:58:19.123456Z</c> (so that text order is time
/// order), dates as <c>2026-11-22</c>, ids as lower-case text, enums as kebab-case words, yes and no as 1 and 0.
/// </summary>
public static class Columns
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly Lazy<bool> Registered = new(RegisterAll);

    /// <summary>Registers the conversions with Dapper, once for the process.</summary>
    public static void Register() => _ = Registered.Value;

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>An enum as it lies in a column: kebab-case words.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The enum that <see cref="Word"/> wrote.</summary>
    /// <exception cref="ArgumentException">It is no such word.</exception>
    public static TEnum Choice<TEnum>(string word)
        where TEnum : struct, Enum =>
        Enum.Parse<TEnum>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static bool RegisterAll()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Replace(new Instants());
        Replace(new Dates());
        Replace(new Times());
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.AddTypeHandler(new Guids());
        foreach (var type in typeof(ISingleValue).Assembly.GetTypes().Where(t => t.IsValueType && typeof(ISingleValue).IsAssignableFrom(t)))
        {
            var value = type.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)!;
            SqlMapper.AddTypeHandler(type, (SqlMapper.ITypeHandler)Activator.CreateInstance(typeof(Single<,>).MakeGenericType(type, value.PropertyType), type, value)!);
        }

        return true;
    }

    private static void Replace<T>(SqlMapper.TypeHandler<T> handler)
        where T : struct
    {
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(handler);
    }

    private static string Kept(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = Text(value);

        public override DateTimeOffset Parse(object value) => Instant(Kept(value));
    }

    private sealed class Dates : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override DateOnly Parse(object value) => DateOnly.Parse(Kept(value), CultureInfo.InvariantCulture);
    }

    private sealed class Times : SqlMapper.TypeHandler<TimeOnly>
    {
        public override void SetValue(IDbDataParameter parameter, TimeOnly value) => parameter.Value = value.ToString("HH:mm", CultureInfo.InvariantCulture);

        public override TimeOnly Parse(object value) => TimeOnly.Parse(Kept(value), CultureInfo.InvariantCulture);
    }

    private sealed class Guids : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = value.ToString("D");

        public override Guid Parse(object value) => Guid.Parse(Kept(value));
    }

    private sealed class Single<T, TValue>(Type type, PropertyInfo property) : SqlMapper.TypeHandler<T>
        where T : struct
    {
        // Compiled once: reflection for each id of each row cost more than reading the row.
        private readonly Func<TValue, T> wrap = Wrapping(type);
        private readonly Func<T, TValue> unwrap = Unwrapping(property);

        public override void SetValue(IDbDataParameter parameter, T value) =>
            parameter.Value = unwrap(value) switch
            {
                Guid id => id.ToString("D"),
                decimal number => (double)number,
                null => DBNull.Value,
                var other => other,
            };

        public override T Parse(object value)
        {
            object raw = typeof(TValue) == typeof(Guid)
                ? Guid.Parse(Kept(value))
                : Convert.ChangeType(value, typeof(TValue), CultureInfo.InvariantCulture);
            return wrap((TValue)raw);
        }

        private static Func<TValue, T> Wrapping(Type type)
        {
            var raw = Expression.Parameter(typeof(TValue));
            return Expression.Lambda<Func<TValue, T>>(Expression.New(type.GetConstructor([typeof(TValue)])!, raw), raw).Compile();
        }

        private static Func<T, TValue> Unwrapping(PropertyInfo property)
        {
            var wrapped = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, TValue>>(Expression.Property(wrapped, property), wrapped).Compile();
        }
    }
}
