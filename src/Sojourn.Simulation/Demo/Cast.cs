using Sojourn.Domain.Inquiries;

namespace Sojourn.Simulation.Demo;

/// <summary>Who is in the demo: invented people at every stage of the seven programmes.</summary>
internal static class Cast
{
    private static readonly (string Programme, int Gap, int Sessions)[] Programmes =
    [
        ("rise-chronic-pain", 14, 6), ("atma-chronic-pain", 7, 4), ("solo-depression-standard", 6, 6), ("solo-depression-intensive", 3, 6),
        ("neurorelief-infusion-kap", 5, 6), ("neurorelief-infusion-only", 5, 6), ("hea-trauma", 14, 3),
    ];

    internal static IReadOnlyList<Part> All(Dice dice, int count)
    {
        var people = Known().Select(p => p with { IsKnown = true }).ToList();
        var names = Names.Given.SelectMany((g, i) => Names.Family.Select((f, j) => (g, f, Order: ((i * 7) + (j * 11)) % 97))).Where(n => people.All(p => p.Family != n.f))
            .OrderBy(n => n.Order).ThenBy(n => n.f, StringComparer.Ordinal).ToList();
        for (var i = 0; people.Count < count; i++)
        {
            var ((given, female), family, _) = names[i * 3];
            var (programme, gap, sessions) = Programmes[i % Programmes.Length];
            var turn = i switch
            {
                12 or 30 => Turn.Declined,
                21 => Turn.NotSuitable,
                _ => (i % 9) switch { 0 => Turn.Asked, 1 => Turn.Called, 2 => Turn.Begun, 3 => Turn.Assessed, _ => Turn.Treated },
            };
            var daysAgo = i is 25 or 34 ? dice.Whole(150, 230) : dice.Whole(4, 250);
            people.Add(new Part(given, family, female, programme, programme == "atma-chronic-pain" || i % 4 == 3 ? 1 : 0, turn, NotToday(daysAgo, gap), gap, sessions, dice.Whole(8, 14), dice.One([0, 30]))
            {
                Burden = dice.Whole(5, 9),
                MissesOne = i is 5 or 26 or 40,
                RideFound = i is 15 or 33,
                Ends = i switch { 16 => Ending.Withdrawn, 25 or 34 => Ending.Completed, _ => Ending.None },
                Responds = (Response)(dice.Whole(0, 9) switch { < 5 => 0, < 7 => 1, 7 => 2, _ => 3 }),
                Answers = dice.Whole(62, 95),
                Talk = (i / 9 % 3) switch { 1 => ConversationOutcome.Think, 2 when turn == Turn.Called => ConversationOutcome.ReferOn, _ => ConversationOutcome.GoOn },
                HasAllergy = i % 6 == 4,
                LooksForTherapist = i is 2 or 11,
                ChoosesTherapist = i is 11,
            });
        }

        return people;
    }

    /// <summary>Other people's medicine days keep off today, whose rooms are taken.</summary>
    private static int NotToday(int daysAgo, int gap) => daysAgo % gap == 0 ? daysAgo + 1 : daysAgo;

    /// <summary>Those whose day is today, so that the board is half done whatever the seed.</summary>
    private static IEnumerable<Part> Known() =>
    [
        new("Nkechi", "Abara", true, "rise-chronic-pain", 0, Turn.Treated, 101, 21, 6, 9, 0) { Login = "patient@demo.example", HasAllergy = true, Responds = Response.WearsOff },
        new("Anne", "Pelletier", true, "solo-depression-standard", 0, Turn.Treated, 18, 6, 6, 8, 0) { Responds = Response.Partial },
        new("Salma", "Haile", true, "solo-depression-standard", 1, Turn.Treated, 12, 6, 6, 14, 0) { HasAllergy = true },
        new("Maren", "Halvorsen", true, "neurorelief-infusion-kap", 0, Turn.Treated, 10, 5, 6, 10, 0) { PressureRises = true },
        new("Luc", "Desmarais", false, "atma-chronic-pain", 1, Turn.Treated, 14, 7, 4, 10, 0) { ReadUntil = 15 },
        new("Daniel", "Okafor", false, "neurorelief-infusion-only", 0, Turn.Treated, 0, 5, 6, 13, 0) { NoRide = true },
        new("Thandi", "Mbeki", true, "solo-depression-intensive", 0, Turn.Treated, 3, 3, 6, 12, 0),
        new("Guy", "Fontaine", false, "hea-trauma", 0, Turn.Treated, 14, 14, 3, 14, 30) { RideFallsThrough = true },
        new("Lise", "Dion", true, "rise-chronic-pain", 0, Turn.PlanWaits, -9, 14, 6, 9, 0),
        new("Ellis", "Shaw", false, "solo-depression-standard", 0, Turn.Treated, 13, 6, 6, 9, 30) { PositiveAnswer = true },
        new("Thomas", "Reed", false, "hea-trauma", 0, Turn.Treated, 15, 14, 3, 11, 0),
        new("Signe", "Lindqvist", true, "rise-chronic-pain", 0, Turn.Deferred, -8, 14, 6, 9, 0),
        .. Group,
        .. GroupToday,
        new("Mei", "Chen", true, "solo-depression-standard", 0, Turn.Treated, 60, 6, 6, 9, 0),
    ];

    /// <summary>Six who come together: the group days of the programme for pain, in the long room. The days from the first to today are set by the clinic's calendar.</summary>
    private static IEnumerable<Part> Group { get; } =
    [
        Member("Ingrid", "Holm", true) with { Responds = Response.Partial },
        Member("Karim", "Ahmed", false) with { HasAllergy = true },
        Member("Marta", "Costa", true) with { Responds = Response.WearsOff },
        Member("Bram", "Walsh", false) with { RideFound = true },
        Member("Leila", "Yilmaz", true),
        Member("Felix", "Bauer", false) with { Responds = Response.Slight },
    ];

    /// <summary>Six others, whose group day is today: at eleven one is coming back, four are under medicine, one stands before the gate.</summary>
    private static IEnumerable<Part> GroupToday { get; } =
    [
        Today("Freya", "Berg", true, 8),
        Today("Ravi", "Iyer", false, 54) with { HasAllergy = true },
        Today("Sofia", "Moreau", true, 78) with { ReadUntil = 15 },
        Today("Jonas", "Laine", false, 66),
        Today("Amara", "Asante", true, 93),
        Today("Paulo", "Quispe", false, 117),
    ];

    private static Part Today(string given, string family, bool female, int minutes) => new(given, family, female, "rise-chronic-pain", 0, Turn.Treated, 0, 14, 6, 9, 0) { GroupToday = minutes };

    private static Part Member(string given, string family, bool female) => new(given, family, female, "rise-chronic-pain", 0, Turn.Treated, 28, 14, 6, 9, 0) { InGroup = true };
}
