using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Running;
using Sojourn.Web.Hosting;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Accounts;

/// <summary>Signing in with e-mail and password, on ASP.NET Core Identity. Five wrong passwords shut the account for a quarter of an hour.</summary>
public sealed class Accounts(UserManager<Account> users, SignInManager<Account> signIn, Runner runner, SignedLinks links)
{
    /// <summary>Null when it worked; else what to say.</summary>
    public async Task<string?> SignIn(string email, string password)
    {
        var result = await signIn.PasswordSignInAsync(email, password, isPersistent: false, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => null,
            { IsLockedOut: true } => "Too many wrong passwords. Wait a quarter of an hour, or ask for a new link at the clinic.",
            _ => "That e-mail address and password do not belong together. Check both and try again.",
        };
    }

    /// <summary>The password of whoever is signed in, asked once more. Null when it is right; else what to say.</summary>
    public async Task<string?> Confirm(ClaimsPrincipal who, string password)
    {
        if (await users.GetUserAsync(who) is not { } account)
        {
            return "Sign in with your password first.";
        }

        return await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true) switch
        {
            { Succeeded: true } => null,
            { IsLockedOut: true } => "Too many wrong passwords. Wait a quarter of an hour.",
            _ => "This is not your password. Type it again.",
        };
    }

    public Task SignOut() => signIn.SignOutAsync();

    /// <summary>Makes an account, or gives one a new password. Null when it worked; else every reason why the password will not do.</summary>
    public async Task<IReadOnlyList<string>?> SetPassword(Actor actor, string email, string password)
    {
        var account = await Of(actor);
        if (await users.FindByNameAsync(email) is { } other && other.Id != account?.Id)
        {
            return ["Somebody else signs in with this e-mail address. Ask a manager to look at it."];
        }

        IdentityResult result;
        if (account is null)
        {
            result = await users.CreateAsync(new Account { Id = Guid.CreateVersion7(), Actor = actor.Text, Email = email }, password);
        }
        else if (await Faults(account, password) is { Succeeded: false } faults)
        {
            result = faults;
        }
        else
        {
            await users.SetUserNameAsync(account, email);
            await users.SetLockoutEndDateAsync(account, null);
            await users.RemovePasswordAsync(account);
            result = await users.AddPasswordAsync(account, password);
        }

        return result.Succeeded ? null : [.. result.Errors.Select(e => e.Description)];
    }

    /// <summary>Every reason why a password will not do, before anything else is recorded; null when it will.</summary>
    public async Task<IReadOnlyList<string>?> WillNotDo(string password) =>
        await Faults(new Account(), password) is { Succeeded: false } result ? [.. result.Errors.Select(e => e.Description)] : null;

    /// <summary>Signs in whoever has just set a password.</summary>
    public async Task Enter(Actor actor)
    {
        if (await Of(actor) is { } account)
        {
            await signIn.SignInAsync(account, isPersistent: false);
        }
    }

    /// <summary>The address to sign in with follows the one on the staff list.</summary>
    public async Task Readdress(Actor actor, string email)
    {
        if (await Of(actor) is { } account && !string.Equals(account.Email, email, StringComparison.Ordinal))
        {
            await users.SetUserNameAsync(account, email);
        }
    }

    /// <summary>True once a password was set.</summary>
    public async Task<bool> CanSignIn(Actor actor) => (await Of(actor))?.PasswordHash is not null;

    /// <summary>A link on which this actor sets a password, good for <see cref="PasswordLinkDays"/> days and until it is used.</summary>
    public async Task<string> PasswordLink(Actor actor) => links.Make(new SignedLink(actor, "/password", runner.Now.AddDays(PasswordLinkDays), await MarkOf(actor)));

    /// <summary>How the account stands now: another word after every change of the password.</summary>
    public async Task<string> MarkOf(Actor actor) => (await Of(actor))?.SecurityStamp is { Length: > 0 } stamp ? stamp : "new";

    /// <summary>Days. Long enough for a new colleague's first week. Source: clinic default.</summary>
    public const int PasswordLinkDays = 7;

    private async Task<Account?> Of(Actor actor)
    {
        using var records = runner.Read();
        return records.Value<string>("select id from account where actor = @Text", new { actor.Text }) is { } id ? await users.FindByIdAsync(id) : null;
    }

    private async Task<IdentityResult> Faults(Account account, string password)
    {
        var faults = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, account, password)).Errors);
        }

        return faults.Count > 0 ? IdentityResult.Failed([.. faults]) : IdentityResult.Success;
    }

    internal sealed class Claims : IUserClaimsPrincipalFactory<Account>
    {
        public Task<ClaimsPrincipal> CreateAsync(Account user) =>
            Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, user.Id.ToString("D")),
                    new Claim(ClaimTypes.Name, user.Email),
                    new Claim(WhoReader.ActorClaim, user.Actor),
                    new Claim("AspNet.Identity.SecurityStamp", user.SecurityStamp),
                ],
                IdentityConstants.ApplicationScheme)));
    }

    internal sealed class Services : ISliceServices
    {
        public static void Add(IServiceCollection services)
        {
            services.AddIdentityCore<Account>(o =>
                {
                    o.User.AllowedUserNameCharacters = "";
                    o.Password.RequiredLength = 10;
                    o.Password.RequireDigit = false;
                    o.Password.RequireLowercase = false;
                    o.Password.RequireUppercase = false;
                    o.Password.RequireNonAlphanumeric = false;
                    o.Password.RequiredUniqueChars = 4;
                    o.Lockout.MaxFailedAccessAttempts = 5;
                    o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                })
                .AddSignInManager()
                .AddUserStore<AccountStore>()
                .AddClaimsPrincipalFactory<Claims>();
            services.AddScoped<Accounts>();
            services.AddScoped<Pins>();
            services.AddSingleton<SignedLinks>();
        }
    }
}
