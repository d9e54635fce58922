using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Clinics;

/// <summary>The clinic itself: its name, sites and rooms. There is one stream of it in a journal.</summary>
public static partial class Clinic
{
    /// <summary>The id of the one stream.</summary>
    public static Guid Id { get; } = new("00000000-0000-8000-8000-000000000001");

    /// <summary>The preset of a clinic that one person runs.</summary>
    public const string Solo = "solo";

    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Found found, State.NotFounded) => Found(found),
        (Command.Found, State.Open) => Refuse("clinic.founded-already", "This clinic is set up already."),
        (Command.OpenSite site, State.Open open) => OpenSite(site, open),
        (Command.DescribeSite site, State.Open open) => DescribeSite(site, open),
        (Command.CloseSite site, State.Open open) => CloseSite(site, open),
        (Command.OpenRoom room, State.Open open) => OpenRoom(room, open),
        (Command.DescribeRoom room, State.Open open) => DescribeRoom(room, open),
        (Command.CloseRoom room, State.Open open) => CloseRoom(room, open),
        (Command.Describe describe, State.Open) => Describe(describe),
        (Command.SetHours hours, State.Open open) => SetHours(hours, open),
        (Command.CloseForDays days, State.Open open) => CloseForDays(days, open),
        (Command.OpenAfterAll days, State.Open open) => OpenAfterAll(days, open),
        _ => Refuse("clinic.not-founded", "Set up the clinic first: give it a name."),
    };

    private static Decision<Event> Found(Command.Found found) =>
        string.IsNullOrWhiteSpace(found.Name)
            ? Refuse("clinic.no-name", "Give the clinic a name.")
            : found.Preset is not (null or Solo)
            ? Refuse("clinic.no-such-preset", $"There is no preset “{found.Preset}”. Leave it out, or write solo.")
            : new Event.Founded(found.Name, found.TimeZone, found.Phone, found.CrisisLine, found.EmergencyNumber, found.IsDemo, found.Preset);

    private static Decision<Event> Describe(Command.Describe describe) =>
        string.IsNullOrWhiteSpace(describe.Name)
            ? Refuse([new Refusal("clinic.no-name", "Give the clinic a name.", Field: "name")])
            : new Event.Described(describe.Name.Trim(), describe.TimeZone, describe.Phone, describe.CrisisLine, describe.EmergencyNumber);
}

/// <summary>What a room is for.</summary>
public enum RoomUse
{
    Medicine,
    Talking,
    Video,
}
