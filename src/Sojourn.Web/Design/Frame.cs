namespace Sojourn.Web.Design;

/// <summary>What surrounds every page: the clinic, the clock, who is signed in and where they may go. Made once for a request.</summary>
/// <param name="Clinic">The clinic's name; the public pages wear it.</param>
/// <param name="IsDemo">Shows the band that says that all people are invented.</param>
/// <param name="Now">The instant of the request, already in the clinic's zone.</param>
/// <param name="Site">The site that the person works at; null for patients and visitors.</param>
/// <param name="Who">Who is signed in; null for a visitor.</param>
/// <param name="Nav">The places this person may go, in order.</param>
/// <param name="Help">Whom to call when it cannot wait, nearest first. Shown on every patient and public page.</param>
public sealed record Frame(
    string Clinic,
    bool IsDemo,
    DateTimeOffset Now,
    string? Site,
    SignedIn? Who,
    IReadOnlyList<NavItem> Nav,
    IReadOnlyList<HelpLine> Help)
{
    /// <summary>The clinic's zone. Instants are kept in UTC and shown in it.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>An instant as the clinic's clocks showed it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The clinic's date now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>BCP 47 tag of the words on the page.</summary>
    public string Language { get; init; } = "en-CA";

    /// <summary>Where the search for people posts its <c>q</c>; null hides it.</summary>
    public string? FindAt { get; init; } = "/people";

    /// <summary>Whether whoever is signed in may open the page at a place. Links to others are words only.</summary>
    public Func<string, bool> Opens { get; init; } = _ => true;

    /// <summary>The roles, in words, that may open the page at a place.</summary>
    public Func<string, IReadOnlyList<string>> OpenTo { get; init; } = _ => [];

    /// <summary>Where who is signed in goes back to from a public page.</summary>
    public string HomeAt { get; init; } = "/home";

    /// <summary>What that way is called.</summary>
    public string HomeWords { get; init; } = "Back to the clinic";

    /// <summary>Where the site is chosen; null where there is only one.</summary>
    public string? ChooseSiteAt { get; init; }

    /// <summary>Where a demo's clock is moved forward; null where it cannot be.</summary>
    public string? DemoClockAt { get; init; }

    /// <summary>Where signing out is posted.</summary>
    public string SignOutAt { get; init; } = "/sign-out";
}

/// <param name="Name">As colleagues read it: "R. Marsh".</param>
/// <param name="Role">In a word: "manager".</param>
public sealed record SignedIn(string Name, string Role);

/// <summary>One place in the navigation.</summary>
/// <param name="Count">A few words or a number beside it: "2 running", "9". Null for none.</param>
/// <param name="Icon">Name of a symbol in the sprite after <c>n-</c>: today, people, calendar, room, inbox. Needed on the thumb bar only.</param>
/// <param name="OnThumbBar">Stands in the bar at the bottom of a phone. Four at most; the rest is under Menu.</param>
public sealed record NavItem(string Words, string Href, string? Count = null, string? Icon = null, bool OnThumbBar = false);

/// <summary>Somebody to call now.</summary>
/// <param name="Words">"Clinic, any hour".</param>
/// <param name="Number">As people read it: "555-0142".</param>
/// <param name="Tel">As a phone dials it: "+15550142".</param>
public sealed record HelpLine(string Words, string Number, string Tel);

/// <summary>Day for offices, room for treatment rooms at low light, auto for patients and visitors: their own device decides.</summary>
public enum Theme
{
    Day,
    Room,
    Auto,
}
