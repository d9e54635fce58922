using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Accounts;
using Sojourn.Web.Devices;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>A clinic with one medicine session, on a real port over a real file, with a clock moved by hand.</summary>
public class RunningRoom : IAsyncLifetime
{
    internal const string Password = "a long test password";
    internal const string Pin = "2468";

    private WebApplication? app;

    public MedicineClinic Clinic { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Where monitors connect.</summary>
    public int MonitorPort { get; private set; }

    /// <summary>How much people and devices have recorded, once every reaction has happened; what time passing raises is not theirs.</summary>
    internal async Task<int> Recorded()
    {
        await app!.Services.GetRequiredService<Reactor>().CatchUp();
        return (await Clinic.Journal.Read(0, int.MaxValue)).Count(envelope => envelope.Actor != Actor.Sojourn.Text);
    }

    protected virtual Task<MedicineClinic> Open() => MedicineClinic.Open();

    public async ValueTask InitializeAsync()
    {
        Clinic = await Open();
        app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", Path.Combine(Clinic.Folder, "keys"), new MllpSettings(IPAddress.Loopback, 0, MllpSettings.UsualSilence)), Clinic.Runner);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        MonitorPort = app.Services.GetRequiredService<MllpListener>().Port;
        using var scope = app.Services.CreateScope();
        foreach (var (staff, role) in new[] { (Clinic.Nair, "nurse"), (Clinic.Ellery, "therapist"), (Clinic.Farrow, "prescriber"), (Clinic.Okafor, "front-desk") })
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Accounts.Accounts>().SetPassword(Actor.Staff(staff), $"{role}@test.example", Password));
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Pins>().Set(staff, Pin));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        await Clinic.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<HttpClient> Client(string role)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        using var answer = await Send(client, "/sign-in", "/sign-in", ("email", $"{role}@test.example"), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    /// <summary>Posts a form of the room as a browser would; a name may come more than once.</summary>
    internal static Task<HttpResponseMessage> Post(HttpClient client, Guid session, string part, params (string Name, string Value)[] fields) =>
        Send(client, $"/sessions/{session}/room", $"/sessions/{session}/room/{part}", fields);

    internal static async Task<HttpResponseMessage> Send(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", WebUtility.HtmlDecode(token))]);
        return await client.PostAsync(action, content);
    }

    internal static async Task<(HttpStatusCode Status, JsonElement Body)> PostJson(HttpClient client, Guid session, string part, object fields)
    {
        var answer = await client.PostAsJsonAsync($"/sessions/{session}/room/{part}", fields);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    internal static IReadOnlyList<string> Sentences(JsonElement problem) => [.. problem.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("sentence").GetString()!)];

    internal static string Written(StaffId id) => id.Value.ToString("D");
}
