using System.Net;
using System.Text;
using System.Text.Json;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>
/// Requests for a dose that no page of ours would send: whatever they claim, the server decides by its own facts, says the same sentence as to everybody
/// and writes nothing. Show 4 of the first session.
/// </summary>
public sealed class ForgingADose(RunningRoom room) : IClassFixture<RunningRoom>
{
    private const string AboveLimit = "is above the absolute limit for one dose, 120 mg (the lower of 130 mg and 1.5 mg/kg at 80 kg";
    private const string NoChecker = "A second person checks person, medicine, dose and route independently. Say who did.";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "above the limit", """{"route":"im","mg":125,"checked-by":"CHECKER"}""", AboveLimit },
        { "the amount as text", """{"route":"im","mg":"125","checked-by":"CHECKER"}""", AboveLimit },
        { "a limit, a weight and a total of its own", """{"route":"im","mg":125,"checked-by":"CHECKER","limit":1000,"per-dose":1000,"weight":300,"weight-kg":300,"total":0,"total-mg":0,"band":"psycholytic"}""", AboveLimit },
        { "a prescriber's reason and its own blessing", """{"route":"im","mg":125,"mg-again":125,"checked-by":"CHECKER","override-by":"PRESCRIBER","override-reason":"Let it pass","confirmed":true,"force":true}""", AboveLimit },
        { "another session's and person's ids", """{"route":"im","mg":125,"checked-by":"CHECKER","session":"OTHER","session-id":"OTHER","course-id":"OTHER","person-id":"OTHER","id":"OTHER"}""", AboveLimit },
        { "two amounts in one field", """{"route":"im","mg":[125,1],"checked-by":"CHECKER"}""", AboveLimit },
        { "the field twice", """{"route":"im","mg":1,"mg":125,"checked-by":"CHECKER"}""", AboveLimit },
        { "as much as a number may be", """{"route":"im","mg":1000000,"checked-by":"CHECKER"}""", AboveLimit },
        { "more than a number may be", """{"route":"im","mg":99999999999999999999999999999999999999,"checked-by":"CHECKER"}""", "is not a number. Write the dose in milligrams in digits." },
        { "an exponent", """{"route":"im","mg":1e300,"checked-by":"CHECKER"}""", "“1e300” is not a number. Write the dose in milligrams in digits." },
        { "not a number", """{"route":"im","mg":"NaN","checked-by":"CHECKER"}""", "“NaN” is not a number. Write the dose in milligrams in digits." },
        { "endless", """{"route":"im","mg":"Infinity","checked-by":"CHECKER"}""", "“Infinity” is not a number. Write the dose in milligrams in digits." },
        { "a unit with it", """{"route":"im","mg":"30 mg","checked-by":"CHECKER"}""", "“30 mg” is not a number. Write the dose in milligrams in digits." },
        { "less than nothing", """{"route":"im","mg":-30,"checked-by":"CHECKER"}""", "Write the dose in milligrams, more than nothing." },
        { "nothing", """{"route":"im","mg":0,"checked-by":"CHECKER"}""", "Write the dose in milligrams, more than nothing." },
        { "no amount", """{"route":"im","checked-by":"CHECKER"}""", "Write the dose in milligrams." },
        { "an empty amount", """{"route":"im","mg":null,"checked-by":"CHECKER"}""", "Write the dose in milligrams." },
        { "no route", """{"mg":30,"checked-by":"CHECKER"}""", "Choose the route." },
        { "a route of no programme", """{"route":"nasal-drip","mg":30,"checked-by":"CHECKER"}""", "“nasal-drip” is not a route." },
        { "a route that this programme does not have", """{"route":"oral","mg":30,"checked-by":"CHECKER"}""", "is not a route of this programme." },
        { "no second person", """{"route":"im","mg":30}""", NoChecker },
        { "the second person's name instead of who it is", """{"route":"im","mg":30,"checked-by":"T. Ellery"}""", "Choose who checked." },
        { "oneself as the second person", """{"route":"im","mg":30,"checked-by":"GIVER"}""", "The one who gives cannot be the one who checks. Choose somebody else." },
        { "the front desk as the second person", """{"route":"im","mg":30,"checked-by":"DESK"}""", "A therapist, a nurse or a prescriber checks. Choose one of them." },
        { "somebody who is not there", """{"route":"im","mg":30,"checked-by":"OTHER"}""", "A therapist, a nurse or a prescriber checks. Choose one of them." },
        { "above the band, taken on by a nurse", """{"route":"im","mg":60,"checked-by":"CHECKER","override-by":"GIVER","override-reason":"It is fine"}""", "Only a prescriber can take this on. Choose one by name." },
        { "above the band, taken on without a reason", """{"route":"im","mg":60,"checked-by":"CHECKER","override-by":"PRESCRIBER","override-reason":"  "}""", "A prescriber must take it on by name, with a reason." },
        { "above the band, with a reason and nobody's name", """{"route":"im","mg":60,"checked-by":"CHECKER","override-reason":"It is fine"}""", "Only a prescriber can take this on. Choose one by name." },
        { "minutes for an injection", """{"route":"im","mg":30,"minutes":5,"checked-by":"CHECKER"}""", "Only an infusion has minutes." },
        { "a time before the gate", """{"route":"im","mg":30,"checked-by":"CHECKER","happened-at":"2026-11-19T17:00:00Z"}""", "The dose is dated before the gate was passed. Correct the time." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task DOSE_7_Whatever_it_claims_it_is_refused_by_the_servers_own_facts_and_nothing_is_written(string what, string body, string sentence)
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        var before = await room.Recorded();
        var json = WithIds(body);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var answer = await nurse.PostAsync($"/sessions/{session}/room/doses", content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Sentences(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement), said => said.Contains(sentence, StringComparison.Ordinal));

        var form = await Post(nurse, session, "doses", AsForm(json));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await form.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.True(before == await room.Recorded(), $"{what} was refused, and something was written.");
    }

    [Fact]
    public async Task DOSE_7_A_dose_corrected_to_more_than_the_limit_is_refused_with_the_same_sentence()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "doses", ("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin))).StatusCode);
        var before = await room.Recorded();
        var entry = Assert.Single(room.Clinic.Record(session).Doses).Id;
        var (status, problem) = await PostJson(nurse, session, "amendments", new Dictionary<string, object> { ["entry"] = entry.Value, ["mg"] = 125, ["checked-by"] = Written(room.Clinic.Ellery), ["why"] = "Slip of the pen" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(Sentences(problem), said => said.Contains(AboveLimit, StringComparison.Ordinal));
        Assert.Equal(before, await room.Recorded());
    }

    [Theory]
    [InlineData("{\"route\":\"im\",\"mg\":NaN}")]
    [InlineData("{\"route\":\"im\",\"mg\":{\"value\":30}}")]
    [InlineData("{\"route\":\"im\",\"mg\":\"\\ud800\"}")]
    [InlineData("[{\"route\":\"im\",\"mg\":30}]")]
    [InlineData("{\"route\":\"im\",\"mg\":30")]
    [InlineData("30")]
    [InlineData("")]
    public async Task What_is_no_flat_object_is_not_read_and_nothing_is_written(string body)
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        var before = await room.Recorded();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await nurse.PostAsync($"/sessions/{session}/room/doses", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The request was not read", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await room.Recorded());
    }

    [Fact]
    public async Task A_form_without_the_pages_token_or_without_a_session_or_to_one_before_its_gate_writes_nothing()
    {
        var session = await room.Clinic.BookAndPassGate();
        var notReady = await room.Clinic.Book();
        using var nurse = await room.Client("nurse");
        using var visitor = new HttpClient { BaseAddress = room.Address };
        (string Name, string Value)[] dose = [("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery))];
        var before = await room.Recorded();

        using var bare = new FormUrlEncodedContent(dose.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        Assert.Equal(HttpStatusCode.BadRequest, (await nurse.PostAsync($"/sessions/{session}/room/doses", bare)).StatusCode);
        var fields = dose.ToDictionary(field => field.Name, object (field) => field.Value, StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostJson(visitor, session, "doses", fields)).Status);
        var (early, problem) = await PostJson(nurse, notReady, "doses", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early);
        Assert.Contains(Sentences(problem), said => said.StartsWith("The gate has not been passed", StringComparison.Ordinal));
        var (nowhere, unknown) = await PostJson(nurse, Guid.CreateVersion7(), "doses", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere);
        Assert.Contains("There is no such medicine session.", Sentences(unknown));
        Assert.Equal(before, await room.Recorded());
    }

    private string WithIds(string body) => body
        .Replace("CHECKER", Written(room.Clinic.Ellery), StringComparison.Ordinal)
        .Replace("PRESCRIBER", Written(room.Clinic.Farrow), StringComparison.Ordinal)
        .Replace("GIVER", Written(room.Clinic.Nair), StringComparison.Ordinal)
        .Replace("DESK", Written(room.Clinic.Okafor), StringComparison.Ordinal)
        .Replace("OTHER", Guid.CreateVersion7().ToString("D"), StringComparison.Ordinal);

    /// <summary>The same fields as a browser would post them. Of a name that comes twice JSON keeps the last, and so does this.</summary>
    private static (string Name, string Value)[] AsForm(string json) =>
    [
        .. JsonDocument.Parse(json).RootElement.EnumerateObject().GroupBy(field => field.Name, StringComparer.Ordinal).Select(field => field.Last())
            .SelectMany(field => field.Value.ValueKind switch
            {
                JsonValueKind.Array => field.Value.EnumerateArray().Select(value => (field.Name, value.ToString())),
                JsonValueKind.Null => [],
                _ => [(field.Name, field.Value.ToString())],
            }),
    ];
}
