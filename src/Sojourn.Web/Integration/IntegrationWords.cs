using Sojourn.Clinic.Integration;
using Sojourn.Web.Design;

namespace Sojourn.Web.Integration;

internal static class IntegrationWords
{
    internal static string Choice(string? choice) => choice switch
    {
        "reinforce" => "Reinforce",
        "change" => "Change",
        "stop" => "Stop",
        _ => "Nothing chosen",
    };

    internal static string Moment(string kind) => kind switch
    {
        "said" => "Said",
        "music" => "Music",
        "eye-shades" => "Eye shades",
        "sound-recording" => "Sound recording",
        "video-recording" => "Picture recording",
        "touch" => "Touch",
        "tension" => "Tension",
        "release" => "Release",
        "effects-lessening" => "Effects lessening",
        "debrief" => "Debrief",
        "debrief-not-wanted" => "Debrief not wanted",
        "debrief-not-able" => "Debrief not possible",
        "debrief-moved-to-integration" => "Debrief moved to here",
        _ => "Noted",
    };

    /// <summary>To staff and patient alike: not done is an answer, not a failing.</summary>
    internal static (Mark Mark, string Words) Standing(IntegrationTaskRow task) => task.Done switch
    {
        true => (Mark.Done, "done"),
        false => (Mark.Now, "something got in the way"),
        _ => (Mark.Due, "to do"),
    };
}
