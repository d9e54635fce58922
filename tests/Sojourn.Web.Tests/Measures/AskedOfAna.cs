using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.People;
using Sojourn.Web.Accounts;

namespace Sojourn.Web.Tests.Measures;

/// <summary>A patient of a running clinic, what she is asked, and the link that is sent to her.</summary>
internal sealed record AskedOfAna(PersonId Who, AssignmentId Id, string Link)
{
    internal string Place => $"/my/check-in/{Id.Value}";

    internal static async Task<AskedOfAna> By(RunningClinic clinic, string instrument)
    {
        var person = new PersonId(Guid.CreateVersion7());
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(
            clinic.Runner.Now,
            new Demographics(new PersonName("Ana", $"Ruiz {string.Concat(person.Value.ToByteArray()[^6..].Select(b => (char)('a' + (b % 26))))}"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null),
            Person.Likeness.Nobody)))).OrThrow();
        return await Again(clinic, person, instrument);
    }

    internal static async Task<AskedOfAna> Again(RunningClinic clinic, PersonId person, string instrument)
    {
        var id = new AssignmentId(Guid.CreateVersion7());
        var now = clinic.Runner.Now;
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => desk.Do(MeasureSlice.Slice, id.Value, new Measure.Command.Assign(
            now, person, null, desk.Instruments.Find(instrument)!, "To see how you are.", null, now, now.AddDays(1), now.AddDays(3), Owner.Named(clinic.Staff["nurse"]), 24)))).OrThrow();
        var link = clinic.Services.GetRequiredService<SignedLinks>().Make(new SignedLink(Actor.Person(person), $"/my/check-in/{id.Value}", now.AddDays(3)));
        return new(person, id, link);
    }

    /// <summary>A browser that has opened the link, and where it stands then.</summary>
    internal async Task<(HttpClient Client, string Page)> Open(RunningClinic clinic)
    {
        var client = await clinic.Client();
        var opened = await client.GetAsync(Link);
        return (client, await client.GetStringAsync(opened.Headers.Location));
    }

    /// <summary>Taps one answer and follows to the page that it leads to.</summary>
    internal async Task<string> Tap(HttpClient client, string item, string? value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["item"] = item, [value is null ? "skip" : "value"] = value ?? "yes", ["command-id"] = Guid.CreateVersion7().ToString() };
        var answer = await RunningClinic.Post(client, Place, $"{Place}/answers", fields);
        return answer.Headers.Location is { } to ? await client.GetStringAsync(to) : await answer.Content.ReadAsStringAsync();
    }
}
