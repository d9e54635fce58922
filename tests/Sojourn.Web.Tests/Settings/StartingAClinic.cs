using System.Net;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Staff;

namespace Sojourn.Web.Tests.Settings;

/// <summary>SET-9: an empty folder becomes a clinic by one link, once.</summary>
public sealed class StartingAClinic : IAsyncLifetime
{
    private readonly EmptyClinic clinic = new();

    public ValueTask InitializeAsync() => clinic.InitializeAsync();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task By_its_link_the_first_manager_sets_it_up_and_is_signed_in()
    {
        using var client = clinic.Client();
        var link = await clinic.Link();
        Assert.Equal("/start", (await client.GetAsync(link)).Headers.Location?.ToString());
        var answer = await RunningClinic.Post(client, "/start", "/start", Typed());
        Assert.Equal("/settings", answer.Headers.Location?.ToString());
        Assert.Contains("A new clinic", await client.GetStringAsync("/settings"), StringComparison.Ordinal);
        Assert.Null(await clinic.Link());
        using var again = clinic.Client();
        await again.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync("/start")).StatusCode);
    }

    [Fact]
    public async Task Without_the_link_nobody_sets_it_up()
    {
        using var client = clinic.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/start")).StatusCode);
        await RunningClinic.Post(client, "/sign-in", "/start", Typed());
        using var records = clinic.Runner.Read();
        Assert.Null(PlaceRecords.Clinic(records));
    }

    [Fact]
    public async Task A_short_password_founds_nothing_and_what_was_typed_is_kept()
    {
        using var client = clinic.Client();
        await client.GetAsync(await clinic.Link());
        var fields = Typed();
        fields["password"] = "short";
        var answer = await RunningClinic.Post(client, "/start", "/start", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#password\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Harbour Clinic\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"short\"", page, StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        Assert.Null(PlaceRecords.Clinic(records));
        Assert.Empty(StaffRecords.All(records));
    }

    private static Dictionary<string, string> Typed() => new(StringComparer.Ordinal)
    {
        ["clinic"] = "Harbour Clinic",
        ["time-zone"] = "America/Edmonton",
        ["given"] = "Rosa",
        ["family"] = "Marsh",
        ["email"] = "rosa@harbour.example",
        ["password"] = "seven calm herons",
    };
}
