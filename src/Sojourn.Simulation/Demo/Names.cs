namespace Sojourn.Simulation.Demo;

/// <summary>Invented names and words. Nobody here exists.</summary>
internal static class Names
{
    internal sealed record StaffName(string Given, string Family, string DisplayName, IReadOnlyList<string> Roles, string Email, int Site);

    internal static IReadOnlyList<StaffName> Staff { get; } =
    [
        new("Rosa", "Marsh", "R. Marsh", ["manager"], "manager@demo.example", 0),
        new("Ines", "Farrow", "Dr I. Farrow", ["prescriber"], "doctor@demo.example", 0),
        new("Tom", "Ellery", "T. Ellery", ["therapist"], "therapist@demo.example", 0),
        new("Priya", "Nair", "P. Nair", ["nurse"], "nurse@demo.example", 0),
        new("Jo", "Callis", "J. Callis", ["front-desk"], "desk@demo.example", 0),
        new("Mina", "Osei", "M. Osei", ["nurse"], "nurse2@demo.example", 0),
        new("Yann", "Brandt", "Y. Brandt", ["therapist"], "therapist2@demo.example", 0),
        new("Wen", "Lau", "W. Lau", ["therapist"], "therapist3@demo.example", 0),
        new("Sami", "Haddad", "Dr S. Haddad", ["prescriber"], "doctor2@demo.example", 1),
        new("Clara", "Roy", "C. Roy", ["nurse"], "nurse3@demo.example", 1),
        new("Devi", "Anand", "D. Anand", ["therapist"], "therapist4@demo.example", 1),
        new("Petra", "Voss", "P. Voss", ["auditor"], "auditor@demo.example", 0),
        new("Ada", "Lindgren", "A. Lindgren", ["nurse"], "nurse4@demo.example", 0),
        new("Noor", "Sayed", "N. Sayed", ["therapist"], "therapist5@demo.example", 0),
        new("Emil", "Kranz", "E. Kranz", ["therapist"], "therapist6@demo.example", 0),
    ];

    /// <summary>The first so many of the staff see people one by one; those after them are there for today's group.</summary>
    internal const int OneByOne = 12;

    internal static IReadOnlyList<(string Given, bool Female)> Given { get; } =
    [
        ("Nkechi", true), ("Maren", true), ("Daniel", false), ("Anne", true), ("Thandi", true), ("Guy", false), ("Lise", true), ("Ellis", false), ("Thomas", false), ("Luc", false),
        ("Amara", true), ("Jonas", false), ("Mei", true), ("Ravi", false), ("Sofia", true), ("Karim", false), ("Ingrid", true), ("Paulo", false), ("Hana", true), ("Omar", false),
        ("Freya", true), ("Mateo", false), ("Zoe", true), ("Anton", false), ("Leila", true), ("Bram", false), ("Noor", true), ("Isaac", false), ("Marta", true), ("Felix", false),
    ];

    internal static IReadOnlyList<string> Family { get; } =
    [
        "Abara", "Halvorsen", "Okafor", "Pelletier", "Mbeki", "Fontaine", "Dion", "Shaw", "Reed", "Desmarais", "Lindqvist", "Chen", "Asante", "Ross", "Iyer", "Dube", "Levy", "Holm", "Grant", "Novak",
        "Silva", "Kaya", "Berg", "Tanaka", "Moreau", "Quispe", "Ahmed", "Walsh", "Petrov", "Laine", "Costa", "Yilmaz", "Bauer", "Singh", "Nakamura", "Olsen", "Haile", "Rossi", "Kowalski", "Tremblay",
    ];

    internal static IReadOnlyList<(string Kind, int Days)> Credentials(IReadOnlyList<string> roles) => roles[0] switch
    {
        "prescriber" => [("physician licence", 380), ("advanced life support", 350), ("KAP training", 900)],
        "nurse" => [("registered nurse", 380), ("advanced life support", 335)],
        "therapist" => [("psychologist licence", 400), ("KAP training", 900), ("first aid", 325)],
        _ => [],
    };
}
