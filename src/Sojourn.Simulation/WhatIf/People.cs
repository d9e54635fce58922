using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>A session of the programme, made ready for looking for times.</summary>
internal sealed class Step
{
    internal Step(SessionType type, int index)
    {
        Type = type;
        Index = index;
        (Slots, Before, After) = (Taken(type.Minutes.Usual), Taken(type.PreparationMinutes), Taken(type.CleanupMinutes));
        Group = type.Formats.FirstOrDefault(format => format.Format == SessionFormat.Group);
        OneToOne = type.Formats.Count == 0 || type.Formats.Any(format => format.Format == SessionFormat.Individual);
        var staff = type.Staff.Where(need => need.Role != Roles.Patient).ToList();

        // Where nobody is in the room, as with a call, whoever is named holds it.
        With = [.. staff.Where(need => need.Place == StaffPlace.InRoom)];
        OnSite = With.Count == 0 ? [] : [.. staff.Where(need => need.Place == StaffPlace.OnSite)];
        With = With.Count == 0 ? staff : With;
    }

    internal SessionType Type { get; }

    internal int Index { get; }

    internal int Slots { get; }

    internal int Before { get; }

    internal int After { get; }

    internal FormatOption? Group { get; }

    internal bool OneToOne { get; }

    internal IReadOnlyList<StaffNeed> With { get; }

    internal IReadOnlyList<StaffNeed> OnSite { get; }

    internal bool IsMedicine => Type.Kind == SessionKind.Medicine;

    private static int Taken(int minutes) => (minutes + DaySlots.Minutes - 1) / DaySlots.Minutes;
}

/// <summary>A session in the calendar, for one person or a group.</summary>
/// <param name="room">-1: by video.</param>
/// <param name="staff">Who is with them, in the order of the step's needs.</param>
/// <param name="cap">Places: 1, or a whole group's.</param>
internal sealed class Booking(Step step, int day, int slot, int room, int[] staff, int cap)
{
    internal Step Step => step;

    internal int Day => day;

    internal int Slot => slot;

    internal int Room => room;

    internal int[] Staff => staff;

    internal int Cap => cap;

    internal int Start => ((Day * DaySlots.PerDay) + Slot) * DaySlots.Minutes;

    internal int End => Start + Step.Type.Minutes.Usual;

    internal bool IsGroup => Cap > 1;

    internal List<Visit> Members { get; } = [];

    internal bool IsOver { get; set; }
}

/// <summary>One person's place in a booking.</summary>
internal sealed class Visit(Person person, Want want, Booking booking)
{
    internal Person Person => person;

    internal Want Want => want;

    internal Booking Booking => booking;

    /// <summary>What was booked together with it: the integration that follows medicine.</summary>
    internal Visit? Follower { get; set; }
}

/// <summary>A kind of session that somebody has some of, one after another, in one phase.</summary>
/// <param name="followers">How many of the sessions are followed by the other one.</param>
internal sealed class Strand(Phase phase, int phaseIndex, PhaseSessions line, Step step, int count, Step? follower, int followers)
{
    internal Phase Phase => phase;

    internal int PhaseIndex => phaseIndex;

    internal PhaseSessions Line => line;

    internal Step Step => step;

    internal int Count => count;

    internal Step? Follower => follower;

    /// <summary>Followers not held yet.</summary>
    internal int FollowersLeft { get; set; } = followers;

    /// <summary>Followers for which nothing was booked yet.</summary>
    internal int FollowersToBook { get; set; } = followers;

    internal int Done { get; set; }

    internal int? FirstDay { get; set; }

    internal int? LastDay { get; set; }

    internal int ReadyAt { get; set; }

    internal List<Visit> Booked { get; } = [];

    /// <summary>Booked as a whole: the first series of medicine.</summary>
    internal bool IsSeries => step.IsMedicine && phase.Kind == PhaseKind.Induction;

    internal bool IsComplete => Done == count && FollowersLeft == 0;
}

/// <summary>Something somebody needs an appointment for.</summary>
/// <param name="followsEnd">When the session ended that this one follows; null where it is the strand's own next session.</param>
internal sealed class Want(Person person, Strand strand, int? followsEnd)
{
    internal Person Person => person;

    internal Strand Strand => strand;

    internal int? FollowsEnd => followsEnd;

    internal Step Step => followsEnd is null ? strand.Step : strand.Follower!;

    /// <summary>The day for which it was wanted; null while nothing is wanted.</summary>
    internal int? Since { get; set; }

    /// <summary>The day on which the next would best be.</summary>
    internal int? Desired { get; set; }

    internal string? Reason { get; set; }

    internal bool IsWaiting { get; set; }
}

internal enum Standing
{
    Expected,
    UnderWay,
    Finished,
    Lost,
}

/// <summary>An invented patient.</summary>
internal sealed class Person(int number, Dice dice, int asksAt, int site, bool inGroup, bool byVideo, bool keepsTherapist)
{
    internal int Number => number;

    internal Dice Dice => dice;

    internal int AsksAt => asksAt;

    internal int Site => site;

    internal bool InGroup { get; set; } = inGroup;

    internal bool ByVideo => byVideo;

    internal bool KeepsTherapist => keepsTherapist;

    internal int? Therapist { get; set; }

    internal Standing Standing { get; set; }

    internal int Phase { get; set; } = -1;

    internal List<Strand> Strands { get; set; } = [];

    internal List<Visit> Visits { get; } = [];

    internal int? AssessedAt { get; set; }

    internal int AgreedAt { get; set; }

    internal int? FirstVisitAt { get; set; }

    internal int? FirstMedicineAt { get; set; }

    internal int? LastMedicineDay { get; set; }

    /// <summary>The minute at which the last session ended, as it went.</summary>
    internal int ReadyAt { get; set; }

    /// <summary>Until when they rest after medicine.</summary>
    internal int RestsUntil { get; set; }
}
