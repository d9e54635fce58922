using Sojourn.Clinic.Lanes;
using Sojourn.Web.Design;

namespace Sojourn.Web.Lanes;

/// <summary>Words for the five lanes.</summary>
public static class LaneWords
{
    public static string When(LaneItemRow item) => item switch
    {
        { IsVisit: true } => Words.Date(item.FromOn),
        { ToOn: { } to } => $"{Words.Date(item.FromOn)} to {Words.Date(to)}",
        _ => $"since {Words.Date(item.FromOn)}",
    };
}
