using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Journal.Sqlite;
using Sojourn.Simulation;
using Sojourn.Simulation.Demo;
using Sojourn.Web.Accounts;
using Sojourn.Web.Hosting;

namespace Sojourn.Cli.Verbs;

/// <summary><c>demo</c>: an invented clinic with today's day half done, and ready-made logins.</summary>
internal static class DemoVerb
{
    internal static Command Make()
    {
        var port = new Option<int>("--port") { Description = "Port to listen at.", DefaultValueFactory = _ => 8080 };
        var data = Options.Data(required: false);
        var fresh = new Option<bool>("--fresh") { Description = "Make the clinic anew." };
        var seed = new Option<int>("--seed") { Description = "Another seed, other people.", DefaultValueFactory = _ => 1 };
        var mllp = Options.MllpPort("Port at which bedside monitors connect (MLLP); any free one unless given.");
        var verb = new Command("demo", "Serve an invented clinic with today's day half done.") { port, data, fresh, seed, mllp };
        verb.SetAction((parsed, cancellation) => Run(
            parsed.GetValue(data)?.FullName ?? Path.Combine(Environment.CurrentDirectory, "demo-data"), parsed.GetValue(port), parsed.GetValue(fresh), parsed.GetValue(seed), parsed.GetValue(mllp), cancellation));
        return verb;
    }

    private static async Task<int> Run(string folder, int port, bool fresh, int seed, int? mllp, CancellationToken cancellation)
    {
        var today = DemoClinic.TodayFor(DateOnly.FromDateTime(DateTimeOffset.Now.DateTime));
        var mark = Path.Combine(folder, "demo.txt");
        var wanted = string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd} seed {seed} version {typeof(DemoVerb).Assembly.ManifestModule.ModuleVersionId}");
        if (Directory.Exists(folder) && File.Exists(ClinicFolder.FileIn(folder)) && !File.Exists(mark))
        {
            return Exit.Refuse([$"{folder} holds a clinic that is no demo. Give another folder with --data; nothing was changed."]);
        }

        var make = fresh || !File.Exists(mark) || await File.ReadAllTextAsync(mark, cancellation) != wanted;
        if (make)
        {
            Clear(folder);
        }

        var clock = new VirtualClock(make ? DemoClinic.Begins(today) : await LastMoment(folder, today, cancellation));
        if (make)
        {
            await Play(folder, clock, today, seed);
            await File.WriteAllTextAsync(mark, wanted, cancellation);
        }

        await using var clinic = ClinicFolder.Open(folder, clock);
        clock.Run();
        return await ServeVerb.Serve(clinic, $"http://localhost:{port}", ServeVerb.Listening(IPAddress.Loopback, mllp ?? 0), async app => await Logins(app.Services, clinic, make), cancellation);
    }

    /// <summary>Only what a demo made itself is ever removed.</summary>
    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "clinic.db*").Append(Path.Combine(folder, "demo.txt")))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>What fails on the way is made again from nothing, so it is synced once, when it is closed.</summary>
    private static async Task Play(string folder, VirtualClock clock, DateOnly today, int seed)
    {
        var began = Stopwatch.StartNew();
        Console.Error.WriteLine("Making the demo clinic: nine months of invented days …");
        await using var clinic = ClinicFolder.Open(folder, clock, new SqliteJournalOptions { SyncsLate = true });
        await DemoMusic.WriteTo(new MusicFolder(clinic.MusicFolder));
        var (_, refused) = await DemoClinic.Make(clinic.Runner, clock, today, seed);
        var head = await clinic.Journal.Head();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{head.Position} facts in {began.Elapsed.TotalSeconds:0.0} s."));
        if (Environment.GetEnvironmentVariable("SOJOURN_DEMO_REFUSALS") is not null)
        {
            foreach (var (code, count) in refused.OrderByDescending(r => r.Value))
            {
                Console.Error.WriteLine($"{count,6} {code}");
            }
        }
    }

    /// <summary>A demo that is opened again goes on after its last fact, and not before eleven.</summary>
    private static async Task<DateTimeOffset> LastMoment(string folder, DateOnly today, CancellationToken cancellation)
    {
        await using var clinic = ClinicFolder.Open(folder, TimeProvider.System);
        var head = await clinic.Journal.Head(cancellation);
        var last = await clinic.Journal.Read(head.Position - 1, 1, cancellation);
        var opens = DemoClinic.Opens(today);
        return last.Count > 0 && last[0].RecordedAt > opens ? last[0].RecordedAt.AddSeconds(1) : opens;
    }

    /// <summary>One login for each role, and the patient's.</summary>
    private static async Task Logins(IServiceProvider services, ClinicFolder clinic, bool make)
    {
        if (make)
        {
            await GiveLogins(services, clinic.Runner);
        }

        Console.WriteLine($"{"role",-12}{"name",-20}{"e-mail",-28}password");
        foreach (var login in First(clinic.Runner))
        {
            Console.WriteLine($"{login.Role,-12}{login.Name,-20}{login.Email,-28}{SignInPage.DemoPassword}");
        }

        Console.WriteLine($"The PIN of staff, for the second check of a dose, is {SignInPage.DemoPin}.");
    }

    /// <returns>The e-mail addresses that now have the demo's password.</returns>
    internal static async Task<IReadOnlyList<string>> GiveLogins(IServiceProvider services, Runner runner)
    {
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var first = First(runner);
        foreach (var login in first)
        {
            var actor = login.Role == "patient" ? Actor.Person(new PersonId(login.Id)) : Actor.Staff(new StaffId(login.Id));
            await accounts.SetPassword(actor, login.Email, SignInPage.DemoPassword);
        }

        var pins = scope.ServiceProvider.GetRequiredService<Pins>();
        await Task.WhenAll(Colleagues(runner).Select(colleague => Task.Run(() => pins.Set(colleague, SignInPage.DemoPin))));

        return [.. first.Select(login => login.Email)];
    }

    private static IReadOnlyList<StaffId> Colleagues(Runner runner)
    {
        using var records = runner.Read();
        return records.All<StaffId>("select id from staff order by rowid");
    }

    private static List<LoginRow> First(Runner runner)
    {
        using var records = runner.Read();
        var staff = records.All<LoginRow>("select id, display_name as name, email, trim(roles) as role from staff order by rowid").ToList();
        var patient = records.One<LoginRow>("select id, given || ' ' || family as name, 'patient@demo.example' as email, 'patient' as role from person where family = 'Abara' and given = 'Nkechi'");
        var newcomer = records.One<LoginRow>(
            """
            select person.id, given || ' ' || family as name, 'newcomer@demo.example' as email, 'patient' as role from matching
            join course on course.id = matching.course_id join person on person.id = course.person_id where asked_id is null and therapist_id is null order by person.id limit 1
            """);
        return [.. staff.GroupBy(s => s.Role).Select(g => g.First()), .. new[] { patient, newcomer }.OfType<LoginRow>()];
    }

    private sealed record LoginRow
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public string Email { get; init; } = "";

        public string Role { get; init; } = "";
    }
}
