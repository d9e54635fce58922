using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Journal;
using Sojourn.Journal.Sqlite;
using Sojourn.Web.Hosting;
using Sojourn.Web.Tests.Dosing;

namespace Sojourn.Web.Tests.Killing;

/// <summary>A clinic's folder with one session under way, served by the real <c>sojourn serve</c> as a process of its own that can be killed.</summary>
internal sealed class ServedClinic : IAsyncDisposable
{
    private const string Ready = "Sojourn is ready: ";
    private const string Monitors = "Monitors connect at port ";
    private const int MonitorsBound = 8;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-killed-");
    private Process? server;

    private string File => Path.Combine(folder.FullName, "clinic.db");

    /// <summary>The session whose first dose was given a few minutes ago.</summary>
    internal Guid Session { get; private set; }

    internal Uri Address { get; private set; } = null!;

    /// <summary>Where monitors connect.</summary>
    internal int MonitorPort { get; private set; }

    /// <summary>By what names the monitors send that are bound to the session.</summary>
    internal IReadOnlyList<string> Senders { get; } = [.. Enumerable.Range(1, MonitorsBound).Select(i => $"MONITOR{i}")];

    internal static async Task<ServedClinic> Make()
    {
        var made = new ServedClinic();
        await using var clinic = await MedicineClinic.Open();
        clinic.Clock.Pass(DateTimeOffset.UtcNow.AddHours(-1) - clinic.Clock.Now);
        made.Session = await clinic.BookAndPassGate();
        await clinic.InRoom(made.Session, facts => new MedicineSession.Command.GiveDose(
            clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, DoseRoute.Intramuscular, new Milligrams(30m), null, clinic.Ellery, null, null, null, facts.Dose(DoseRoute.Intramuscular), CheckConfirmed: true));
        foreach (var sender in made.Senders)
        {
            var device = Guid.CreateVersion7();
            await clinic.Does(Actor.Staff(clinic.Nair), desk =>
            {
                desk.Do(DeviceSlice.Slice, device, new Device.Command.Register(desk.At, sender, sender, clinic.Room, "UTC", 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false));
                desk.Do(DeviceSlice.Slice, device, new Device.Command.Bind(desk.At, clinic.Nair, new SessionId(made.Session), clinic.Person, clinic.Room, IsOpen: true));
            });
        }

        await using (var app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", Path.Combine(made.folder.FullName, "keys")), clinic.Runner))
        {
            using var scope = app.Services.CreateScope();
            foreach (var (staff, role) in new[] { (clinic.Nair, "nurse"), (clinic.Ellery, "therapist") })
            {
                Assert.Null(await scope.ServiceProvider.GetRequiredService<Accounts.Accounts>().SetPassword(Actor.Staff(staff), $"{role}@test.example", RunningRoom.Password));
            }
        }

        await clinic.Journal.Backup(made.File);
        return made;
    }

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    internal async Task Start()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "sojourn"), ["serve", "--data", folder.FullName, "--urls", "http://127.0.0.1:0", "--mllp-port", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        server = Process.Start(start)!;
        var said = new List<string>();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
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

        throw new InvalidOperationException($"The server ended before it was ready: {string.Join('\n', said)}");
    }

    /// <summary>SIGKILL: nothing of the program's runs after it.</summary>
    internal async Task Kill()
    {
        server!.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    internal async Task<HttpClient> Client(string role)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        var answer = await RunningClinic.Post(client, "/sign-in", "/sign-in", new() { ["email"] = $"{role}@test.example", ["password"] = RunningRoom.Password });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    /// <summary>What the file holds now, the server running or not: read from a copy whose chain is walked first.</summary>
    internal async Task<Kept> Look()
    {
        var copy = Path.Combine(folder.FullName, $"look-{Guid.CreateVersion7():N}.db");
        await SqliteJournal.BackupFile(File, copy);
        Assert.Null(await SqliteJournal.VerifyFile(copy));
        await using var journal = SqliteJournal.Open(copy, Projection.Shipped, TimeProvider.System);
        var events = await journal.Read(0, int.MaxValue);
        using var connection = journal.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText = "select words from medicine_moment";
        using var rows = command.ExecuteReader();
        var shown = new List<string>();
        while (rows.Read())
        {
            shown.Add(rows.GetString(0));
        }

        var messages = events.Where(envelope => envelope.Name == "device.message-taken").Select(envelope => ((Device.Event.MessageTaken)EventRegistry.Shipped.Read(envelope)!).ControlId);
        return new Kept([.. events.Where(envelope => envelope.Name == "medicine.moment-noted")], shown, messages.CountBy(id => id).ToDictionary(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await Kill();
        }

        folder.Delete(recursive: true);
    }

    /// <param name="Moments">As the journal has them.</param>
    /// <param name="Shown">Their words, as the room's table has them.</param>
    /// <param name="Messages">Messages of monitors by their control id, and how often each is there.</param>
    internal sealed record Kept(IReadOnlyList<Envelope> Moments, IReadOnlyList<string> Shown, IReadOnlyDictionary<string, int> Messages)
    {
        internal int Of(Guid entry) => Moments.Count(envelope => envelope.CommandId == entry);
    }
}
