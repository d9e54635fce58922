using Sojourn.Clinic.Running;
using static Sojourn.Domain.Devices.Device;

namespace Sojourn.Clinic.Devices;

internal sealed class DeviceEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Registered>("device.registered"),
        EventName.Of<Event.Moved>("device.moved"),
        EventName.Of<Event.Retired>("device.retired"),
        EventName.Of<Event.Bound>("device.bound"),
        EventName.Of<Event.Released>("device.released"),
        EventName.Of<Event.MessageTaken>("device.message-taken"),
        EventName.Of<Event.MessageRefused>("device.message-refused"),
        EventName.Of<Event.RefusalsSeen>("device.refusals-seen"),
        EventName.Of<Event.UnclaimedLeft>("device.unclaimed-left"),
    ];
}

public static class DeviceSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("device", State.Initial, Decide, Evolve);
}
