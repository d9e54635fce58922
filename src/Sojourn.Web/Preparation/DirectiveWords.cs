using Sojourn.Domain.Preparation;
using Sojourn.Web.Design;

namespace Sojourn.Web.Preparation;

/// <summary>What a person chose beforehand, as it reads in the room and on their own page. What was not said says so.</summary>
internal static class DirectiveWords
{
    internal const string NotSaid = "Not said";

    internal static readonly IReadOnlyList<Option> Touches =
        [new("none", "No touch"), new("shoulder-ask-first", "Shoulder only, ask first"), new("hand-ask-first", "Holding a hand, ask first"), Open];

    internal static readonly IReadOnlyList<Option> Musics = [new("with", "With music"), new("quiet", "Quiet"), Open];

    internal static readonly IReadOnlyList<Option> Recordings = [new("no", "No recording"), new("sound", "Sound"), new("video", "Picture and sound"), Open];

    internal static readonly IReadOnlyList<Option> SecondDoses = [new("no", "No second dose"), new("within-plan", "Only up to the plan"), Open];

    private static Option Open => new("", NotSaid);

    internal static string Touch(Directive? said) => Of(Touches, said?.Touch);

    internal static string SecondDose(Directive? said) => Of(SecondDoses, said?.SecondDose);

    /// <summary>Every line, in the order in which it is asked.</summary>
    internal static IReadOnlyList<(string Label, string Words)> All(Directive? said) =>
    [
        ("Touch", Touch(said)),
        ("In the room", said?.People ?? NotSaid),
        ("Music", Of(Musics, said?.Music)),
        ("Recording", Of(Recordings, said?.Recording)),
        ("A second dose the same day", SecondDose(said)),
        ("Helps when frightened", said?.Helps ?? NotSaid),
    ];

    /// <summary>The value of a choice in its form; empty for what was not said.</summary>
    internal static string Value<T>(T? choice)
        where T : struct, Enum => choice is { } said ? Clinic.Running.Columns.Word(said) : "";

    private static string Of<T>(IReadOnlyList<Option> options, T? choice)
        where T : struct, Enum => options.First(option => option.Value == Value(choice)).Words;
}
