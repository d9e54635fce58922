namespace Sojourn.Domain.Kernel;

/// <summary>Who must deal with something: one named member of staff, or whoever holds a role. Written <c>staff/ID</c> or <c>role/nurse</c>.</summary>
public readonly record struct Owner(string Value) : ISingleValue
{
    private const string StaffPrefix = "staff/";
    private const string RolePrefix = "role/";

    /// <summary>Null when it is a role.</summary>
    public StaffId? Staff => Value.StartsWith(StaffPrefix, StringComparison.Ordinal) ? new StaffId(Guid.Parse(Value.AsSpan(StaffPrefix.Length))) : null;

    /// <summary>Null when it is a named member of staff.</summary>
    public string? Role => Value.StartsWith(RolePrefix, StringComparison.Ordinal) ? Value[RolePrefix.Length..] : null;

    /// <summary>False for the default value and for text that names nobody.</summary>
    public bool IsSomebody =>
        Value is not null
        && (Role is { Length: > 0 } || (Value.StartsWith(StaffPrefix, StringComparison.Ordinal) && Guid.TryParse(Value.AsSpan(StaffPrefix.Length), out _)));

    public static Owner Named(StaffId staff) => new($"{StaffPrefix}{staff.Value:D}");

    public static Owner Whoever(string role) => new($"{RolePrefix}{role}");

    public override string ToString() => Value;
}
