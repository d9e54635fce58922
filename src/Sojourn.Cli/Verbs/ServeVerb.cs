using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sojourn.Web.Devices;
using Sojourn.Web.Hosting;

namespace Sojourn.Cli.Verbs;

/// <summary><c>serve --data DIR</c>: the clinic for real.</summary>
internal static class ServeVerb
{
    internal static Command Make()
    {
        var data = Options.Data();
        var urls = new Option<string>("--urls") { Description = "Addresses to listen at.", DefaultValueFactory = _ => "http://localhost:8080" };
        var name = new Option<string?>("--clinic") { Description = "The clinic's name, on its first start.", HelpName = "NAME" };
        var owner = new Option<string?>("--owner") { Description = "E-mail address of the clinic's first manager, on its first start.", HelpName = "EMAIL" };
        var preset = new Option<string?>("--preset") { Description = "On the first start: solo, for a clinic that one person runs.", HelpName = "solo" };
        preset.AcceptOnlyFromAmong(Sojourn.Domain.Clinics.Clinic.Solo);
        var mllp = Options.MllpPort("Port at which bedside monitors connect (MLLP). Left out, none can.");
        var verb = new Command("serve", "Serve a clinic from a folder.") { data, urls, name, owner, preset, mllp };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var clinic = ClinicFolder.Open(parsed.GetRequiredValue(data).FullName, TimeProvider.System);
            return await FirstStart.Ensure(clinic, parsed.GetValue(name), parsed.GetValue(owner), parsed.GetValue(preset))
                ? await Serve(clinic, parsed.GetRequiredValue(urls), Listening(IPAddress.Any, parsed.GetValue(mllp)), app => FirstStart.SayLink(app.Services, AddressOf(app)), cancellation, parsed.GetValue(preset))
                : Exit.Refused;
        });
        return verb;
    }

    /// <param name="before">What to do and say once the clinic answers, before it is called ready.</param>
    internal static async Task<int> Serve(ClinicFolder clinic, string urls, MllpSettings? mllp, Func<WebApplication, Task> before, CancellationToken cancellation, string? preset = null)
    {
        await using var app = await SojournHost.Build(new HostSettings(urls, clinic.KeysFolder, mllp, clinic.MusicFolder) { Preset = preset }, clinic.Runner);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (SocketException) when (mllp is not null)
        {
            return Exit.Refuse([$"Port {mllp.Port} for monitors cannot be listened at: something else has it, or it is not allowed. Choose another with --mllp-port."]);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            return Exit.Refuse([$"Something else listens at {urls} already. Choose another port, for example --port 8081."]);
        }

        await before(app);
        if (mllp is not null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Monitors connect at port {app.Services.GetRequiredService<MllpListener>().Port} (MLLP)"));
        }

        Console.WriteLine($"Sojourn is ready: {AddressOf(app)}");
        await app.WaitForShutdownAsync(cancellation);
        return Exit.Done;
    }

    internal static MllpSettings? Listening(IPAddress at, int? port) => port is { } known ? new MllpSettings(at, known, MllpSettings.UsualSilence) : null;

    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
}
