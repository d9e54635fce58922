using System.Reflection;
using Microsoft.AspNetCore.Components;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Web.Routing;

namespace Sojourn.Web.People;

/// <summary>
/// A part of a person's page that another slice brings: a Razor component with these two parameters, found by type. Courses, visits and cases come so,
/// and the people slice need not know them.
/// </summary>
public interface IPersonPanel : IComponent
{
    /// <summary>Smaller comes first; 1 to 90. Below 25 it stands before the record itself.</summary>
    static abstract int Order { get; }

    /// <summary>Without it the panel is not there.</summary>
    static abstract Permission Asks { get; }

    PersonRow Person { get; set; }

    Exchange X { get; set; }
}

internal static class PersonPanels
{
    private static readonly List<(Type Type, int Order, Permission Asks)> All =
    [
        .. typeof(PersonPanels).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IPersonPanel).IsAssignableFrom(type))
            .Select(type => (type, Static<int>(type, nameof(IPersonPanel.Order)), Static<Permission>(type, nameof(IPersonPanel.Asks))))
            .OrderBy(panel => panel.Item2),
    ];

    // What is next and what has happened lately stand before the record of conditions, medicines and signs.
    private const int RecordAt = 25;

    internal static IEnumerable<Type> Before(Who who) => All.Where(panel => panel.Order < RecordAt && who.May(panel.Asks)).Select(panel => panel.Type);

    internal static IEnumerable<Type> After(Who who) => All.Where(panel => panel.Order >= RecordAt && who.May(panel.Asks)).Select(panel => panel.Type);

    private static T Static<T>(Type type, string name) => (T)type.GetProperty(name, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
