using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Cli.Verbs;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Accounts;
using Sojourn.Web.Hosting;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainStaff = Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Web.Tests;

/// <summary>A whole clinic on a real port over a real file: one site, three rooms, one member of staff of each role.</summary>
public sealed class RunningClinic : IAsyncLifetime
{
    internal const string Password = "a long test password";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"sojourn-web-{Guid.CreateVersion7():N}");
    private ClinicFolder? clinic;
    private WebApplication? app;

    public SiteId Site { get; } = new(Guid.CreateVersion7());

    public RoomId MedicineRoom { get; } = new(Guid.CreateVersion7());

    public RoomId TalkingRoom { get; } = new(Guid.CreateVersion7());

    public IReadOnlyDictionary<string, StaffId> Staff { get; } = DomainStaff.Roles.ToDictionary(r => r, _ => new StaffId(Guid.CreateVersion7()), StringComparer.Ordinal);

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    internal Runner Runner => clinic!.Runner;

    public async ValueTask InitializeAsync()
    {
        clinic = ClinicFolder.Open(folder, TimeProvider.System);
        await Found();
        app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", clinic.KeysFolder), clinic.Runner);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var scope = app.Services.CreateScope();
        foreach (var (role, id) in Staff)
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Accounts.Accounts>().SetPassword(Actor.Staff(id), $"{role}@test.example", Password));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        await clinic!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Waits until every reaction to what is recorded has happened.</summary>
    public Task Settle() => Services.GetRequiredService<Reactor>().CatchUp();

    /// <summary>A browser's memory without a browser: cookies, no redirects followed. Signed in when a role is given.</summary>
    internal async Task<HttpClient> Client(string? role = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        if (role is not null)
        {
            var answer = await Post(client, "/sign-in", "/sign-in", new() { ["email"] = $"{role}@test.example", ["password"] = Password });
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        return client;
    }

    /// <summary>Loads a page for its antiforgery token, then posts the form as a browser would.</summary>
    internal static async Task<HttpResponseMessage> Post(HttpClient client, string page, string action, Dictionary<string, string> fields)
    {
        var html = await client.GetStringAsync(page);
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        Assert.NotEmpty(token);
        fields["__RequestVerificationToken"] = WebUtility.HtmlDecode(token);
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(action, content);
    }

    internal static async Task<JsonElement> PostJson(HttpClient client, string action, object fields)
    {
        var answer = await client.PostAsJsonAsync(action, fields);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>One more room for medicine.</summary>
    internal async Task<RoomId> OpenRoom(string name, int chairs)
    {
        var room = new RoomId(Guid.CreateVersion7());
        (await Runner.Run(Runner.SenderFor(Actor.Sojourn), desk => desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(room, Site, name, RoomUse.Medicine, chairs, ApprovedForMedicine: true)))).OrThrow();
        return room;
    }

    private async Task Found()
    {
        var sender = Runner.SenderFor(Actor.Sojourn);
        (await Runner.Run(sender, desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.Found("Test clinic", "America/Edmonton", "555-0100", "9-8-8", "9-1-1", IsDemo: false));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(Site, "Harbour", "Edmonton", "Alberta", "555-0100"));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(MedicineRoom, Site, "Room 2", RoomUse.Medicine, 1, ApprovedForMedicine: true));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(TalkingRoom, Site, "Room 4", RoomUse.Talking, 1, ApprovedForMedicine: false));
            foreach (var (role, id) in Staff)
            {
                desk.Do(StaffSlice.Slice, id.Value, new DomainStaff.Command.Join("Test", role, $"Test {role}", [role], [Site], $"{role}@test.example"));
            }
        })).OrThrow();
    }
}
