namespace Sojourn.Simulation.Demo;

/// <summary>How far an invented person's story goes by today, and what goes wrong in it.</summary>
internal enum Turn
{
    /// <summary>Only a question so far.</summary>
    Asked,

    /// <summary>A call is booked or was held.</summary>
    Called,

    /// <summary>Filling in the readiness form.</summary>
    Begun,

    /// <summary>Assessed today or lately, not decided yet.</summary>
    Assessed,

    /// <summary>Not now: pressure too high.</summary>
    Deferred,

    /// <summary>Found suitable, and decided against it.</summary>
    Declined,

    /// <summary>Found not suitable; other ways were named.</summary>
    NotSuitable,

    /// <summary>The plan waits for a third name.</summary>
    PlanWaits,

    /// <summary>On the way through the series, or past it.</summary>
    Treated,
}

/// <summary>How a course ends before or by today.</summary>
internal enum Ending
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>The person stops after the second session.</summary>
    Withdrawn,

    /// <summary>The series and its follow-ups are done.</summary>
    Completed,
}

/// <summary>How much a session does for somebody, and how long. Invented curves for invented people.</summary>
internal enum Response
{
    /// <summary>Clearly better, and for longer each time.</summary>
    Good,

    /// <summary>Somewhat better.</summary>
    Partial,

    /// <summary>Hardly anything changes.</summary>
    Slight,

    /// <summary>Much better, and back within two weeks.</summary>
    WearsOff,
}

/// <summary>One invented person's part in the demo.</summary>
/// <param name="Programme">Id of the programme.</param>
/// <param name="Site">Index of the site.</param>
/// <param name="FirstMedicineDaysAgo">Days from the first medicine session to today; negative when it lies ahead.</param>
/// <param name="GapDays">Days between two medicine sessions.</param>
/// <param name="Sessions">How many are planned.</param>
/// <param name="Hour">Clock hour at which their medicine sessions begin.</param>
/// <param name="Minute">And the minute.</param>
internal sealed record Part(
    string Given, string Family, bool Female, string Programme, int Site, Turn Turn, int FirstMedicineDaysAgo, int GapDays, int Sessions, int Hour, int Minute)
{
    /// <summary>One of those whose day is today, by name.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The ride of the session ahead is cancelled.</summary>
    public bool RideFallsThrough { get; init; }

    /// <summary>Nobody is named to take them home from the session ahead.</summary>
    public bool NoRide { get; init; }

    /// <summary>In today's session the readings stop after this minute, and what comes next is not taken in time; null when all are.</summary>
    public int? ReadUntil { get; init; }

    /// <summary>Pressure rises past the first alert in the running session.</summary>
    public bool PressureRises { get; init; }

    /// <summary>Answers this morning's check-in with thoughts of being better off dead.</summary>
    public bool PositiveAnswer { get; init; }

    /// <summary>Comes to the group day in the long room on the next working day, and had the group days before it.</summary>
    public bool InGroup { get; init; }

    /// <summary>
    /// Has the first group day in the long room today: how many minutes after its beginning this person goes through the gate. They are given their doses one after the other.
    /// Null for everybody else.
    /// </summary>
    public int? GroupToday { get; init; }

    /// <summary>The ride of one session is cancelled, and another escort is found.</summary>
    public bool RideFound { get; init; }

    /// <summary>Begins without a therapist and answers the five questions on the first day.</summary>
    public bool LooksForTherapist { get; init; }

    /// <summary>This morning chooses the first therapist of those offered.</summary>
    public bool ChoosesTherapist { get; init; }

    public Ending Ends { get; init; }

    public Response Responds { get; init; }

    /// <summary>Check-ins answered, of a hundred.</summary>
    public int Answers { get; init; } = 86;

    /// <summary>What the first conversation leads to.</summary>
    public Sojourn.Domain.Inquiries.ConversationOutcome Talk { get; init; } = Sojourn.Domain.Inquiries.ConversationOutcome.GoOn;

    /// <summary>An allergy on record, as a line of Words/allergies.txt; else none are known.</summary>
    public bool HasAllergy { get; init; }

    /// <summary>What the lists of sentences call it.</summary>
    public string Theme => Programme switch { "rise-chronic-pain" or "atma-chronic-pain" => "pain", "hea-trauma" => "trauma", _ => "low" };

    /// <summary>Does not come to one session.</summary>
    public bool MissesOne { get; init; }

    /// <summary>Has a login of their own in the demo.</summary>
    public string? Login { get; init; }

    /// <summary>Where the pain or mood starts, 0 to 10.</summary>
    public int Burden { get; init; } = 8;
}
