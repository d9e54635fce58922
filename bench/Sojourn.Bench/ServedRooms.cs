using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Accounts;
using Sojourn.Web.Hosting;

namespace Sojourn.Bench;

/// <summary>A clinic's folder with so many sessions under way, each in a room of its own with a monitor bound to it, served by the real program as a process of its own.</summary>
internal sealed partial class ServedRooms(DirectoryInfo folder) : IAsyncDisposable
{
    private const string Ready = "Sojourn is ready: ";
    private const string Monitors = "Monitors connect at port ";
    private const string Password = "a long bench password";

    /// <summary>What passing a gate takes on the hand clock; taken back, so that all sessions begin together.</summary>
    private static readonly TimeSpan Gate = TimeSpan.FromMinutes(20);

    private readonly List<Guid> sessions = [];
    private Process? server;

    public string File => Path.Combine(folder.FullName, "clinic.db");

    public IReadOnlyList<Guid> Sessions => sessions;

    public Uri Address { get; private set; } = null!;

    public int MonitorPort { get; private set; }

    public static string Sender(int monitor) => string.Create(CultureInfo.InvariantCulture, $"BENCH{monitor}");

    public static async Task<ServedRooms> Make(string parent, int rooms)
    {
        var made = new ServedRooms(Directory.CreateDirectory(Path.Combine(parent, $"sojourn-rooms-{Environment.ProcessId}")));
        await using var clinic = await MedicineClinic.Open();
        clinic.Clock.Pass(DateTimeOffset.UtcNow - Gate - TimeSpan.FromMinutes(10) - clinic.Clock.Now);
        for (var room = 0; room < rooms; room++)
        {
            await made.Begin(clinic, room);
        }

        await using (var app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", Path.Combine(made.Folder, "keys")), clinic.Runner))
        {
            using var scope = app.Services.CreateScope();
            foreach (var (staff, role) in new[] { (clinic.Nair, "nurse"), (clinic.Ellery, "therapist") })
            {
                _ = await scope.ServiceProvider.GetRequiredService<Accounts>().SetPassword(Actor.Staff(staff), $"{role}@test.example", Password);
            }
        }

        await clinic.Journal.Backup(made.File);
        return made;
    }

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    public async Task Start()
    {
        server = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "sojourn"), ["serve", "--data", Folder, "--urls", "http://127.0.0.1:0", "--mllp-port", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Monitors, StringComparison.Ordinal))
            {
                MonitorPort = int.Parse(line[Monitors.Length..].Split(' ')[0], CultureInfo.InvariantCulture);
            }

            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                Address = new Uri(line[Ready.Length..]);
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    /// <summary>SIGKILL: nothing of the program's runs after it.</summary>
    public async Task Kill()
    {
        server!.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    /// <summary>Signed in as one who records.</summary>
    public async Task<HttpClient> Client(string role)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        var token = WebUtility.HtmlDecode(Token().Match(await client.GetStringAsync("/sign-in")).Groups["token"].Value);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = $"{role}@test.example", ["password"] = Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync("/sign-in", form);
        return answer.StatusCode == HttpStatusCode.SeeOther ? client : throw new InvalidOperationException($"Signing in was answered {answer.StatusCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await Kill();
        }

        folder.Delete(recursive: true);
    }

    private string Folder => folder.FullName;

    private async Task Begin(MedicineClinic clinic, int room)
    {
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        var device = Guid.CreateVersion7();
        await clinic.Does(Actor.Staff(clinic.Nair), desk =>
        {
            desk.Do(DeviceSlice.Slice, device, new Device.Command.Register(desk.At, Sender(room), Sender(room), clinic.Room, "UTC", 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false));
            desk.Do(DeviceSlice.Slice, device, new Device.Command.Bind(desk.At, clinic.Nair, new SessionId(session), clinic.Person, clinic.Room, IsOpen: true));
        });
        sessions.Add(session);
        clinic.Clock.Pass(-Gate);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
