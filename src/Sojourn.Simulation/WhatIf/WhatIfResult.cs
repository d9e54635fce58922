using System.Text.Json.Serialization;

namespace Sojourn.Simulation.WhatIf;

/// <summary>What became of invented patients in a programme. Came = finished + lost + under way.</summary>
public sealed record WhatIfResult
{
    public required string Programme { get; init; }

    public required string Title { get; init; }

    public required int Version { get; init; }

    public required int Patients { get; init; }

    public required int Weeks { get; init; }

    public required int Seed { get; init; }

    public required string Clinic { get; init; }

    public required Assumptions Assumptions { get; init; }

    /// <summary>Patients who have asked within the weeks.</summary>
    public required int Came { get; init; }

    public required int Finished { get; init; }

    public required int Lost { get; init; }

    public required int UnderWay { get; init; }

    public required Wait ToFirstVisit { get; init; }

    public required Wait ToFirstMedicine { get; init; }

    public required IReadOnlyList<Visits> Visits { get; init; }

    public required Overruns Overruns { get; init; }

    public required IReadOnlyList<StaffTime> Staff { get; init; }

    public required IReadOnlyList<RoomUse> Rooms { get; init; }

    /// <summary>By currency; from sessions with a price alone.</summary>
    public required IReadOnlyList<Income> Income { get; init; }

    /// <summary>Sessions that were held and have no price in the programme.</summary>
    public required IReadOnlyList<PriceMissing> PricesMissing { get; init; }

    /// <summary>Steps that could not be had when they were due, longest waits in sum first.</summary>
    public required IReadOnlyList<Blocked> Blocked { get; init; }

    public required IReadOnlyList<WindowKept> Windows { get; init; }

    public required IReadOnlyList<LostAt> LostBy { get; init; }

    /// <summary>Every session as it was held, in order of time.</summary>
    [JsonIgnore]
    public IReadOnlyList<HeldSession> Schedule { get; init; } = [];
}

/// <summary>Days from the inquiry on.</summary>
/// <param name="People">Who got there.</param>
/// <param name="MedianDays">Null when nobody did.</param>
/// <param name="NinetiethDays">Nine of ten had it within so many days; null when nobody did.</param>
/// <param name="StillWaiting">Who are under way and have not got there yet; the days leave them out.</param>
public sealed record Wait(int People, int? MedianDays, int? NinetiethDays, int StillWaiting);

/// <summary>How often a session was held, for how many people, and how often it was not.</summary>
/// <param name="Held">Sessions; a group counts once.</param>
/// <param name="Attended">People in them.</param>
/// <param name="Missed">Visits to which nobody came.</param>
/// <param name="NotGiven">Visits at which something of the gate was not met.</param>
public sealed record Visits(string Session, int Held, int Attended, int Missed, int NotGiven);

/// <param name="Sessions">Sessions that ran over.</param>
/// <param name="Minutes">By so many minutes in all.</param>
/// <param name="LateSessions">Sessions that began late because an earlier one ran over.</param>
/// <param name="LateMinutes">By so many minutes in all.</param>
public sealed record Overruns(int Sessions, int Minutes, int LateSessions, int LateMinutes);

/// <param name="WithPatients">Hours with patients.</param>
/// <param name="OnSite">Hours for which a session needed one of this role on site, whatever else they did.</param>
/// <param name="Rostered">Hours worked by everybody with this role.</param>
/// <param name="Percent">Of the hours worked, with patients.</param>
public sealed record StaffTime(string Role, decimal WithPatients, decimal OnSite, decimal Rostered, decimal Percent);

/// <param name="Open">Opening hours of all rooms of this kind together.</param>
/// <param name="Used">Hours in use, with the time held before and after.</param>
/// <param name="NotUsed">Hours booked for visits that did not take place.</param>
public sealed record RoomUse(string Kind, int Rooms, decimal Open, decimal Used, decimal Percent, decimal NotUsed);

/// <param name="Currency">ISO 4217; null: the programme does not say.</param>
/// <param name="Approximate">Some of the prices are.</param>
public sealed record Income(string? Currency, decimal Amount, bool Approximate);

/// <param name="Times">How often it was held for one person.</param>
public sealed record PriceMissing(string Session, int Times);

/// <param name="Step">Phase and session.</param>
/// <param name="WaitedFor">What was missing.</param>
/// <param name="Times">How often a step waited for it.</param>
/// <param name="Days">All waits together.</param>
/// <param name="StillWaiting">Of these, waits that had not ended.</param>
public sealed record Blocked(string Step, string WaitedFor, int Times, int Days, int MedianDays, int LongestDays, int StillWaiting);

/// <param name="What">A window or spacing of the programme.</param>
public sealed record WindowKept(string What, int Kept, int Broken);

/// <param name="How">left, declined, not suitable, or stopped waiting.</param>
public sealed record LostAt(string Step, string How, int People);

/// <summary>A session that was held.</summary>
/// <param name="Session">Session of the programme, by id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="People">Patients in it, by number.</param>
/// <param name="Room">Place in the setup's rooms; null for video.</param>
/// <param name="Staff">Places in the setup's staff, of those who were with the patients.</param>
/// <param name="From">Minutes from the first Monday's midnight.</param>
/// <param name="HeldFrom">From when the room was held for it.</param>
/// <param name="HeldTo">To when.</param>
public sealed record HeldSession(string Session, Domain.Programmes.SessionKind Kind, IReadOnlyList<int> People, int? Room, IReadOnlyList<int> Staff, int From, int To, int HeldFrom, int HeldTo);

/// <summary>How far a what-if has come.</summary>
public sealed record WhatIfProgress(int Day, int Days)
{
    public int Percent => Days == 0 ? 100 : Day * 100 / Days;
}
