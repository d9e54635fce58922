using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Web.Tests.People;

/// <summary>From the record to the patient's own pages: a link, a password, signed in.</summary>
public sealed class LettingAPatientIn(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Password = "seven lamps by the river";

    [Fact]
    public async Task With_the_link_a_password_is_chosen_and_the_own_pages_open()
    {
        var person = await Somebody("Reyes", "ana@mail.example");
        var phone = await clinic.Client();
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.GetAsync(await LinkFor(person))).StatusCode);
        Assert.Equal("/sign-in", (await phone.GetAsync("/my")).Headers.Location!.OriginalString.Split('?')[0]);
        using var chosen = await RunningClinic.Post(phone, "/password", "/password", new() { ["password"] = Password });
        Assert.Equal("/home", chosen.Headers.Location!.OriginalString);
        Assert.Contains("Hello, Ana", await phone.GetStringAsync("/my"), StringComparison.Ordinal);
        var again = await clinic.Client();
        using var signedIn = await RunningClinic.Post(again, "/sign-in", "/sign-in", new() { ["email"] = "ana@mail.example", ["password"] = Password });
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
    }

    [Fact]
    public async Task An_address_that_somebody_else_signs_in_with_is_refused_and_theirs_keeps_its_password()
    {
        var person = await Somebody("Lopez", "therapist@test.example");
        var phone = await clinic.Client();
        await phone.GetAsync(await LinkFor(person));
        using var refused = await RunningClinic.Post(phone, "/password", "/password", new() { ["password"] = Password });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Somebody else signs in with this e-mail address", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(await clinic.Client("therapist"));
    }

    [Fact]
    public async Task Without_an_address_the_page_leads_to_where_it_is_added()
    {
        var person = await Somebody("Moran", null);
        var desk = await clinic.Client("front-desk");
        var page = await desk.GetStringAsync($"/people/{person}/way-in");
        Assert.Contains("No e-mail address yet", page, StringComparison.Ordinal);
        Assert.Contains($"/people/{person}/details", page, StringComparison.Ordinal);
    }

    private async Task<string> LinkFor(Guid person)
    {
        var desk = await clinic.Client("front-desk");
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync($"/people/{person}/way-in"));
        return Regex.Match(page, "/link/[A-Za-z0-9_-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    private async Task<Guid> Somebody(string family, string? email)
    {
        var id = Guid.CreateVersion7();
        var details = new Demographics(new PersonName("Ana", family), new DateOnly(1984, 7, 14), Sex.Female, null, [], new Contacts(Email: email), null, null, clinic.Site);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), PersonSlice.Slice, id, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody))).OrThrow();
        return id;
    }
}
