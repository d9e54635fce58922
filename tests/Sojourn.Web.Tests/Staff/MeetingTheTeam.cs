using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.Staff;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Staff;

/// <summary>R-31: a patient sees who is there for them, with a face, and how to reach each.</summary>
public sealed class MeetingTheTeam(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private string Member(string role) => $"/settings/staff/{clinic.Staff[role].Value}";

    [Fact]
    public async Task The_patient_sees_name_role_photograph_and_how_to_reach_each_of_the_team()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var manager = await clinic.Client("manager");
        using var phone = await patient.OnPhone();
        Assert.Equal(HttpStatusCode.SeeOther, (await Upload(manager, "therapist", Png)).Status);
        var reach = await RunningClinic.Post(manager, $"{Member("therapist")}/reach", $"{Member("therapist")}/reach", new() { ["phone"] = "555 0177", ["email"] = "see@test.example", ["hours"] = "Mondays 9 to 12" });
        Assert.Equal(HttpStatusCode.SeeOther, reach.StatusCode);

        var hash = Hash("therapist");
        foreach (var place in new[] { "/my", "/my/plan" })
        {
            var page = WebUtility.HtmlDecode(await phone.GetStringAsync(place, Now));
            Assert.Contains("Test therapist", page, StringComparison.Ordinal);
            Assert.Contains($"src=\"/photographs/{hash}\"", page, StringComparison.Ordinal);
            Assert.Contains("tel:5550177", page, StringComparison.Ordinal);
            Assert.Contains("mailto:see@test.example", page, StringComparison.Ordinal);
            Assert.Contains("Mondays 9 to 12", page, StringComparison.Ordinal);
            Assert.Contains(">Tn</span>", page, StringComparison.OrdinalIgnoreCase); // the nurse has no photograph
            Assert.Contains("through the clinic: <a href=\"tel:555-0100\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("nurse@test.example", page, StringComparison.Ordinal); // with it she signs in
        }

        using var face = await phone.GetAsync($"/photographs/{hash}", Now);
        Assert.Equal(("image/png", HttpStatusCode.OK), (face.Content.Headers.ContentType!.MediaType, face.StatusCode));
        using var visitor = await clinic.Client();
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.GetAsync($"/photographs/{hash}", Now)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_comes_back_with_a_sentence()
    {
        using var manager = await clinic.Client("manager");
        Assert.Contains("This is not a JPEG, PNG or WebP picture.", (await Upload(manager, "nurse", "<svg onload=alert(1)>"u8.ToArray())).Page, StringComparison.Ordinal);
        Assert.Contains("This picture ends before it should.", (await Upload(manager, "nurse", Png[..^20])).Page, StringComparison.Ordinal);
        Assert.Contains("larger than 2 MB", (await Upload(manager, "nurse", new byte[PhotographFolder.LargestFile + 1])).Page, StringComparison.Ordinal);
        Assert.Contains("Choose a picture", (await Upload(manager, "nurse", null)).Page, StringComparison.Ordinal);
        Assert.Null(Hash("nurse"));
        using var nurse = await clinic.Client("nurse");
        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.GetAsync($"{Member("nurse")}/photograph", Now)).StatusCode);
    }

    [Fact]
    public async Task A_photograph_that_is_taken_away_is_gone()
    {
        using var manager = await clinic.Client("manager");
        await Upload(manager, "prescriber", [.. Png, 0]); // not whole at its end
        Assert.Null(Hash("prescriber"));
        await Upload(manager, "prescriber", Jpeg(turned: 1));
        Assert.Equal(-1, (await manager.GetByteArrayAsync($"/photographs/{Hash("prescriber")}", Now)).AsSpan().IndexOf("53.5461"u8));
        await Upload(manager, "prescriber", Jpeg(turned: 6));
        var hash = Hash("prescriber")!;
        using var face = await manager.GetAsync($"/photographs/{hash}", Now);
        var bytes = await face.Content.ReadAsByteArrayAsync(Now);
        Assert.Equal("image/jpeg", face.Content.Headers.ContentType!.MediaType);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("53.5461"u8)); // where the camera was
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06])); // which way up

        var gone = await RunningClinic.Post(manager, $"{Member("prescriber")}/photograph", $"{Member("prescriber")}/photograph/removal", []);
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/photographs/{hash}", Now)).StatusCode);
    }

    /// <summary>The frame of a JPEG with notes that say where it was taken and that it lies on its side.</summary>
    private static byte[] Jpeg(byte turned)
    {
        byte[] notes = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0, 0, 0, 0, .. "53.5461 N"u8];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(notes.Length + 2), .. notes, 0xFF, 0xDB, 0, 3, 1, 0xFF, 0xDA, 0, 2, 7, 7, 0xFF, 0xD9];
    }

    private string? Hash(string role)
    {
        using var records = clinic.Runner.Read();
        return TeamCards.Photograph(records, clinic.Staff[role].Value)?.Hash;
    }

    private async Task<(HttpStatusCode Status, string Page)> Upload(HttpClient client, string role, byte[]? file)
    {
        var place = $"{Member(role)}/photograph";
        var html = await client.GetStringAsync(place);
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        using var form = new MultipartFormDataContent { { new StringContent(WebUtility.HtmlDecode(token)), "__RequestVerificationToken" } };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "file", "face.jpg");
        }

        using var answer = await client.PostAsync(place, form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
