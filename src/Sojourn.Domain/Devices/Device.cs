using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Devices;

/// <summary>
/// A bedside monitor: registered by a manager for one room, bound to one person's session by somebody at the chair, released at its end. What it sends is
/// kept whole; what is charted of it, and for whom, follows from the binding alone.
/// </summary>
public static partial class Device
{
    private const int MostSecondsBetweenCharts = 3600;

    /// <summary>The stream in which messages of unknown senders are listed.</summary>
    public static DeviceId Nobodys { get; } = new(new Guid("00000000-0000-8000-8000-0000000000de"));

    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.ListRefusal c, _) => new Event.MessageRefused(c.Answer, c.Why, c.ControlId, c.Sender, c.From, c.At),
        (Command.SetAside c, _) => Said(c.Words) is { } words ? new Event.RefusalsSeen(c.By, c.At, c.Sender, c.Fault, words) : WhyNot,
        (Command.Register c, State.Unknown) => Register(c),
        (Command.Register, _) => Refuse("device.registered-already", "This device is registered already."),
        (_, State.Unknown) => Refuse("device.unknown", "No device is registered under this name. A manager registers it on the page Devices."),
        (_, State.Retired) => Refuse("device.retired", "This device is no longer in use. A manager registers it anew on the page Devices."),
        (Command.Move c, State.InUse use) => Move(c, use),
        (Command.Retire c, State.InUse use) => Retire(c, use),
        (Command.Bind c, State.InUse use) => Bind(c, use),
        (Command.Release c, State.InUse { Binding: { } binding }) when c.Session is null || c.Session == binding.Session => new Event.Released(binding.Session, c.By, c.At),
        (Command.Release, _) => Accept<Event>(),
        (Command.LeaveUnclaimed, State.InUse { Binding: not null }) => Refuse("device.bound", "The device watches somebody; what it sends now is theirs."),
        (Command.LeaveUnclaimed c, State.InUse) => Said(c.Words) is { } words ? new Event.UnclaimedLeft(c.By, c.At, words) : WhyNot,
        (Command.Take c, State.InUse use) => Take(c, use),
        _ => Refuse("device.not-now", "This cannot be done to the device as it stands."),
    };

    private static RefusedWith WhyNot => Refuse([new("device.no-words", "Say in a few words why nothing more is needed.", Field: "words")]);

    private static string? Said(string words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static Decision<Event> Register(Command.Register register)
    {
        var reasons = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(register.Name))
        {
            reasons.Add(new("device.no-name", "Give the device the name that stands on it.", Field: "name"));
        }

        if (string.IsNullOrWhiteSpace(register.Sender))
        {
            reasons.Add(new("device.no-sender", "Write by what name it sends: the refused messages below show it.", Field: "sender"));
        }

        if (register.SenderIsTaken)
        {
            reasons.Add(new("device.sender-taken", "Another device in use sends by this name. Give one of the two another name in its own settings.", Field: "sender"));
        }

        if (register.ChartEverySeconds is < 1 or > MostSecondsBetweenCharts)
        {
            reasons.Add(new("device.chart-every", "Values are charted every 1 to 3600 seconds.", Field: "chart-every"));
        }

        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.Registered(register.Name.Trim(), register.Sender.Trim(), register.Room, register.TimeZone, register.ChartEverySeconds, register.Channels, register.At);
    }

    private static Decision<Event> Move(Command.Move move, State.InUse use) =>
        use.Binding is not null ? Refuse("device.bound", "The device watches somebody. Release it before it is moved.")
        : move.Room == use.Room ? Accept<Event>()
        : new Event.Moved(move.Room, move.At);

    private static Decision<Event> Retire(Command.Retire retire, State.InUse use) =>
        use.Binding is not null ? Refuse("device.bound", "The device watches somebody. Release it first.")
        : string.IsNullOrWhiteSpace(retire.Why) ? Refuse([new("device.no-reason", "Say why the device is taken out of use.", Field: "why")])
        : new Event.Retired(retire.Why.Trim(), retire.At);

    private static Decision<Event> Bind(Command.Bind bind, State.InUse use)
    {
        if (use.Binding?.Session == bind.Session)
        {
            return Accept<Event>();
        }

        var reasons = new List<Refusal>();
        if (use.Binding is { } other)
        {
            reasons.Add(new("device.bound-elsewhere", $"{use.Name} watches somebody else. Release it there first.", new Remedy("That session", $"sessions/{other.Session.Value:D}/room")));
        }

        if (bind.Room != use.Room)
        {
            reasons.Add(new("device.other-room", $"{use.Name} stands in another room than this session's. Move the device, or the session.", new Remedy("Devices", "devices")));
        }

        if (!bind.IsOpen)
        {
            reasons.Add(new("device.nobody-here", "A device is bound to somebody who has arrived and has not gone home.", new Remedy("The booking", $"sessions/{bind.Session.Value:D}")));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.Bound(bind.Session, bind.Person, bind.By, bind.At);
    }

    private static Decision<Event> Take(Command.Take take, State.InUse use)
    {
        if (use.Binding is not null && !take.IsThem)
        {
            return Refuse("device.other-patient", $"{use.Name} names another patient than the one whom it is bound to. Correct the patient on the device, or bind it to the right session. Nothing was charted.");
        }

        var judged = Charting.Judge(take.Sent, use, take.At);
        var charted = judged.Any(one => one.Fate == Fate.Charted);
        return new Event.MessageTaken(
            take.Sent.ControlId, take.At, charted ? use.Binding!.Session : null, charted ? use.Binding!.Person : null, judged, take.Sent.NoReadings, take.Sent.NotRead, take.Sent.IsSimulated, take.Sent.Raw);
    }
}
