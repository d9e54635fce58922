using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.Accounts;

/// <summary>What a signed link is good for: one actor, one place, until an hour.</summary>
/// <param name="Actor">As whom it opens.</param>
/// <param name="Place">The one path it opens, with all below it: <c>/my/check-in/ID</c>.</param>
/// <param name="Until">After this it opens nothing.</param>
/// <param name="Mark">How the account stood when the link was made: once it stands otherwise, because a password was set, the link opens nothing. Empty for a link that may be used again.</param>
public sealed record SignedLink(Actor Actor, string Place, DateTimeOffset Until, string Mark = "");

/// <summary>Signed one-purpose links: no password, no table; signed with the clinic's own keys.</summary>
public sealed class SignedLinks(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("sojourn.link.v1");

    /// <summary>The path to send: <c>/link/…</c>.</summary>
    public string Make(SignedLink link) =>
        "/link/" + protector.Protect(string.Join('\n', link.Actor.Text, link.Place, link.Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), link.Mark));

    /// <summary>Null when it was not made here, was changed, or is too old.</summary>
    public SignedLink? Read(string token)
    {
        try
        {
            return protector.Unprotect(token).Split('\n') is [var actor, var place, var until, .. var rest]
                && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) is var end
                && end > time.GetUtcNow()
                ? new SignedLink(Actor.Read(actor), place, end, rest is [var mark] ? mark : "")
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
