using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.Accounts;

/// <summary>What a signed link is good for: one actor, one place, until an hour.</summary>
/// <param name="Actor">As whom it opens.</param>
/// <param name="Place">The one path it opens, with all below it: <c>/my/check-in/ID</c>.</param>
/// <param name="Until">After this it opens nothing.</param>
public sealed record SignedLink(Actor Actor, string Place, DateTimeOffset Until);

/// <summary>Signed one-purpose links: no password, no table; signed with the clinic's own keys.</summary>
public sealed class SignedLinks(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("sojourn.link.v1");

    /// <summary>The path to send: <c>/link/…</c>.</summary>
    public string Make(SignedLink link) =>
        "/link/" + protector.Protect(string.Join('\n', link.Actor.Text, link.Place, link.Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null when it was not made here, was changed, or is too old.</summary>
    public SignedLink? Read(string token)
    {
        try
        {
            return protector.Unprotect(token).Split('\n') is [var actor, var place, var until]
                && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) is var end
                && end > time.GetUtcNow()
                ? new SignedLink(Actor.Read(actor), place, end)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
