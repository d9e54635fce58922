using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>One person's alarm, and how many are watched by how few, hold the next dose in the same room.</summary>
public sealed class GivingADoseInAGroup
{
    private static readonly SessionId Beside = new(new Guid("00000000-0000-0000-0000-0000000000f2"));

    private static readonly IReadOnlyList<StaffNeed> Needs =
    [
        new(Roles.Therapist, 1, 3, StaffPlace.InRoom, Rules.Default),
        new(Roles.Nurse, 1, 6, StaffPlace.InRoom, Rules.Default),
        new(Roles.Prescriber, 1, null, StaffPlace.OnSite, Rules.Default),
    ];

    private static DoseFacts In(IReadOnlyList<StaffNeed> needs, params Neighbour[] neighbours) => Rules.ImDose with { Group = new GroupFacts(neighbours, needs) };

    private static Neighbour Calmly(params StaffId[] watching) => new(Beside, "DESMARAIS, Luc", UnderMedicine: true, [], watching);

    [Fact]
    public void A_red_alert_of_anybody_in_the_room_holds_every_dose_in_it_and_says_where_it_is_closed()
    {
        var alarmed = Calmly(Rules.Nair, Rules.Ellery) with { RedAlerts = [new OpenAlert("A07", 2)] };
        var refused = GatePassed.When(Gives(0, 30m, In([], alarmed))).ThenRefused("dosing.alert-beside");
        Assert.Equal("Alert A07 of DESMARAIS, Luc in this room is open. Nothing is given in the room until it is closed.", refused.Sentence);
        Assert.Equal($"sessions/{Beside.Value:D}/room#alert-2", refused.Remedy!.Resource);
    }

    [Fact]
    public void A_red_alert_of_somebody_who_has_no_dose_yet_holds_it_too() =>
        GatePassed.When(Gives(0, 30m, In([], Calmly() with { UnderMedicine = false, RedAlerts = [new OpenAlert("A15", 1)] }))).ThenRefused("dosing.alert-beside");

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void So_many_under_medicine_take_so_many_who_watch(int others, bool holds)
    {
        var group = Enumerable.Range(0, others).Select(i => Calmly(Rules.Ellery) with { Session = new SessionId(new Guid(i + 1, 0, 0, new byte[8])) }).ToArray();
        var asked = GatePassed.When(Gives(0, 30m, In(Needs, group)));
        Assert.Equal(holds, asked.Answer is Decision<Event>.Accepted);
        if (!holds)
        {
            Assert.Equal(
                "With this dose 4 people are under medicine in the room: that takes 2 entered as watching who are therapist, and there is 1.",
                asked.ThenRefused("dosing.too-few-observers").Sentence);
        }
    }

    [Fact]
    public void Who_watches_in_two_sessions_of_the_room_counts_once() =>
        Assert.Equal(1, GroupRules.Observers(Needs, 4, [Rules.Ellery, Rules.Ellery], Rules.Team)[0].Present);

    [Fact]
    public void A_prescriber_counts_as_medically_qualified() =>
        Assert.True(GroupRules.Observers(Needs, 6, [Rules.Farrow], Rules.Team)[1].Holds);

    [Fact]
    public void Alone_in_a_room_no_ratio_is_asked() => Assert.IsType<Decision<Event>.Accepted>(GatePassed.When(Gives(0, 30m, In(Needs))).Answer);
}
