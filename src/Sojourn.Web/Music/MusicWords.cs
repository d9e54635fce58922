using System.Globalization;
using Sojourn.Web.Design;

namespace Sojourn.Web.Music;

/// <summary>How the clinic's music reads.</summary>
internal static class MusicWords
{
    internal static readonly Crumb Library = new("Music", "/settings/music");

    internal static IReadOnlyList<Option> Phases { get; } =
    [
        new("settling", "Settling", "Arriving and lying down, before anything is felt."),
        new("onset", "Onset", "The first effects come."),
        new("peak", "Peak", "The strongest part."),
        new("return", "Return", "The effects lessen."),
        new("after", "After", "Awake again, until the ride home."),
    ];

    internal static string Address(string hash) => $"/music/{hash}";

    /// <summary>"4:07".</summary>
    internal static string Length(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    internal static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0.1m, Math.Round(bytes / 1_048_576m, 1))} MB");

    internal static string Kind(string kind) => kind switch { "wav" => "WAV", "mp3" => "MP3", "ogg" => "Ogg", _ => "FLAC" };

    internal static string MediaType(string kind) => kind switch { "wav" => "audio/wav", "mp3" => "audio/mpeg", "ogg" => "audio/ogg", _ => "audio/flac" };

    /// <summary>What followed a track.</summary>
    internal static string Ended(string? ended) => ended switch
    {
        null => "plays",
        "paused" => "then paused",
        "faded" => "then faded out to speak",
        "over" => "until the end",
        _ => "",
    };
}
