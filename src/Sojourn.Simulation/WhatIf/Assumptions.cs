namespace Sojourn.Simulation.WhatIf;

/// <summary>
/// What a what-if cannot know and therefore assumes. All of it is invented: no source, only a place to begin, to be changed. What is clinical comes from the programme
/// and is not here. Shares are whole percents from 0 to 100.
/// </summary>
public sealed record Assumptions
{
    /// <summary>Inquiries a week, 1 to 10,000; 0: all patients spread evenly over the weeks.</summary>
    public int InquiriesPerWeek { get; init; }

    public int LeaveAfterFirstContact { get; init; } = 25;

    public int NotSuitable { get; init; } = 15;

    public int Decline { get; init; } = 10;

    public int LeaveAfterPreparation { get; init; } = 3;

    public int LeaveAfterMedicine { get; init; } = 2;

    public int LeaveLater { get; init; } = 1;

    public int Missed { get; init; } = 6;

    public int GateNotMet { get; init; } = 3;

    public int Overrun { get; init; } = 15;

    public int FurtherSessions { get; init; } = 50;

    public int Groups { get; init; } = 50;

    public int Video { get; init; } = 50;

    public int OwnTherapist { get; init; } = 100;

    /// <summary>Most days from the assessment until all have agreed to the plan; 0 to 60. Each person takes 0 to so many.</summary>
    public int DaysToAgree { get; init; } = 7;

    /// <summary>Days without an appointment after which somebody stops waiting; 1 to 365.</summary>
    public int Patience { get; init; } = 60;

    /// <summary>Days ahead at which a group is opened at the soonest, so that others can join; 1 to 60.</summary>
    public int GroupsAhead { get; init; } = 7;

    /// <summary>First contacts and assessments are booked at most so many days ahead; 1 to 180.</summary>
    public int FirstVisitsAhead { get; init; } = 21;

    /// <summary>Everything later is booked at most so many days ahead; 1 to 180.</summary>
    public int BookedAhead { get; init; } = 84;

    /// <summary>Every assumption in words, with its range and how it is read and changed: what the command line and the page show.</summary>
    public static IReadOnlyList<Assumption> All { get; } =
    [
        new("inquiries", "Inquiries a week (0: all patients spread over the weeks)", "", 0, 10_000, a => a.InquiriesPerWeek, (a, v) => a with { InquiriesPerWeek = v }),
        new("leave-first-contact", "Do not go on after the first contact", "%", 0, 100, a => a.LeaveAfterFirstContact, (a, v) => a with { LeaveAfterFirstContact = v }),
        new("not-suitable", "Are found not suitable at the assessment", "%", 0, 100, a => a.NotSuitable, (a, v) => a with { NotSuitable = v }),
        new("decline", "Decline the plan after the assessment", "%", 0, 100, a => a.Decline, (a, v) => a with { Decline = v }),
        new("leave-preparation", "Leave after preparation", "%", 0, 100, a => a.LeaveAfterPreparation, (a, v) => a with { LeaveAfterPreparation = v }),
        new("leave-medicine", "Leave after each medicine session of the first series", "%", 0, 100, a => a.LeaveAfterMedicine, (a, v) => a with { LeaveAfterMedicine = v }),
        new("leave-later", "Leave after each later session", "%", 0, 100, a => a.LeaveLater, (a, v) => a with { LeaveLater = v }),
        new("missed", "Visits that are missed", "%", 0, 100, a => a.Missed, (a, v) => a with { Missed = v }),
        new("gate", "Medicine sessions at which something of the gate is not met on the day", "%", 0, 100, a => a.GateNotMet, (a, v) => a with { GateNotMet = v }),
        new("overrun", "Sessions that run over, each by up to the programme's longest time", "%", 0, 100, a => a.Overrun, (a, v) => a with { Overrun = v }),
        new("further", "Each session beyond the programme's least number is taken", "%", 0, 100, a => a.FurtherSessions, (a, v) => a with { FurtherSessions = v }),
        new("groups", "People in a group, where the programme offers group and one to one", "%", 0, 100, a => a.Groups, (a, v) => a with { Groups = v }),
        new("video", "People who come by video where the programme allows it", "%", 0, 100, a => a.Video, (a, v) => a with { Video = v }),
        new("own-therapist", "People who keep one therapist throughout, groups apart", "%", 0, 100, a => a.OwnTherapist, (a, v) => a with { OwnTherapist = v }),
        new("days-to-agree", "Until all agree to the plan, at most", "days", 0, 60, a => a.DaysToAgree, (a, v) => a with { DaysToAgree = v }),
        new("patience", "Without an appointment, people stop waiting after", "days", 1, 365, a => a.Patience, (a, v) => a with { Patience = v }),
        new("groups-ahead", "A new group is opened ahead by at least", "days", 1, 60, a => a.GroupsAhead, (a, v) => a with { GroupsAhead = v }),
        new("first-visits-ahead", "First contacts and assessments are booked ahead by at most", "days", 1, 180, a => a.FirstVisitsAhead, (a, v) => a with { FirstVisitsAhead = v }),
        new("booked-ahead", "Everything later is booked ahead by at most", "days", 1, 180, a => a.BookedAhead, (a, v) => a with { BookedAhead = v }),
    ];

    /// <summary>Every assumption that is out of its range, as a sentence.</summary>
    public IEnumerable<string> Faults() =>
        from one in All
        let value = one.Of(this)
        where value < one.Least || value > one.Most
        select $"“{one.Id}” is {one.Least} to {one.Most}{(one.Unit.Length > 0 ? " " + one.Unit : "")}, not {value}.";
}

/// <summary>One assumption, in words.</summary>
/// <param name="Id">As options and forms name it.</param>
/// <param name="Unit">%, days or nothing.</param>
public sealed record Assumption(string Id, string Title, string Unit, int Least, int Most, Func<Assumptions, int> Of, Func<Assumptions, int, Assumptions> With);
