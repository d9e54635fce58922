using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Plans;

/// <summary>One of the staff, as a list offers them.</summary>
public sealed record StaffChoice
{
    public Domain.Kernel.StaffId Id { get; init; }

    public string DisplayName { get; init; } = "";
}

/// <summary>Names for actors and lists.</summary>
public static class StaffNames
{
    /// <summary>Who works here in a role, by name.</summary>
    public static IReadOnlyList<StaffChoice> In(string role, Records records) =>
        records.All<StaffChoice>("select id, display_name from staff where active = 1 and roles like @like order by display_name", new { like = $"% {role} %" });

    /// <summary>The name behind <c>staff/…</c>; "the patient" for a person, "Sojourn" for the program itself.</summary>
    public static string Of(string actor, Records records) =>
        Actor.Read(actor) switch
        {
            { StaffId: { } staff } => records.Value<string>("select display_name from staff where id = @staff", new { staff }) ?? "somebody of the clinic",
            { PersonId: not null } => "the patient",
            _ => "Sojourn",
        };
}
