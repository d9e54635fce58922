using Sojourn.Web.Forms;

namespace Sojourn.Web.Start;

/// <summary>Time zones as people type them.</summary>
internal static class Zones
{
    internal const string Hint = "As in America/Edmonton. All times on pages are shown in it.";

    internal static string Read(FieldReader f)
    {
        var zone = f.Text("time-zone", "Give the time zone, like America/Edmonton.", 80);
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            f.Fault("time-zone", $"“{zone}” is not a time zone. Write it like America/Edmonton or Europe/Berlin.");
        }

        return zone;
    }
}
