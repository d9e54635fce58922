using Sojourn.Domain.Devices;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tests.Devices;

/// <summary>DEV-21 to DEV-27: whom a device watches, and what of its values is charted.</summary>
public sealed class BindingADevice
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private static readonly RoomId Room = new(Guid.CreateVersion7());
    private static readonly SessionId Session = new(Guid.CreateVersion7());
    private static readonly PersonId Person = new(Guid.CreateVersion7());
    private static readonly StaffId Nurse = new(Guid.CreateVersion7());

    [Fact]
    public void DEV_21_A_device_is_bound_in_its_own_room_to_somebody_who_is_here()
    {
        Assert.Equal(["device.other-room", "device.nobody-here"], Refused(new Device.Command.Bind(At, Nurse, Session, Person, new RoomId(Guid.CreateVersion7()), IsOpen: false), InUse()));
        Assert.IsType<Device.Event.Bound>(Assert.Single(Accepted(new Device.Command.Bind(At, Nurse, Session, Person, Room, IsOpen: true), InUse())));
    }

    [Fact]
    public void DEV_22_A_device_that_watches_somebody_is_released_before_it_is_bound_moved_or_retired()
    {
        var other = new SessionId(Guid.CreateVersion7());
        Assert.Equal(["device.bound-elsewhere"], Refused(new Device.Command.Bind(At, Nurse, other, Person, Room, IsOpen: true), Bound()));
        Assert.Empty(Accepted(new Device.Command.Bind(At, Nurse, Session, Person, Room, IsOpen: true), Bound()));
        Assert.Equal(["device.bound"], Refused(new Device.Command.Move(At, new RoomId(Guid.CreateVersion7())), Bound()));
        Assert.Equal(["device.bound"], Refused(new Device.Command.Retire(At, "Broken."), Bound()));
        Assert.Empty(Accepted(new Device.Command.Release(At, other, null), Bound()));
        Assert.IsType<Device.Event.Released>(Assert.Single(Accepted(new Device.Command.Release(At, Session, null), Bound())));
    }

    [Fact]
    public void DEV_23_A_device_has_a_name_a_sender_of_its_own_and_an_interval()
    {
        var register = new Device.Command.Register(At, " ", "", Room, "UTC", 0, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: true);
        Assert.Equal(["device.no-name", "device.no-sender", "device.sender-taken", "device.chart-every"], Refused(register, Device.State.Initial));
        Assert.Equal(["device.unknown"], Refused(new Device.Command.Release(At, null, Nurse), Device.State.Initial));
    }

    [Theory]
    [InlineData(-60, Fate.BeforeBinding)]
    [InlineData(-1, Fate.BeforeBinding)]
    [InlineData(0, Fate.Charted)]
    [InlineData(720, Fate.Charted)]
    [InlineData(721, Fate.ClockAhead)]
    public void DEV_24_Only_what_was_measured_since_the_binding_is_charted(int secondsAfterBinding, Fate fate) =>
        Assert.Equal(fate, Judge(Bound(), [Reading("pulse", 72, At.AddSeconds(secondsAfterBinding))]).Single());

    [Fact]
    public void DEV_25_Two_channels_of_one_measure_are_one_value_and_the_chosen_channel_counts()
    {
        SentReading[] both = [Reading("oxygen", 97, At, "1.3.1.150456"), Reading("oxygen", 91, At, "1.3.2.150456")];
        Assert.Equal([Fate.Charted, Fate.OtherWay], Judge(Bound(), both));
        Assert.Equal([Fate.OtherChannel, Fate.Charted], Judge(Bound() with { Channels = new Dictionary<string, string>(StringComparer.Ordinal) { ["oxygen"] = "1.3.2" } }, both));
    }

    [Fact]
    public void DEV_26_Of_several_pulses_the_best_is_charted_and_a_pressure_has_two_numbers()
    {
        Assert.Equal([Fate.OtherWay, Fate.Charted], Judge(Bound(), [Reading("pulse", 70, At) with { Rank = 2 }, Reading("pulse", 72, At)]));
        Assert.Equal([Fate.Implausible], Judge(Bound(), [Reading("systolic", 120, At)]));
        Assert.Equal([Fate.Implausible, Fate.Implausible], Judge(Bound(), [Reading("systolic", 80, At), Reading("diastolic", 120, At)]));
        Assert.Equal([Fate.Charted, Fate.Charted], Judge(Bound(), [Reading("systolic", 120, At), Reading("diastolic", 80, At)]));
        Assert.Equal([Fate.Implausible, Fate.NotCharted], Judge(Bound(), [Reading("pulse", 900, At), Reading("arterial-systolic", 120, At)]));
    }

    [Fact]
    public void DEV_27_Nothing_that_is_nobodys_or_simulated_is_charted()
    {
        Assert.Equal([Fate.Unclaimed], Judge(InUse(), [Reading("pulse", 72, At)]));
        var sent = Sent([Reading("pulse", 72, At)]) with { IsSimulated = true };
        Assert.Equal(Fate.Simulated, Charting.Judge(sent, Bound(), At).Single().Fate);
        Assert.Equal(["device.other-patient"], Refused(new Device.Command.Take(At, sent, IsThem: false), Bound()));
    }

    private static SentReading Reading(string measure, decimal value, DateTimeOffset at, string channel = "1") => new(measure, value, "", at, channel, 1, IsFinal: false);

    private static Sent Sent(SentReading[] readings) => new("1", "MSH", [], IsSimulated: false, readings, 0, 0);

    private static List<Fate> Judge(Device.State.InUse device, SentReading[] readings) => [.. Charting.Judge(Sent(readings), device, At.AddMinutes(10)).Select(judged => judged.Fate)];

    private static Device.State.InUse InUse() => new("Monitor 2", Room, "UTC", TimeSpan.FromMinutes(1), new Dictionary<string, string>(StringComparer.Ordinal), null, null, null);

    private static Device.State.InUse Bound() => InUse() with { Binding = new Device.Binding(Session, Person, At) };

    private static IReadOnlyList<Device.Event> Accepted(Device.Command command, Device.State state) => Assert.IsType<Decision<Device.Event>.Accepted>(Device.Decide(command, state)).Events;

    private static IEnumerable<string> Refused(Device.Command command, Device.State state) => Assert.IsType<Decision<Device.Event>.Refused>(Device.Decide(command, state)).Reasons.Select(reason => reason.Code);
}
