using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Safety;

/// <summary>Looks at the clocks of cases and questionnaires while the clinic is served, and once at the start for what ran out meanwhile.</summary>
internal sealed class ClockWatch(Runner runner, ILogger<ClockWatch> log) : BackgroundService, ISliceServices
{
    /// <summary>A deputy is told at most this much late.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    public static void Add(IServiceCollection services) => services.AddHostedService<ClockWatch>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, runner.Time);
        do
        {
            try
            {
                await Clocks.Look(runner);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The clocks could not be looked at; the next look is in {Seconds} seconds.", Every.TotalSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
