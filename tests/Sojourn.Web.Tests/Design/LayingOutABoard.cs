using Sojourn.Web.Design;

namespace Sojourn.Web.Tests.Design;

public sealed class LayingOutABoard
{
    [Fact]
    public void Visits_one_after_another_share_a_row() => Assert.Equal([0, 0, 0], BoardLayout.Rows([Slot(9, 10), Slot(10, 11), Slot(13, 14)]));

    [Fact]
    public void Visits_that_overlap_stand_under_each_other_whatever_their_order() => Assert.Equal([1, 0, 0], BoardLayout.Rows([Slot(10, 12), Slot(9, 11), Slot(12, 13)]));

    [Fact]
    public void A_free_room_has_no_row() => Assert.Empty(BoardLayout.Rows([]));

    private static BoardSlot Slot(int from, int to) => new(new TimeOnly(from, 0), new TimeOnly(to, 0), SlotKind.Wait, "", "", Mark.Later, "", "");
}
