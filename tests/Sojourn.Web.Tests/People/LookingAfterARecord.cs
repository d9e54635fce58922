using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.People;

namespace Sojourn.Web.Tests.People;

/// <summary>PEOPLE-17, and PEOPLE-1 to PEOPLE-12 as the pages say them.</summary>
public sealed class LookingAfterARecord(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Somebody_is_registered_and_found_without_accents()
    {
        using var client = await clinic.Client("front-desk");
        var answer = await RunningClinic.Post(client, "/people/new", "/people", Person("Nguyễn", "Linh", "14-Mar-1990"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await client.GetStringAsync(answer.Headers.Location);
        Assert.Contains("NGUYỄN, Linh", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("14-Mar-1990", page, StringComparison.Ordinal);
        Assert.Contains("NGUYỄN, Linh", WebUtility.HtmlDecode(await client.GetStringAsync("/people?q=nguyen+li")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_birth_date_in_the_future_comes_back_with_what_was_typed()
    {
        using var client = await clinic.Client("front-desk");
        var answer = await RunningClinic.Post(client, "/people/new", "/people", Person("Future", "Kim", "14-Mar-2990"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("The date of birth, 14-Mar-2990, is in the future. Correct the year.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Future\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Register a person", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_of_one_name_and_birth_date_are_asked_about_and_then_registered()
    {
        using var client = await clinic.Client("front-desk");
        await RunningClinic.Post(client, "/people/new", "/people", Person("Twin", "Eva", "01-Jan-1980"));
        var fields = Person("Twín", "Eva", "01-Jan-1980");
        var asked = await RunningClinic.Post(client, "/people/new", "/people", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("name=\"two-people\"", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fields["two-people"] = "yes";
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(client, "/people/new", "/people", fields)).StatusCode);
    }

    [Fact]
    public async Task Pounds_for_kilograms_are_asked_about_and_a_weight_in_pounds_is_converted()
    {
        using var client = await clinic.Client("nurse");
        var person = await Register("Pound", "Pat");
        var asked = await RunningClinic.Post(client, person, $"{person}/vitals", new() { ["weight"] = "165", ["weight-unit"] = "kg" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Contains("That is 165 kg. Did you mean pounds? 165 lb is 74.8 kg.", page, StringComparison.Ordinal);
        Assert.Contains("name=\"checked\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(client, person, $"{person}/vitals", new() { ["weight"] = "165", ["weight-unit"] = "lb" })).StatusCode);
        Assert.Contains("74.8 kg", await client.GetStringAsync(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_made_amended_and_struck_out_and_both_readings_stay()
    {
        using var client = await clinic.Client("therapist");
        var person = await Register("Entry", "Lee");
        await RunningClinic.Post(client, person, $"{person}/medicines", new() { ["name"] = "Sertraline", ["dose"] = "50 mg", ["status"] = "current", ["since"] = "Mar-2023", ["effect"] = "helped-partly" });
        await RunningClinic.Post(client, person, $"{person}/conditions", new() { ["term"] = "Depression", ["own-words"] = "the grey", ["status"] = "active" });
        await RunningClinic.Post(client, person, $"{person}/allergies", new() { ["substance"] = "Latex", ["reaction"] = "rash" });
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(person));
        Assert.Contains("since Mar-2023", page, StringComparison.Ordinal);
        Assert.Contains("“the grey”", page, StringComparison.Ordinal);
        Assert.Contains("Latex (rash)", page, StringComparison.Ordinal);
        var entry = Regex.Match(page, "href=\"(?<entry>/people/[^\"]+/entries/[^\"]+)\">Sertraline", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["entry"].Value;
        await RunningClinic.Post(client, entry, $"{entry}/amendment", new() { ["name"] = "Sertraline", ["dose"] = "100 mg", ["status"] = "current", ["reason"] = "Raised" });
        Assert.Contains("Sertraline, 100 mg", await client.GetStringAsync(person), StringComparison.Ordinal);
        var unsaid = await RunningClinic.Post(client, entry, $"{entry}/striking-out", new() { ["reason"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        await RunningClinic.Post(client, entry, $"{entry}/striking-out", new() { ["reason"] = "Somebody else's" });
        Assert.Contains("struck out", await client.GetStringAsync(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_desk_sees_how_to_reach_somebody_and_nothing_of_their_health()
    {
        var person = await Register("Private", "Robin");
        using var nurse = await clinic.Client("nurse");
        await RunningClinic.Post(nurse, person, $"{person}/conditions", new() { ["term"] = "Secret condition", ["status"] = "active" });
        using var desk = await clinic.Client("front-desk");
        Assert.DoesNotContain("Secret condition", await desk.GetStringAsync(person), StringComparison.Ordinal);
        Assert.Contains("Secret condition", await nurse.GetStringAsync(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_a_person_and_one_entry_as_json()
    {
        using var client = await clinic.Client("nurse");
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var person = await Register("Json", "Jay");
        var posted = await RunningClinic.PostJson(client, $"{person}/vitals", new Dictionary<string, object> { ["systolic"] = 128, ["diastolic"] = 82 });
        Assert.True(posted.GetProperty("recorded").GetBoolean());
        var read = JsonDocument.Parse(await client.GetStringAsync(person)).RootElement;
        Assert.Equal(("Json", 2), (read.GetProperty("family").GetString(), read.GetProperty("vitals").GetArrayLength()));
        var vital = read.GetProperty("vitals")[0];
        Assert.Equal(vital.GetProperty("value").GetDecimal(), JsonDocument.Parse(await client.GetStringAsync($"{person}/entries/{vital.GetProperty("id").GetString()}")).RootElement.GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task Files_are_imported_with_a_report_and_a_broken_one_says_where()
    {
        using var client = await clinic.Client("front-desk");
        var good = await Upload(client, ("new.csv", "last_name,first_name,date_of_birth\nImported,Ida,1970-01-01\n"), ("broken.json", "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, good.StatusCode);
        var page = WebUtility.HtmlDecode(await good.Content.ReadAsStringAsync());
        Assert.Contains("1 person registered", page, StringComparison.Ordinal);
        Assert.Contains("The file ends in the middle.", page, StringComparison.Ordinal);
        Assert.Contains("Choose at least one file", WebUtility.HtmlDecode(await (await Upload(client)).Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inquiry_becomes_a_person_with_what_was_written_there()
    {
        using var visitor = await clinic.Client();
        var asked = await RunningClinic.Post(visitor, "/ask", "/ask", new() { ["first-name"] = "Becoming", ["reach"] = "555-0177" });
        var inquiry = asked.Headers.Location!.ToString().Split('/')[^1];
        using var desk = await clinic.Client("front-desk");
        Assert.Contains("value=\"Becoming\"", await desk.GetStringAsync($"/people/new?inquiry={inquiry}"), StringComparison.Ordinal);
        var fields = Person("Person", "Becoming", "02-Feb-1982");
        fields["inquiry"] = inquiry;
        var answer = await RunningClinic.Post(desk, $"/people/new?inquiry={inquiry}", "/people", fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains(answer.Headers.Location!.ToString(), await desk.GetStringAsync($"/inquiries/{inquiry}"), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Person(string family, string given, string born) =>
        new(StringComparer.Ordinal) { ["family"] = family, ["given"] = given, ["birth-date"] = born, ["sex"] = "female" };

    private async Task<string> Register(string family, string given)
    {
        var id = Guid.CreateVersion7();
        var details = new Demographics(new PersonName(given, family), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), PersonSlice.Slice, id, new Domain.People.Person.Command.Register(clinic.Runner.Now, details, Domain.People.Person.Likeness.Nobody))).OrThrow();
        return $"/people/{id}";
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient client, params (string Name, string Text)[] files)
    {
        var html = await client.GetStringAsync("/people/import");
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        using var content = new MultipartFormDataContent { { new StringContent(WebUtility.HtmlDecode(token)), "__RequestVerificationToken" } };
        foreach (var (name, text) in files)
        {
            content.Add(new StringContent(text), "files", name);
        }

        return await client.PostAsync("/people/import", content);
    }
}
