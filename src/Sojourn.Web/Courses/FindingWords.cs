using Sojourn.Clinic.Screening;
using Sojourn.Web.Design;

namespace Sojourn.Web.Courses;

/// <summary>How a finding's weight is shown: shape, word, colour.</summary>
internal static class FindingWords
{
    internal static string Verdict(string verdict) => verdict switch
    {
        "exclude" => "Excludes",
        "defer" => "Defers",
        "review" => "For review",
        _ => "Note",
    };

    internal static Mark Mark(FindingRow finding) => finding switch
    {
        { Verdict: "allow" } => Design.Mark.Due,
        { Verdict: "review", Weighed: true } => Design.Mark.Done,
        { Verdict: "review" } => Design.Mark.Amber,
        _ => Design.Mark.Blocked,
    };

    internal static Tone Tone(FindingRow finding) => finding switch
    {
        { Verdict: "exclude" } => Design.Tone.Red,
        { Verdict: "defer" } => Design.Tone.Amber,
        { Verdict: "review", Weighed: false } => Design.Tone.Amber,
        _ => Design.Tone.Quiet,
    };
}
