using System.Diagnostics;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Tests.People;

/// <summary>PEOPLE-5.</summary>
public sealed class FindingAPerson : IAsyncDisposable
{
    private readonly RegisterAtWork clinic = new();

    [Theory]
    [InlineData("nguyen", "Nguyễn")]
    [InlineData("NGUYỄN linh", "Nguyễn")]
    [InlineData("li ng", "Nguyễn")]
    [InlineData("oneill", "O'Neill")]
    [InlineData("o’neill", "O'Neill")]
    [InlineData("sean", "O'Neill")]
    [InlineData("berg", "van der Berg")]
    [InlineData("ortega", "Ruiz-Ortega")]
    [InlineData("bjork", "Bjørk")]
    [InlineData("1990-03-14", "Nguyễn")]
    [InlineData("14-Mar-1990", "Nguyễn")]
    [InlineData("14.3.1990", "Nguyễn")]
    [InlineData("MRN-2002", "O'Neill")]
    [InlineData("2002", "O'Neill")]
    [InlineData("ort, ana 1985-07-14", "Ruiz-Ortega")]
    [InlineData("100004", "Ruiz-Ortega")]
    [InlineData("100 004", "Ruiz-Ortega")]
    public async Task Somebody_is_found_by_the_beginnings_of_what_is_known(string typed, string family)
    {
        await clinic.Register("Nguyễn", "Linh", "1990-03-14", "MRN-2001");
        await clinic.Register("O'Neill", "Seán", "1978-11-02", "MRN-2002");
        await clinic.Register("van der Berg", "Jo", "1985-06-30");
        await clinic.Register("Ruiz-Ortega", "Ana", "1985-07-14");
        await clinic.Register("Bjørk", "Åse", "1970-01-01");
        Assert.Equal([family], clinic.Find(typed));
    }

    [Fact]
    public async Task A_preferred_name_finds_as_well()
    {
        await clinic.Register(RegisterAtWork.Ana);
        Assert.Equal(["Ruiz"], clinic.Find("lucha"));
    }

    [Fact]
    public async Task Nothing_typed_shows_everybody_by_family_name()
    {
        await clinic.Register("Zhou", "An");
        await clinic.Register("Abara", "Nkechi");
        Assert.Equal(["Abara", "Zhou"], clinic.Find(" "));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("'; drop table person; --")]
    [InlineData("zzz")]
    public async Task Nobody_is_found_by_what_nobody_is_called(string typed)
    {
        await clinic.Register("Abara", "Nkechi");
        Assert.Empty(clinic.Find(typed));
    }

    [Fact]
    public async Task An_old_name_finds_nobody_any_more()
    {
        var id = await clinic.Register("Abara", "Nkechi");
        var now = RegisterAtWork.Ana with { Name = new("Nkechi", "Okafor"), Identifiers = [] };
        (await clinic.Do(id, new Domain.People.Person.Command.CorrectDetails(RegisterAtWork.Now, now, "Married", Domain.People.Person.Likeness.Nobody))).OrThrow();
        Assert.Equal(["Okafor"], clinic.Find("nk"));
        Assert.Empty(clinic.Find("abara"));
    }

    [Fact]
    public async Task Five_thousand_people_are_searched_in_a_moment()
    {
        await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            for (var i = 0; i < 5000; i++)
            {
                var details = RegisterAtWork.Ana with { Name = new($"Given{i % 97}", $"Family{i}"), Identifiers = [] };
                desk.Do(PersonSlice.Slice, new Guid(i + 1, 0, 0, new byte[8]), new Domain.People.Person.Command.Register(RegisterAtWork.Now, details, Domain.People.Person.Likeness.Nobody));
            }
        });
        var began = Stopwatch.StartNew();
        Assert.Equal(["Family4711"], clinic.Find("family4711 giv"));
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(1), $"It took {began.Elapsed}.");
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();
}
