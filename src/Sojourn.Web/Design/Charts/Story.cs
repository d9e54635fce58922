using System.Globalization;
using System.Text.Json.Serialization;

namespace Sojourn.Web.Design;

/// <summary>A person's months on one axis. Dates are days in the clinic's zone.</summary>
/// <param name="From">First day of the axis; give a week or two before the first fact.</param>
/// <param name="To">Last day of the axis; past today by what is planned.</param>
/// <param name="Sessions">Medicine sessions in order, given ones first; planned ones are outlined.</param>
/// <param name="Pain">Daily taps, 0 to 10.</param>
/// <param name="Measures">One lane each, in the order given. The one whose range ends at 10 shares its lane with the daily taps.</param>
public sealed record Story(
    DateOnly From,
    DateOnly To,
    DateOnly Today,
    IReadOnlyList<StorySession> Sessions,
    IReadOnlyList<StoryVisit> Therapy,
    IReadOnlyList<StoryPoint> Pain,
    IReadOnlyList<StoryMeasure> Measures,
    IReadOnlyList<StoryDose> Doses)
{
    /// <summary>Other treatments: massage, acupuncture, counselling elsewhere.</summary>
    public IReadOnlyList<StoryOther> Beside { get; init; } = [];
}

/// <param name="Here">At this clinic, drawn solid; elsewhere is outlined.</param>
public sealed record StoryOther(DateOnly On, string Words, bool Here);

public sealed record StorySession(int Number, DateOnly On, bool Planned)
{
    /// <summary>The day as it is read out.</summary>
    public string Words => Design.Words.Date(On);
}

/// <param name="After">Integration or follow-up, drawn solid; preparation is outlined.</param>
public sealed record StoryVisit(DateOnly On, bool Planned, bool After);

/// <param name="Band">The instrument's own word for the total: "mild". Null where it has none.</param>
public sealed record StoryPoint(DateOnly On, decimal Value, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Band = null);

/// <param name="Name">"PHQ-9".</param>
/// <param name="About">What it asks about and its range in words: "mood, 0 to 27".</param>
/// <param name="Least">Lower end of the instrument's range; the scale is never fitted to the data.</param>
/// <param name="Most">Upper end.</param>
/// <param name="GapDays">Answers further apart than this are not joined; 0 joins all.</param>
public sealed record StoryMeasure(string Name, string About, StoryShape Shape, decimal Least, decimal Most, IReadOnlyList<StoryPoint> Points, int GapDays = 0)
{
    /// <summary>How an instrument is drawn everywhere: PEG a square, PHQ-9 a triangle, GAD-7 a cross, any other a disc.</summary>
    public static StoryShape ShapeOf(string instrument) => instrument.ToUpper(CultureInfo.InvariantCulture) switch
    {
        "PEG" => StoryShape.Square,
        "PHQ-9" => StoryShape.Triangle,
        "GAD-7" => StoryShape.Cross,
        _ => StoryShape.Disc,
    };
}

public enum StoryShape
{
    Disc,
    Square,
    Triangle,
    Cross,
}

/// <param name="Words">As it is read out: "60 mg into muscle".</param>
/// <param name="Rescue">Taken home and used there; outlined, and not in the sum.</param>
public sealed record StoryDose(DateOnly On, decimal Milligrams, string Words, bool Rescue = false);
