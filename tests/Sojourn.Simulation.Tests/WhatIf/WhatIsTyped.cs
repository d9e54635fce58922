using Sojourn.Domain.Programmes;
using Sojourn.Simulation.WhatIf;

namespace Sojourn.Simulation.Tests.WhatIfs;

public sealed class WhatIsTyped
{
    [Fact]
    public void Rooms_and_staff_are_read()
    {
        Assert.Equal(3, SetupText.Rooms("medicine=3, talking=1").Value![RoomKind.Medicine]);
        Assert.Equal((5, 3), (SetupText.Rooms("5").Value![RoomKind.Medicine], SetupText.Rooms("5").Value![RoomKind.Talking]));
        Assert.Equal(2, SetupText.Staff("nurse=2").Value![Roles.Nurse]);
    }

    [Fact]
    public void Every_assumption_can_be_changed_by_its_name()
    {
        Assert.All(Assumptions.All, one => Assert.Equal(one.Most, one.Of(SetupText.Assumed($"{one.Id}={one.Most}").Value!)));
        Assert.All(Assumptions.All, one => Assert.InRange(one.Of(new Assumptions()), one.Least, one.Most));
    }

    [Theory]
    [InlineData("kitchen=1", "“kitchen” is no kind of room. Rooms are medicine and talking; video needs none.")]
    [InlineData("medicine", "“medicine” is not a name and a whole number. Write --rooms medicine=2,talking=3.")]
    public void What_cannot_be_read_is_said_with_an_example(string text, string sentence) => Assert.Equal(sentence, Assert.Single(SetupText.Rooms(text).Faults).Sentence);

    [Fact]
    public void An_assumption_out_of_range_is_refused() => Assert.Equal("“missed” is 0 to 100 %, not 300.", Assert.Single(SetupText.Assumed("missed=300").Faults).Sentence);

    [Fact]
    public void Two_programmes_stand_in_the_same_rows()
    {
        var programmes = Sojourn.Programmes.ProgrammeLibrary.LoadShipped().ById;
        var table = WhatIfTable.Of([.. new[] { "neurorelief-infusion-kap", "neurorelief-infusion-only" }.Select(id => WhatIfRun.Of(programmes[id], ClinicSetup.Default, new Assumptions(), 100, 30, 7))]);
        Assert.Equal(2, table.Columns.Count);
        Assert.All(table.Sections.SelectMany(section => section.Rows), row => Assert.Equal(2, row.Values.Count));
        Assert.All(table.Sections, section => Assert.Equal(section.Rows.Count, section.Rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Count()));
    }
}
