using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Running;

/// <summary>Who acts, as written into every envelope.</summary>
public readonly record struct Actor
{
    private Actor(string text) => Text = text;

    /// <summary><c>staff/ID</c>, <c>person/ID</c>, <c>visitor</c>, <c>device</c>, or <c>sojourn</c>.</summary>
    public string Text { get; }

    /// <summary>The programme itself: reactions and imports from the terminal.</summary>
    public static Actor Sojourn { get; } = new("sojourn");

    /// <summary>A monitor at its port; which one stands in the stream.</summary>
    public static Actor Device { get; } = new("device");

    /// <summary>Somebody who has not signed in.</summary>
    public static Actor Visitor { get; } = new("visitor");

    public static Actor Staff(StaffId id) => new($"staff/{id.Value:D}");

    public static Actor Person(PersonId id) => new($"person/{id.Value:D}");

    public StaffId? StaffId => Text.StartsWith("staff/", StringComparison.Ordinal) ? new StaffId(Guid.Parse(Text.AsSpan(6))) : null;

    public PersonId? PersonId => Text.StartsWith("person/", StringComparison.Ordinal) ? new PersonId(Guid.Parse(Text.AsSpan(7))) : null;

    public static Actor Read(string text) => new(text);

    public override string ToString() => Text;
}

/// <summary>Who sends a command, under which id, at what time.</summary>
/// <param name="CommandId">Made where the tap happened; said again it is answered again, not done again.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="At">The clinic's clock when the command arrived, UTC.</param>
public sealed record Sender(Guid CommandId, Actor Actor, DateTimeOffset At);
