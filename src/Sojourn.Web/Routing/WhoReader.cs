using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.Routing;

/// <summary>Reads the signed-in person from the cookie's claim and the clinic's own record, so that a changed role counts at once.</summary>
internal static class WhoReader
{
    /// <summary>The claim that names the actor: <c>staff/…</c> or <c>person/…</c>.</summary>
    internal const string ActorClaim = "sojourn:actor";

    /// <summary>The claim of a signed link: the one path it opens, with all below it.</summary>
    internal const string OnlyClaim = "sojourn:only";

    private sealed record StaffRow
    {
        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    private sealed record PersonRow
    {
        public string Given { get; init; } = "";

        public string? Preferred { get; init; }
    }

    internal static Who Read(HttpContext http, Records records)
    {
        if (http.User.FindFirstValue(ActorClaim) is not { } text)
        {
            return Who.Visitor;
        }

        if (http.User.FindFirstValue(OnlyClaim) is { } only && !http.Request.Path.StartsWithSegments(only, StringComparison.Ordinal))
        {
            return Who.Visitor;
        }

        var actor = Actor.Read(text);
        if (actor.StaffId is { } staff)
        {
            return records.One<StaffRow>("select display_name, roles from staff where id = @staff and active = 1", new { staff }) is { } row
                ? new Who(actor, row.DisplayName, RolesIn(row.Roles))
                : Who.Visitor;
        }

        return actor.PersonId is { } person && records.One<PersonRow>("select given, preferred from person where id = @person", new { person }) is { } found
            ? new Who(actor, found.Preferred ?? found.Given, [Role.Patient])
            : Who.Visitor;
    }

    private static List<Role> RolesIn(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Columns.Choice<Role>)];
}
