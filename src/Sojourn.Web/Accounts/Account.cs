namespace Sojourn.Web.Accounts;

/// <summary>What signs somebody in. Beside the journal, never in it.</summary>
public sealed class Account
{
    public Guid Id { get; set; }

    /// <summary>Who this is in the journal: <c>staff/…</c> or <c>person/…</c>.</summary>
    public string Actor { get; set; } = "";

    /// <summary>E-mail address, as typed at sign-in.</summary>
    public string Email { get; set; } = "";

    /// <summary>Upper-case form that is looked up.</summary>
    public string NormalEmail { get; set; } = "";

    /// <summary>PBKDF2 as ASP.NET Core Identity writes it; null until a password is set by a signed link.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password, so that old cookies end.</summary>
    public string SecurityStamp { get; set; } = "";

    public int FailedCount { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}
