using Microsoft.Extensions.DependencyInjection;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Devices;

internal sealed class DeviceServices : ISliceServices
{
    public static void Add(IServiceCollection services) => services.AddSingleton<Intake>();
}
