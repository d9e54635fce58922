using Microsoft.Extensions.DependencyInjection;

namespace Sojourn.Web.Hosting;

/// <summary>A slice that needs something of its own in the host (accounts, links); found by type.</summary>
public interface ISliceServices
{
    static abstract void Add(IServiceCollection services);
}

internal static class SliceServices
{
    internal static void AddSojournSlices(this IServiceCollection services)
    {
        foreach (var slice in typeof(SliceServices).Assembly.GetTypes().Where(t => t.IsClass && typeof(ISliceServices).IsAssignableFrom(t)))
        {
            slice.GetMethod(nameof(ISliceServices.Add))!.Invoke(null, [services]);
        }
    }
}
