namespace Sojourn.Web.Design;

/// <summary>The shape before a status word. A shape has one meaning everywhere; see docs/reference/design-system.md.</summary>
public enum Mark
{
    Done,
    Now,
    Due,
    Later,
    Overdue,
    Blocked,
    Amber,
    Red,
    Emergency,
    NoData,
    Saving,
    Offline,
    Person,
}

/// <summary>Colour of a status: the third cue, after shape and word.</summary>
public enum Tone
{
    Quiet,
    Ok,
    Info,
    Amber,
    Red,
}

public static class Marks
{
    public static string Id(Mark mark) => "m-" + mark.ToString().ToLowerInvariant();

    public static string Word(Tone tone) => tone.ToString().ToLowerInvariant();

    /// <summary>The tone that a shape has when nobody says otherwise.</summary>
    public static Tone Usual(Mark mark) => mark switch
    {
        Mark.Done => Tone.Ok,
        Mark.Now => Tone.Info,
        Mark.Overdue or Mark.Red or Mark.Emergency => Tone.Red,
        Mark.Amber or Mark.NoData or Mark.Offline => Tone.Amber,
        _ => Tone.Quiet,
    };
}
