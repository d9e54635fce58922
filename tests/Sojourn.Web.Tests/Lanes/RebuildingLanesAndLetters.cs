using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Lanes;

/// <summary>The tables of lanes and letters come out of the journal again as they were kept up.</summary>
public sealed partial class RebuildingLanesAndLetters(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Rebuilt_is_kept_up()
    {
        var patient = await TreatedPatient.Of(clinic, "Rebuilt");
        using var therapist = await clinic.Client("therapist");
        var lanes = patient.Page("lanes");
        await Sent(therapist, lanes, $"{lanes}/none", new() { ["none"] = "physical" });
        await Sent(therapist, lanes, $"{lanes}/none", new() { ["none"] = "lifestyle" });
        await Sent(therapist, lanes, $"{lanes}/items", new() { ["lane"] = "lifestyle", ["words"] = "Walking", ["from"] = "2026-01-05" });
        await Sent(therapist, lanes, $"{lanes}/visits", new() { ["visit-lane"] = "complementary", ["what"] = "Struck", ["on"] = "2026-01-05" });
        var struck = Item(await therapist.GetStringAsync(lanes), "Struck");
        await Sent(therapist, struck, $"{struck}/striking", new() { ["mistake"] = "Another person's" });
        await Sent(therapist, lanes, $"{lanes}/visits", new() { ["visit-lane"] = "complementary", ["what"] = "Massage", ["on"] = "2026-01-06" });
        await Sent(therapist, lanes, $"{lanes}/items", new() { ["lane"] = "medicine", ["words"] = "Sertraline", ["from"] = "2026-01-05" });
        var ended = Item(await therapist.GetStringAsync(lanes), "Sertraline");
        await Sent(therapist, ended, $"{ended}/ending", new() { ["on"] = "2026-02-05", ["why"] = "Feels well", ["agreed"] = "Dr Abel" });

        var person = $"/people/{patient.Person.Value}";
        await Sent(therapist, person, $"{person}/family-doctor", new() { ["doctor-name"] = "Dr Okafor" });
        var letters = patient.Page("letters");
        using var nurse = await clinic.Client("nurse");
        var read = ReadMark().Match(await nurse.GetStringAsync(letters)).Groups[1].Value;
        var letter = (await RunningClinic.Post(nurse, letters, letters, new() { ["read"] = read, ["typed-name"] = "Ana Rebuilt" })).Headers.Location!.ToString();
        await Sent(nurse, letter, $"{letter}/sending", new() { ["how"] = "by post" });

        var session = Guid.CreateVersion7();
        var at = clinic.Runner.Now.AddDays(5);
        await Do(patient, desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
            new Visit(SessionKind.Medicine, "medicine", patient.Person, null, patient.Course, 1, null), new Place(clinic.Site, clinic.MedicineRoom, at, at.AddHours(2), [clinic.Staff["therapist"]]), BookingFacts.Clear, null)));
        var talk = Guid.CreateVersion7();
        await Do(patient, desk => desk.Do(SessionSlice.Slice, talk, new Session.Command.Book(
            new Visit(SessionKind.Integration, "integration", patient.Person, null, patient.Course, 1, null), new Place(clinic.Site, clinic.MedicineRoom, at.AddDays(1), at.AddDays(1).AddHours(1), [clinic.Staff["therapist"]]), BookingFacts.Clear, null)));
        await clinic.Settle();
        await Sent(therapist, lanes, $"{lanes}/talks", new() { ["talk"] = talk.ToString() });
        await Sent(therapist, lanes, $"{lanes}/talks", new() { ["talk"] = talk.ToString(), ["medicine"] = session.ToString() });

        await clinic.Settle();
        var kept = Everything();
        Assert.DoesNotContain("Struck", kept, StringComparison.Ordinal);
        await clinic.Runner.Journal.Rebuild();
        Assert.Equal(kept, Everything());
    }

    private string Everything()
    {
        using var records = clinic.Runner.Read();
        var text = new System.Text.StringBuilder();
        foreach (var table in new[] { "lane-board", "letter-board" }.SelectMany(name => Projection.Shipped.Single(projection => projection.Name == name).Tables))
        {
            var rows = records.All<dynamic>($"select * from {table} order by 1, 2, 3").Select(row => string.Join(' ', ((IDictionary<string, object?>)row).Select(cell => $"{cell.Key}={cell.Value}"))).ToList();
            Assert.True(rows.Count > 0, $"{table} is empty, so that nothing is compared");
            text.AppendLine(table).AppendJoin('\n', rows).AppendLine();
        }

        return text.ToString();
    }

    private async Task Do(TreatedPatient patient, Action<Desk> work) => (await clinic.Runner.Run(new Sender(Guid.CreateVersion7(), Actor.Person(patient.Person), clinic.Runner.Now), work)).OrThrow();

    private static async Task Sent(HttpClient client, string page, string to, Dictionary<string, string> fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(client, page, to, fields)).StatusCode);

    private static string Item(string page, string words) => Regex.Match(page, $"(?<at>/courses/[0-9a-f-]+/lanes/items/[0-9a-f-]+)\"[^>]*>{words}").Groups["at"].Value;

    [GeneratedRegex("name=\"read\" value=\"([0-9a-f]+)\"")]
    private static partial Regex ReadMark();
}
