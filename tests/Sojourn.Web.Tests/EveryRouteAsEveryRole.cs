using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Permissions;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Tests;

/// <summary>Every route names a permission, and lets in exactly the roles that have it.</summary>
public sealed class EveryRouteAsEveryRole(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    public static TheoryData<string> Roles => [.. Domain.Staff.StaffMember.Roles, ""];

    [Fact]
    public void Every_route_names_a_permission()
    {
        var nameless = Endpoints().Where(e => e.Metadata.GetMetadata<Asks>() is null).Select(e => e.RoutePattern.RawText).Except(["/assets/{hash}/{**name}", "{*path:nonfile}"]);
        Assert.Empty(nameless);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_is_let_in_where_it_has_the_permission_and_nowhere_else(string role)
    {
        using var client = await clinic.Client(role.Length == 0 ? null : role);
        var wrong = new List<string>();
        var called = 0;
        foreach (var endpoint in Endpoints().Where(e => e.Metadata.GetMetadata<Asks>() is not null))
        {
            var asks = endpoint.Metadata.GetMetadata<Asks>()!.Permission;
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            if (endpoint.RoutePattern.RawText is "/sign-out" or "/sign-in")
            {
                continue;
            }

            using var request = new HttpRequestMessage(new HttpMethod(method), PathOf(endpoint));
            if (method == "POST")
            {
                request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            }

            using var answer = await client.SendAsync(request);
            called++;
            var shut = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
                || (answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal));
            var may = Grants.Has(role.Length == 0 ? Role.Visitor : Enum.Parse<Role>(role.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), asks);
            if (shut == may || answer.StatusCode == HttpStatusCode.InternalServerError)
            {
                wrong.Add($"{method} {endpoint.RoutePattern.RawText} asks {asks}, {(role.Length == 0 ? "a visitor" : role)} {(may ? "may" : "may not")}, answered {(int)answer.StatusCode}");
            }
        }

        Assert.True(called > 20, $"only {called} routes were called");
        Assert.Empty(wrong);
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        clinic.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is not null && !e.RoutePattern.RawText.Contains("nonfile", StringComparison.Ordinal));

    /// <summary>Every parameter is an id that no record has.</summary>
    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "0198c0de-0000-7000-8000-000000000000"))));
}
