using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Cli.Verbs;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Publishing;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Simulation;
using Sojourn.Web.Accounts;
using Sojourn.Web.Hosting;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainStaff = Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>A clinic as it is on its first morning: a site, two rooms, four people of the staff, nobody treated yet; on a clock that the story moves.</summary>
public sealed class CourseClinic : IAsyncLifetime
{
    internal const string Password = "a long test password";

    /// <summary>Of everybody here who checks a dose.</summary>
    internal const string Pin = "2468";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton");

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"sojourn-course-{Guid.CreateVersion7():N}");
    private readonly VirtualClock clock = new(new DateTimeOffset(2026, 11, 2, 16, 0, 0, TimeSpan.Zero));
    private ClinicFolder? clinic;
    private WebApplication? app;

    internal Uri Address { get; private set; } = null!;

    /// <summary>What the clinic's clocks show.</summary>
    internal DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    public async ValueTask InitializeAsync()
    {
        clinic = ClinicFolder.Open(folder, clock);
        await Found();
        app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", clinic.KeysFolder), clinic.Runner);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var scope = app.Services.CreateScope();
        foreach (var colleague in Colleague.All)
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Accounts>().SetPassword(Actor.Staff(colleague.Id), colleague.Email, Password));
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Pins>().Set(colleague.Id, Pin));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        await clinic!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>It is this day and hour now; what the record asks for by itself has happened.</summary>
    internal async Task ItIs(DateOnly day, int hour, int minute)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        await Until(new DateTimeOffset(local, Zone.GetUtcOffset(local)));
    }

    internal Task Pass(int minutes) => Until(Now.AddMinutes(minutes));

    /// <summary>Every reaction to what is recorded has happened.</summary>
    internal Task Settle() => app!.Services.GetRequiredService<Reactor>().CatchUp();

    private async Task Until(DateTimeOffset instant)
    {
        await Settle();
        clock.Set(instant);
        await Settle();
    }

    private async Task Found()
    {
        var site = new SiteId(Guid.CreateVersion7());
        var today = DateOnly.FromDateTime(Now.DateTime);
        (await clinic!.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.Found("Harbour & Elm", Zone.Id, "555-0142", "9-8-8", "9-1-1", IsDemo: false));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(site, "Harbour site", "Edmonton", "Alberta", "555-0142"));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(new(Guid.CreateVersion7()), site, "Room 2", RoomUse.Medicine, 1, ApprovedForMedicine: true));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(new(Guid.CreateVersion7()), site, "Room 4", RoomUse.Talking, 1, ApprovedForMedicine: false));
            foreach (var colleague in Colleague.All)
            {
                desk.Do(StaffSlice.Slice, colleague.Id.Value, new DomainStaff.Command.Join(colleague.Given, colleague.Family, colleague.Name, [colleague.Role], [site], colleague.Email));
                desk.Do(StaffSlice.Slice, colleague.Id.Value, new DomainStaff.Command.RecordCredential(colleague.Credential, "A-10442", today.AddYears(-1), today.AddYears(1)));
            }

            foreach (var programme in clinic.Runner.Programmes.ById.Keys)
            {
                PublishingDesk.NameLeads(desk, programme, Colleague.Therapist.Id, Colleague.Prescriber.Id);
            }
        })).OrThrow();
    }
}
