using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sojourn.Web.Tests.Forms;

/// <summary>A body that is too large, torn, or of too many fields is answered in words, never with “something broke”.</summary>
public sealed class SendingWhatIsNoForm(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Urlencoded = "application/x-www-form-urlencoded";

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_the_limit()
    {
        var (status, page) = await Send(new ByteArrayContent(new byte[65 * 1024 * 1024]), Urlencoded);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("This is too large to be taken: send at most 64 MB.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_fields_are_no_form()
    {
        var (status, page) = await Send(new StringContent(string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"f{i}=1")), Encoding.ASCII), Urlencoded);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("nothing was recorded", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_upload_is_no_form()
    {
        var (status, page) = await Send(new StringContent("--part\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nhalf", Encoding.ASCII), "multipart/form-data; boundary=part");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("nothing was recorded", page, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> Send(HttpContent content, string type)
    {
        using var visitor = new HttpClient { BaseAddress = clinic.Address };
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = content, Headers = { ExpectContinue = true } };
        using var answer = await visitor.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
