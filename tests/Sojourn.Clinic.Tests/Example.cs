using System.Collections;
using System.Reflection;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tests;

/// <summary>Makes something of every type that an event may hold, with every field filled.</summary>
internal static class Example
{
    internal static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return Simple(type) ?? (type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!
            : typeof(IEnumerable).IsAssignableFrom(type) ? Several(type)
            : Made(type.IsAbstract ? type.Assembly.GetTypes().First(t => !t.IsAbstract && t.IsSubclassOf(type)) : type));
    }

    private static object? Simple(Type type) => type switch
    {
        _ when type == typeof(string) => "words",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 2,
        _ when type == typeof(long) => 3L,
        _ when type == typeof(decimal) => 1.5m,
        _ when type == typeof(Guid) => new Guid("0198c0de-0000-7000-8000-000000000001"),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 22, 13, 58, 19, TimeSpan.Zero),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 22),
        _ when type == typeof(TimeOnly) => new TimeOnly(13, 58),
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(90),
        _ when typeof(ISingleValue).IsAssignableFrom(type) && type.IsValueType => Activator.CreateInstance(type, Of(type.GetProperty("Value")!.PropertyType)),
        _ => null,
    };

    private static object Several(Type type)
    {
        var parts = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
        if (parts.Length == 2)
        {
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts))!;
            dictionary.Add(Of(parts[0]), Of(parts[1]));
            return dictionary;
        }

        var one = Array.CreateInstance(parts[0], 1);
        one.SetValue(Of(parts[0]), 0);
        return one;
    }

    private static object Made(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }
}
