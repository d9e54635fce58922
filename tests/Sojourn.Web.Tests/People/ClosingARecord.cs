using System.Net;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Tasks;

namespace Sojourn.Web.Tests.People;

/// <summary>PEOPLE-19 to PEOPLE-21: a death, and somebody registered twice.</summary>
public sealed class ClosingARecord(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_death_is_recorded_with_what_follows_said_before()
    {
        var person = await Somebody("Holm", "Siri");
        await Task(person);
        using var client = await clinic.Client("nurse");
        Assert.Contains($"/people/{person}/death", await client.GetStringAsync($"/people/{person}"), StringComparison.Ordinal);
        Assert.Contains("1 task ends", await client.GetStringAsync($"/people/{person}/death"), StringComparison.Ordinal);
        var unsaid = await RunningClinic.Post(client, $"/people/{person}/death", $"/people/{person}/death", new() { ["note"] = "Her sister called" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        Assert.Contains("Her sister called", await unsaid.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var answer = await RunningClinic.Post(client, $"/people/{person}/death", $"/people/{person}/death", new() { ["not-known"] = "yes", ["note"] = "Her sister called" });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await clinic.Settle();
        using (var records = clinic.Runner.Read())
        {
            Assert.Empty(TaskRecords.OpenFor(records, person));
            Assert.True(PeopleRecords.One(records, person)!.Died);
        }

        await Task(person);
        await clinic.Settle();
        using var later = clinic.Runner.Read();
        Assert.Empty(TaskRecords.OpenFor(later, person));
    }

    [Fact]
    public async Task Somebody_registered_twice_goes_on_under_one_number_and_both_can_be_read()
    {
        var kept = await Somebody("Dahl", "Nils");
        var closed = await Somebody("Dahl", "Nils");
        using var client = await clinic.Client("front-desk");
        Assert.Contains($"/people/{kept}/duplicates/{closed}", await client.GetStringAsync("/people/duplicates"), StringComparison.Ordinal);
        var pair = $"/people/{kept}/duplicates/{closed}";
        var asked = await RunningClinic.Post(client, pair, pair, new() { ["reason"] = "Same card" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("value=\"Same card\"", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var answer = await RunningClinic.Post(client, pair, pair, new() { ["keep"] = kept.ToString(), ["reason"] = "Same card" });
        Assert.Equal($"/people/{kept}", answer.Headers.Location?.ToString());
        Assert.Contains($"/people/{closed}", await client.GetStringAsync($"/people/{kept}"), StringComparison.Ordinal);
        Assert.Contains("This record is closed", await client.GetStringAsync($"/people/{closed}"), StringComparison.Ordinal);
        Assert.DoesNotContain(pair, await client.GetStringAsync("/people/duplicates"), StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        Assert.Equal("people.duplicate", Duplicates.WhyClosed(records, new PersonId(closed))?.Code);
        Assert.Contains(PeopleRecords.Amendments(records, closed), row => row.Reason == "Same card" && row.Actor == Actor.Staff(clinic.Staff["front-desk"]).Text);
    }

    private async Task Task(Guid person) => (await clinic.Runner.Run(
        clinic.Runner.SenderFor(Actor.Sojourn),
        TaskSlice.Slice,
        Guid.CreateVersion7(),
        new Chore.Command.Raise("call", "Call her", new PersonId(person), null, null, "role/nurse", null, clinic.Runner.Now.AddDays(1), null))).OrThrow();

    private async Task<Guid> Somebody(string family, string given)
    {
        var id = Guid.CreateVersion7();
        var details = new Demographics(new PersonName(given, family), new DateOnly(1980, 2, 3), Sex.Female, null, [], new Contacts(), null, null, clinic.Site);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), PersonSlice.Slice, id, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody))).OrThrow();
        return id;
    }
}
