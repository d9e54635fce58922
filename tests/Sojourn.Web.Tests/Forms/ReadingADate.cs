using Sojourn.Web.Forms;

namespace Sojourn.Web.Tests.Forms;

/// <summary>A date is taken only where there is one way to read it.</summary>
public sealed class ReadingADate
{
    [Theory]
    [InlineData("1945-07-14")]
    [InlineData("14-Jul-1945")]
    [InlineData("14 Jul 1945")]
    [InlineData("14-jul-1945")]
    public void What_can_be_read_one_way_is_taken(string typed)
    {
        var f = Read(typed, out var date);
        Assert.Empty(f.Faults);
        Assert.Equal(new DateOnly(1945, 7, 14), date);
    }

    [Theory]
    [InlineData("3/4/1945")]
    [InlineData("03/04/1945")]
    [InlineData("14/7/1945")]
    [InlineData("03.04.1945")]
    [InlineData("3-4-45")]
    public void Figures_alone_are_refused_with_the_forms_that_are_taken(string typed)
    {
        var f = Read(typed, out var date);
        Assert.Null(date);
        Assert.Equal($"“{typed}” can be read as two different days. Write the date of birth with the month in letters, like 14-Jul-1945, or year first, like 1945-07-14.", Assert.Single(f.Faults).Sentence);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31-Feb-1945")]
    [InlineData("1945-13-01")]
    public void What_is_no_date_is_refused_with_the_forms_that_are_taken(string typed)
    {
        var f = Read(typed, out _);
        Assert.Equal($"“{typed}” is not a date. Write the date of birth like 14-Jul-1945 or 1945-07-14.", Assert.Single(f.Faults).Sentence);
    }

    private static FieldReader Read(string typed, out DateOnly? date)
    {
        var f = new FieldReader(new Fields(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["born"] = [typed] }));
        date = f.OptionalDate("born", "the date of birth");
        return f;
    }
}
