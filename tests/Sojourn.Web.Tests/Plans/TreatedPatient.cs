using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Tests.Plans;

/// <summary>Ana Ruiz, who has an open course of the standard depression programme and signs in on her phone.</summary>
internal sealed class TreatedPatient
{
    private readonly RunningClinic clinic;

    private TreatedPatient(RunningClinic clinic) => this.clinic = clinic;

    internal PersonId Person { get; } = new(Guid.CreateVersion7());

    internal CourseId Course { get; } = new(Guid.CreateVersion7());

    internal string Page(string place) => $"/courses/{Course.Value}/{place}";

    internal static async Task<TreatedPatient> Of(RunningClinic clinic, string family = "Ruiz", string programme = "solo-depression-standard")
    {
        var patient = new TreatedPatient(clinic);
        var details = new Demographics(new PersonName("Ana", family), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        var team = new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"]);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(PersonSlice.Slice, patient.Person.Value, new Person.Command.Register(desk.At, details, Domain.People.Person.Likeness.Nobody));
            CourseDesk.Open(desk, patient.Course, new(patient.Person, programme, clinic.Site, clinic.Runner.Programmes.Find(programme)!.Conditions[0].Id, null, team));
        })).OrThrow();
        using var scope = clinic.Services.CreateScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>().SetPassword(Actor.Person(patient.Person), patient.Email, RunningClinic.Password));
        return patient;
    }

    /// <summary>Every questionnaire of the programme's intake, answered with nothing to worry about.</summary>
    internal async Task Measure()
    {
        var now = clinic.Runner.Now;
        foreach (var instrument in clinic.Runner.Programmes.Find("solo-depression-standard")!.Measures.Where(time => time.When == MeasureMoment.Intake).Select(time => time.Instrument).Distinct())
        {
            await clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
            {
                journal.Append($"measure/{Guid.CreateVersion7():D}", 0, [
                    EventRegistry.Shipped.Write(new Domain.Measures.Measure.Event.Assigned(Person, Course, instrument, 1, "", "Before we begin", null, now, now, now.AddDays(7), Owner.Named(clinic.Staff["nurse"]), 24)),
                    EventRegistry.Shipped.Write(new Domain.Measures.Measure.Event.Finished(0, null, null, false, [], [], [], null, now, now.AddDays(1))),
                ]);
                return true;
            });
        }
    }

    private string Email => $"{Person.Value}@test.example";

    internal async Task<HttpClient> OnPhone()
    {
        var client = await clinic.Client();
        var answer = await RunningClinic.Post(client, "/sign-in", "/sign-in", new() { ["email"] = Email, ["password"] = RunningClinic.Password });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    /// <summary>The form of a page as a browser would send it untouched: every hidden and prefilled field.</summary>
    internal static async Task<Dictionary<string, string>> FieldsOf(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(page);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in System.Text.RegularExpressions.Regex.Matches(html, "<input[^>]*>").Select(m => m.Value).Where(i => !i.Contains("__RequestVerification", StringComparison.Ordinal)))
        {
            if (Attribute(input, "type") is "hidden" or "text" && Attribute(input, "name") is { } name)
            {
                fields[name] = Attribute(input, "value") ?? "";
            }
        }

        return fields;
    }

    internal PlanSheet Plan()
    {
        using var records = clinic.Runner.Read();
        return PlanRecords.Of(records, Course.Value);
    }

    private static string? Attribute(string tag, string name) =>
        System.Text.RegularExpressions.Regex.Match(tag, $" {name}=\"(?<value>[^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
}
