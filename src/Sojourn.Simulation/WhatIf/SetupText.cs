using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>A setup and assumptions as they are typed: <c>medicine=2,talking=3</c>.</summary>
public static class SetupText
{
    /// <summary>Rooms by kind; a number alone is medicine rooms beside the usual talking rooms. Video needs no room.</summary>
    public static Parsed<IReadOnlyDictionary<RoomKind, int>> Rooms(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var alone) && alone <= 1000)
        {
            return Good<IReadOnlyDictionary<RoomKind, int>>(new Dictionary<RoomKind, int>(ClinicSetup.DefaultRooms) { [RoomKind.Medicine] = alone });
        }

        Dictionary<RoomKind, int> rooms = [];
        var fault = Each(text, "--rooms medicine=2,talking=3", (name, count) =>
        {
            RoomKind? kind = name switch { "medicine" => RoomKind.Medicine, "talking" => RoomKind.Talking, _ => null };
            if (kind is not { } known)
            {
                return $"“{name}” is no kind of room. Rooms are medicine and talking; video needs none.";
            }

            rooms[known] = count;
            return count > 1000 ? "Rooms are 0 to 1000 of a kind." : null;
        });
        return fault is null ? Good<IReadOnlyDictionary<RoomKind, int>>(rooms) : Bad<IReadOnlyDictionary<RoomKind, int>>("rooms", fault);
    }

    public static Parsed<IReadOnlyDictionary<string, int>> Staff(string text)
    {
        Dictionary<string, int> staff = new(StringComparer.Ordinal);
        var fault = Each(text, "--staff therapist=4,nurse=2,prescriber=1,front-desk=1", (name, count) =>
        {
            if (name == Roles.Patient || !Roles.All.Contains(name, StringComparer.Ordinal))
            {
                return $"“{name}” is no role. Roles are {string.Join(", ", Roles.All.Where(role => role != Roles.Patient))}.";
            }

            staff[name] = count;
            return count > 1000 ? "Staff is 0 to 1000 of a role." : null;
        });
        return fault is null ? Good<IReadOnlyDictionary<string, int>>(staff) : Bad<IReadOnlyDictionary<string, int>>("staff", fault);
    }

    /// <summary><c>missed=10,overrun=20</c> in place of what is assumed otherwise.</summary>
    public static Parsed<Assumptions> Assumed(string text)
    {
        var assumed = new Assumptions();
        var fault = Each(text, "--assume missed=10,overrun=20", (name, count) =>
        {
            if (Assumptions.All.FirstOrDefault(one => one.Id == name) is not { } one)
            {
                return $"“{name}” is no assumption. They are {string.Join(", ", Assumptions.All.Select(known => known.Id))}.";
            }

            assumed = one.With(assumed, count);
            return null;
        }) ?? assumed.Faults().FirstOrDefault();
        return fault is null ? Good(assumed) : Bad<Assumptions>("assume", fault);
    }

    private static string? Each(string text, string example, Func<string, int, string?> take)
    {
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !int.TryParse(part.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return $"“{part}” is not a name and a whole number. Write {example}.";
            }

            if (take(part[..at].Trim(), count) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static Parsed<T> Good<T>(T value)
        where T : class => new(value, []);

    private static Parsed<T> Bad<T>(string where, string sentence)
        where T : class => new(null, [new Fault(where, sentence)]);
}
