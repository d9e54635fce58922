using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Courses;

/// <summary>Looks at the courses' calendars while the clinic is served, and once at the start: the next of a programme's months, boosters that can be talked about, and credentials that have ended.</summary>
internal sealed class CourseWatch(Runner runner, ILogger<CourseWatch> log) : BackgroundService, ISliceServices
{
    /// <summary>Days are counted; a few minutes late is soon enough.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    public static void Add(IServiceCollection services) => services.AddHostedService<CourseWatch>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, runner.Time);
        do
        {
            try
            {
                await CourseTick.Pass(runner);
                await CredentialTick.Pass(runner);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The courses' calendars could not be looked at; the next look is in {Minutes} minutes.", Every.TotalMinutes);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
