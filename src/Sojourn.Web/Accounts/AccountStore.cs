using Microsoft.AspNetCore.Identity;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.Accounts;

/// <summary>Accounts in one table beside the journal, for ASP.NET Core Identity.</summary>
internal sealed class AccountStore(Runner runner) : IUserPasswordStore<Account>, IUserLockoutStore<Account>, IUserSecurityStampStore<Account>
{
    private const string Table =
        """
        create table if not exists account (
          id text not null, actor text not null, email text not null, normal_email text not null, password_hash text, security_stamp text not null,
          failed_count integer not null, locked_until text,
          constraint account_key primary key (id),
          constraint account_email unique (normal_email)
        )
        """;

    private const string Save =
        """
        insert into account (id, actor, email, normal_email, password_hash, security_stamp, failed_count, locked_until)
        values (@Id, @Actor, @Email, @NormalEmail, @PasswordHash, @SecurityStamp, @FailedCount, @LockedUntil)
        on conflict (id) do update set email = excluded.email, normal_email = excluded.normal_email, password_hash = excluded.password_hash,
          security_stamp = excluded.security_stamp, failed_count = excluded.failed_count, locked_until = excluded.locked_until
        """;

    /// <summary>Makes the table where it is missing. Called once at start.</summary>
    internal static Task Prepare(Runner runner) => runner.Keep(records => records.Set(Table));

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        await runner.Keep(records => records.Set(Save, user));
        return IdentityResult.Success;
    }

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => CreateAsync(user, cancellationToken);

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await runner.Keep(records => records.Set("delete from account where id = @Id", user));
        return IdentityResult.Success;
    }

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => One("id = @it", userId);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => One("normal_email = @it", normalizedUserName);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("D"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.Email = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalEmail);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NormalEmail = normalizedName ?? "");

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedCount);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Set(() => user.FailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.FailedCount);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public void Dispose()
    {
        // Connections are given back after each question.
    }

    private Task<Account?> One(string where, string it)
    {
        using var records = runner.Read();
        return Task.FromResult(records.One<Account>($"select * from account where {where}", new { it }));
    }

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
