using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Design;

/// <summary>Which page of the gallery, in which theme.</summary>
public sealed record GalleryView(string Part, Theme Theme)
{
    public static IReadOnlyList<string> Parts { get; } = ["parts", "forms", "story", "room", "question", "public", "trouble"];
}

/// <summary>Invented people and figures to look at the parts with.</summary>
internal static class Sample
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 19, 11, 6, 0, TimeSpan.FromHours(-8));

    public static DateOnly Today { get; } = new(2026, 11, 19);

    public static IReadOnlyList<HelpLine> Help { get; } =
    [
        new("Clinic, any hour", "555-0142", "+15550142"),
        new("Crisis line, call or text", "9-8-8", "988"),
        new("Danger to life", "9-1-1", "911"),
    ];

    public static Frame Staff { get; } = new(
        "Harbour Clinic",
        IsDemo: true,
        Now,
        "Harbour site",
        new SignedIn("R. Marsh", "manager"),
        [
            new("Today", "/today", Icon: "today", OnThumbBar: true),
            new("People", "/people", Icon: "people", OnThumbBar: true),
            new("Calendar", "/calendar", Icon: "calendar"),
            new("Session room", "/rooms", "2 running", "room", OnThumbBar: true),
            new("Inbox", "/inbox", "9", "inbox", OnThumbBar: true),
            new("Inquiries", "/inquiries", "3"),
            new("Programmes", "/programmes"),
            new("Settings", "/settings"),
        ],
        Help);

    public static Frame Patient { get; } = Staff with { Who = new SignedIn("Josie", "patient"), Site = null, Nav = [] };

    public static Frame Visitor { get; } =
        Staff with { Who = null, Site = null, Nav = [new("Programmes", "/programmes"), new("People", "/our-people"), new("Questions", "/questions")] };

    public static BannerPerson Abara { get; } =
        new("Abara", "Nkechi", new DateOnly(1984, 2, 2), Today, "Female", "4021550918", [], [new(Mark.Amber, "Pressure rises")]);

    public static BannerPerson Halvorsen { get; } = new("Halvorsen", "Maren", new DateOnly(1979, 3, 14), Today, null, "4021187735", ["Penicillin: rash"], [], "#");

    public static IReadOnlyList<Option> Routes { get; } =
    [
        new("muscle", "Into muscle", "Over in about two hours"),
        new("vein", "Into a vein", WhyNot: "Room 3 is not approved for infusions."),
        new("under-tongue", "Lozenge under the tongue", "Slower, longer"),
    ];

    /// <summary>A form that came back with everything that can be wrong.</summary>
    public static Form Refused { get; } = new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["weight"] = "1540", ["born"] = "3/4/85", ["dose"] = "600", ["reason"] = "The last two were light", ["route"] = "muscle", ["at"] = "25:10", ["email"] = "josie@",
        },
        [
            new Fault("born", "“3/4/85” can be read two ways. Write the month in letters: 3-Apr-1985."),
            new Fault("weight", "1540 kg is outside 25 to 350. Check the weight; for pounds, divide by 2.2."),
            new Fault("at", "“25:10” is not a time. Write the time like 14:30."),
        ],
        [
            new Refusal("dosing.above-absolute-limit", "600 mg into muscle is above this programme’s absolute limit of 130 mg. Check the figure: it may be ten times too much.", Field: "dose"),
            new Refusal("preparation.item-missing", "Nobody is named to take Daniel Okafor home.", new Remedy("Name the escort", "sessions/0198/escort")),
        ]);

    public static IReadOnlyList<Need> Needs { get; } =
    [
        new(1, "Overdue now", Mark.Overdue, "#"),
        new(2, "Ride missing", Mark.Blocked, "#", Tone.Red),
        new(1, "Positive answers open", Mark.Red, "#"),
        new(1, "No integration booked", Mark.Amber, "#"),
        new(3, "Wearing off", Mark.Amber, "#"),
        new(1, "Credentials expiring", Mark.Due, "#", Tone.Amber),
        new(0, "Counts not matching", Mark.Red, "#"),
    ];

    public static IReadOnlyList<TodoItem> Inbox { get; } =
    [
        new(Mark.Red, "Positive answer, PHQ-9 item 9", "11:21", "Ellis Shaw, from home at 10:21. Crisis numbers shown.", "Y. Brandt", "#", "then Dr I. Farrow at 11:21"),
        new(Mark.Overdue, "Pressure check, chair 1", "2:05 over", "Luc Desmarais, Long room.", "M. Osei", "#", "called C. Roy 11:05"),
        new(Mark.Blocked, "Ride home not named", "12:30", "Daniel Okafor, 13:00 infusion. Check-in stays shut.", "Front desk", "#", Tone: Tone.Red),
        new(Mark.Amber, "Pressure high, A01 open", "11:15", "Maren Halvorsen, Room 2. Acknowledged 10:46, not resolved.", "P. Nair", "#"),
        new(Mark.Due, "Contact within 24 h", "16:40", "Thomas Reed, hard material on 18-Nov.", "T. Ellery", "#", "deputy W. Lau", Tone.Amber),
        new(Mark.Due, "Plan waits for a third name", "today", "Lise Dion, version 1. Patient and therapist agreed.", "Dr I. Farrow", "#"),
        new(Mark.Later, "Wearing off, talk about a booster", "24-Nov", "Nkechi Abara, day 33, window opens 24-Nov.", "T. Ellery", "#"),
    ];

    public static IReadOnlyList<Phase> Session { get; } =
    [
        new("Arrived 09:40", PhaseState.Done),
        new("Gate passed 10:09", PhaseState.Done),
        new("Infusion running", PhaseState.Current),
        new("Recovery", PhaseState.Later),
        new("Discharge", PhaseState.Later),
    ];

    public static IReadOnlyList<TaskItem> Before { get; } =
    [
        new("Screening", Mark.Done, "suitable, until 12-Feb-2027", "#"),
        new("Plan agreed by all three", Mark.Blocked, "not ready", "#", "Dr I. Farrow has not agreed to version 2 yet."),
        new("Consent", Mark.Done, "given 05-Nov-2026", "#"),
        new("Escort named", Mark.Overdue, "overdue since yesterday", "#", "Asked on 16-Nov. Front desk calls today."),
        new("Questionnaires before the session", Mark.Due, "2 of 3 answered", "#"),
        new("Integration booked", Mark.Later, "not yet due"),
    ];

    public static IReadOnlyList<BoardRoom> Rooms { get; } =
    [
        new("Long room", "group, 8 chairs", [Slot(9, 0, 16, 0, SlotKind.Run, "Group day, chronic pain, 6 people", "Desmarais overdue. 4 at depth, 1 returning, 1 not dosed", Mark.Overdue, "Overdue 2:05")]),
        new("Room 2", "medicine",
        [
            Slot(9, 40, 12, 15, SlotKind.Run, "HALVORSEN, Maren", "Infusion 3 of 6", Mark.Now, "Now, amber open", Tone.Amber),
            Slot(13, 0, 16, 0, SlotKind.Wait, "OKAFOR, Daniel", "Infusion 1 of 6. T. Ellery", Mark.Blocked, "Not ready: no ride named", Tone.Red),
        ]),
        new("Room 3", "medicine",
        [
            Slot(8, 30, 10, 45, SlotKind.Done, "PELLETIER, Anne", "Lozenge 4 of 6", Mark.Done, "Home 10:41"),
            Slot(11, 30, 14, 30, SlotKind.Wait, "MBEKI, Thandi", "Lozenge 2 of 6", Mark.Due, "Ready, here since 11:02"),
            Slot(14, 0, 15, 0, SlotKind.Wait, "FONTAINE, Guy", "Booster, muscle", Mark.Later, "Later"),
        ]),
        new("Room 4", "talking",
        [
            Slot(8, 30, 9, 30, SlotKind.Done, "ROSS, Ada", "Preparation", Mark.Done, "Done"),
            Slot(11, 0, 12, 0, SlotKind.Run, "CHEN, Wei", "Integration", Mark.Now, "Now"),
        ]),
        new("Room 5", "talking", [Slot(9, 0, 10, 0, SlotKind.Missed, "DUBE, Sipho", "Integration", Mark.NoData, "Missed")]),
        new("Video", "no medicine", []),
    ];

    private static BoardSlot Slot(int fromHour, int fromMinute, int toHour, int toMinute, SlotKind kind, string name, string sub, Mark mark, string words, Tone? tone = null) =>
        new(new TimeOnly(fromHour, fromMinute), new TimeOnly(toHour, toMinute), kind, name, sub, mark, words, "#", tone);
}
