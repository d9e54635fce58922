using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Dosing;

/// <summary>Looks at the rooms again and again, so that a reading nobody takes does not go unseen while no page is open.</summary>
internal sealed class RoomWatch(Runner runner, ILogger<RoomWatch> log) : BackgroundService, ISliceServices
{
    /// <summary>How often. No clinical figure: the programme says when a reading is overdue, this only how soon it is noticed.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    public static void Add(IServiceCollection services) => services.AddHostedService<RoomWatch>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoomTick.Pass(runner);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The rooms could not be looked at; they are looked at again in {Seconds} seconds.", Every.TotalSeconds);
            }
        }
    }
}
