using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;

namespace Sojourn.Domain.Matching;

/// <summary>What the patient answered to the five questions.</summary>
/// <param name="Language">In words; null: it does not matter.</param>
/// <param name="Comes">What they come for: ids of <see cref="Profile.AllKnown"/>.</param>
/// <param name="Ways">Ways of working they would like: ids of <see cref="Profile.AllWays"/>.</param>
/// <param name="Times">When they can come: ids of <see cref="Profile.AllTimes"/>.</param>
/// <param name="Meeting">How they want to meet: an id of <see cref="Profile.AllMeetings"/>; null: either.</param>
public sealed record MatchAnswers(string? Language, IReadOnlyList<string> Comes, IReadOnlyList<string> Ways, IReadOnlyList<string> Times, string? Meeting);

/// <summary>A therapist who might be offered.</summary>
/// <param name="KapUntil">The last day on which their recorded KAP training holds; null where none is recorded.</param>
/// <param name="KapFrom">The first.</param>
/// <param name="AtSite">Works where the course is.</param>
/// <param name="FirstFree">The beginning of their first free hour; null: none in the weeks looked at.</param>
public sealed record Candidate(StaffId Therapist, string Name, Profile Profile, DateOnly? KapFrom, DateOnly? KapUntil, bool AtSite, DateTimeOffset? FirstFree)
{
    public bool IsTrained(DateOnly today) => KapFrom <= today && KapUntil >= today;
}

/// <summary>A therapist as offered, with every reason and its points.</summary>
public sealed record Offer(StaffId Therapist, string Name, int Points, IReadOnlyList<string> Reasons, IReadOnlyList<string> Without, DateTimeOffset? FirstFree);

/// <summary>Who is offered, in which order, and why: stated points added up, then whoever is free first, then the name. Nothing else counts.</summary>
public static class Ranking
{
    /// <summary>How many are offered.</summary>
    public const int Most = 3;

    // The clinic's own weights, not clinical figures. Source: clinic default.
    public const int Language = 4;
    public const int Known = 3;
    public const int Way = 2;
    public const int Time = 1;
    public const int Meeting = 1;

    /// <summary>Those with KAP training that holds today, who can meet the patient where the patient wants; the best three.</summary>
    public static IReadOnlyList<Offer> Of(MatchAnswers answers, IEnumerable<Candidate> candidates, DateOnly today) =>
    [
        .. candidates
            .Where(one => one.IsTrained(today) && (one.AtSite || (answers.Meeting != "room" && one.Profile.Meets.Contains("video"))))
            .Select(one => Offer(answers, one))
            .OrderByDescending(offer => offer.Points)
            .ThenBy(offer => offer.FirstFree ?? DateTimeOffset.MaxValue)
            .ThenBy(offer => offer.Name, StringComparer.Ordinal)
            .Take(Most),
    ];

    private static Offer Offer(MatchAnswers answers, Candidate one)
    {
        var reasons = new List<string>();
        var without = new List<string>();
        var points = 0;

        void Count(bool holds, int worth, string words, string? not = null)
        {
            if (holds)
            {
                points += worth;
                reasons.Add($"{words}: {(worth == 1 ? "1 point" : $"{worth} points")}");
            }
            else if (not is not null)
            {
                without.Add(not);
            }
        }

        if (answers.Language is { } language)
        {
            Count(one.Profile.Languages.Contains(language, StringComparer.OrdinalIgnoreCase), Language, $"Speaks {language}", $"Does not say they speak {language}");
        }

        foreach (var (id, words) in Profile.AllKnown.Where(known => answers.Comes.Contains(known.Key)))
        {
            Count(one.Profile.Knows.Contains(id), Known, $"Works with {Small(words)}", $"Does not name {Small(words)}");
        }

        foreach (var (id, words) in Profile.AllWays.Where(way => answers.Ways.Contains(way.Key)))
        {
            Count(one.Profile.Ways.Contains(id), Way, words);
        }

        foreach (var (id, words) in Profile.AllTimes.Where(time => answers.Times.Contains(time.Key)))
        {
            Count(one.Profile.Times.Contains(id), Time, $"Free in the {id}");
        }

        if (answers.Meeting is { } meeting && Profile.AllMeetings.TryGetValue(meeting, out var how))
        {
            Count(one.Profile.Meets.Contains(meeting), Meeting, $"Meets people {Small(how)}");
        }

        return new(one.Therapist, one.Name, points, reasons, without, one.FirstFree);
    }

    private static string Small(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
