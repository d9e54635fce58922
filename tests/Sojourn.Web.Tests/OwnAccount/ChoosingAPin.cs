using System.Net;
using Sojourn.Web.Accounts;

namespace Sojourn.Web.Tests.OwnAccount;

/// <summary>A PIN is one's own: chosen on one's own page, with one's own password.</summary>
public sealed class ChoosingAPin(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task It_is_kept_with_ones_password_and_never_as_it_was_typed()
    {
        using var nurse = await clinic.Client("nurse");
        Assert.Contains("href=\"/account\"", await nurse.GetStringAsync("/today"), StringComparison.Ordinal);
        Assert.Contains("You have none yet", await nurse.GetStringAsync("/account"), StringComparison.Ordinal);
        using var kept = await Choose(nurse, "5071", "5071", RunningClinic.Password);
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Contains("You have one", await nurse.GetStringAsync("/account"), StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        Assert.True(Pins.Has(records, clinic.Staff["nurse"]));
        Assert.DoesNotContain("5071", records.Value<string>("select pin_hash from staff_pin where staff_id = @id", new { id = clinic.Staff["nurse"] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5071", "5072", RunningClinic.Password, "The two PINs differ.")]
    [InlineData("5071", "5071", "somebody else's", "This is not your password.")]
    [InlineData("507", "507", RunningClinic.Password, "A PIN is 4 to 8 figures.")]
    [InlineData("50a1", "50a1", RunningClinic.Password, "A PIN is 4 to 8 figures.")]
    [InlineData("1111", "1111", RunningClinic.Password, "among the first that anybody tries")]
    [InlineData("1234", "1234", RunningClinic.Password, "among the first that anybody tries")]
    [InlineData("9876", "9876", RunningClinic.Password, "among the first that anybody tries")]
    public async Task What_will_not_do_is_said_at_the_field(string pin, string again, string password, string sentence)
    {
        using var therapist = await clinic.Client("therapist");
        using var answer = await Choose(therapist, pin, again, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        Assert.False(Pins.Has(records, clinic.Staff["therapist"]));
    }

    private static Task<HttpResponseMessage> Choose(HttpClient client, string pin, string again, string password) =>
        RunningClinic.Post(client, "/account", "/account/pin", new() { ["pin"] = pin, ["pin-again"] = again, ["password"] = password });
}
