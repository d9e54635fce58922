using Sojourn.Clinic.Dosing;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Dosing;

/// <summary>How the room's entries read.</summary>
internal static class RoomWords
{
    internal static string Medicine(DoseRoute route) => route == DoseRoute.Esketamine ? "esketamine" : "ketamine";

    internal static string Kind(string kind) => kind switch
    {
        "said" => "Said",
        "eye-shades" => "Eye shades",
        "sound-recording" => "Sound recording",
        "video-recording" => "Picture recording",
        "other-medicine" => "Other medicine",
        "effects-lessening" => "Effects lessening",
        "debrief-not-wanted" => "Debrief not wanted",
        "debrief-not-able" => "Not able to debrief yet",
        "debrief-moved-to-integration" => "Debrief moved to integration",
        _ => char.ToUpperInvariant(kind[0]) + kind[1..],
    };

    internal static string Moment(MomentRow moment) =>
        moment.Kind is "said" or "note" ? moment.Words : moment.Words.Length == 0 ? Kind(moment.Kind) : $"{Kind(moment.Kind)}: {moment.Words.Replace('-', ' ')}";
}
