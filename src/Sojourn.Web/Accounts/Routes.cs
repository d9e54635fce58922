using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Calendar;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Accounts;

internal sealed class AccountRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/sign-in", Permission.Public, x => Show(x, Form.With(("next", x.Query("next")))));
        routes.Post("/sign-in", Permission.Public, SignIn);
        routes.Post("/sign-out", Permission.Public, SignOut);
        routes.Get("/link/{token}", Permission.Public, Open);
        routes.Get("/password", Permission.SignedIn, async x => await IsUsed(x) ? Ended(x) : x.Page<PasswordPage>(Form.Fresh));
        routes.Post("/password", Permission.SignedIn, SetPassword);
        routes.Get("/account", Permission.SignedIn, x => ShowAccount(x, Form.Fresh));
        routes.Post("/account/pin", Permission.SignedIn, SetPin);
        routes.Get("/people/{id}/way-in", Permission.RegisterPeople, WayIn);
    }

    private static IResult Show(Exchange x, Form form) => x.Page<SignInPage>(new SignInPage.View(form, DemoLogins(x)), form.HasProblem ? 422 : 200);

    private static async Task<IResult> SignIn(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var email = f.Text("email", "Write your e-mail address.", 200);
        var password = f.Text("password", "Write your password.", 200);
        if (f.Faults.Count == 0 && await x.Service<Accounts>().SignIn(email, password) is { } wrong)
        {
            f.Fault("email", wrong);
        }

        return f.Faults.Count > 0
            ? Show(x, new Form(x.Fields.Values, f.Faults, []))
            : x.To(x.Fields["next"] is { } next && next.StartsWith('/') && !next.StartsWith("//", StringComparison.Ordinal) && !next.StartsWith("/\\", StringComparison.Ordinal) ? next : "/home");
    }

    private static async Task<IResult> SignOut(Exchange x)
    {
        await x.Service<Accounts>().SignOut();
        return x.To("/");
    }

    /// <summary>A signed link opens its one place, as its one actor; nothing else.</summary>
    private static async Task<IResult> Open(Exchange x)
    {
        if (x.Service<SignedLinks>().Read(x.Http.Request.RouteValues["token"]?.ToString() ?? "") is not { } link)
        {
            return Ended(x);
        }

        if (link.Mark.Length > 0 && link.Mark != await x.Service<Accounts>().MarkOf(link.Actor))
        {
            return Ended(x);
        }

        var identity = new ClaimsIdentity(
            [new Claim(WhoReader.ActorClaim, link.Actor.Text), new Claim(WhoReader.OnlyClaim, link.Place), new Claim(MarkClaim, link.Mark)], IdentityConstants.ApplicationScheme);
        await x.Http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = x.Now.AddHours(2) });
        return x.To(link.Place);
    }

    /// <summary>The claim of a link that is good once: how the account stood when it was made.</summary>
    private const string MarkClaim = "sojourn:mark";

    private static IResult Ended(Exchange x) => x.Missing("This link has ended, was used already, or was cut short on its way. Ask the clinic for a new one; nothing is lost.");

    /// <summary>Whoever came by a link that somebody has used since.</summary>
    private static async Task<bool> IsUsed(Exchange x) =>
        x.Http.User.FindFirstValue(MarkClaim) is { Length: > 0 } mark && mark != await x.Service<Accounts>().MarkOf(x.Who.Actor);

    private static async Task<IResult> SetPassword(Exchange x)
    {
        if (await IsUsed(x))
        {
            return Ended(x);
        }

        var f = new FieldReader(x.Fields);
        var password = f.Text("password", "Choose a password of at least ten characters.", 200);
        var email = x.Who.IsStaff
            ? x.Records.Value<string>("select email from staff where id = @id", new { id = x.Who.Staff })
            : x.Records.Value<string>("select email from person where id = @id", new { id = x.Who.Person });
        if (string.IsNullOrEmpty(email))
        {
            f.Fault("password", "The clinic has no e-mail address of yours. Ask at the front desk to add one first.");
        }

        if (f.Faults.Count == 0 && await x.Service<Accounts>().SetPassword(x.Who.Actor, email!, password) is { } reasons)
        {
            f.Fault("password", string.Join(" ", reasons));
        }

        if (f.Faults.Count > 0)
        {
            return x.Page<PasswordPage>(new Form(Fields.None.Values, f.Faults, []), 422);
        }

        await x.Service<Accounts>().Enter(x.Who.Actor);
        return x.To("/home");
    }

    private static string? FeedOf(Exchange x) => (x.Who.Actor.StaffId, x.Who.Actor.PersonId) switch
    {
        ({ } staff, _) => FeedRoutes.Address(x, "staff", staff.Value),
        (_, { } person) => FeedRoutes.Address(x, "person", person.Value),
        _ => null,
    };

    private static IResult ShowAccount(Exchange x, Form form) => x.Page<AccountPage>(
        new AccountPage.View(x.Who.Name, x.Who.IsStaff, x.Who.IsStaff && Pins.Has(x.Records, x.Who.Staff), FeedOf(x), form), form.HasProblem ? 422 : 200);

    private static async Task<IResult> SetPin(Exchange x)
    {
        if (!x.Who.IsStaff)
        {
            return x.Missing("Only staff have a PIN.");
        }

        var f = new FieldReader(x.Fields);
        var pin = f.Text("pin", $"Choose a PIN of {Pins.Shortest} to {Pins.Longest} figures.", 40);
        var password = f.Text("password", "Type your password, so that nobody else sets your PIN.", 200);
        if (pin.Length > 0 && x.Fields["pin-again"] != pin)
        {
            f.Fault("pin-again", "The two PINs differ. Type both again.");
        }

        if (f.Faults.Count == 0 && await x.Service<Accounts>().Confirm(x.Http.User, password) is { } wrong)
        {
            f.Fault("password", wrong);
        }

        if (f.Faults.Count == 0 && await x.Service<Pins>().Set(x.Who.Staff, pin) is { } why)
        {
            f.Fault("pin", why);
        }

        return f.Faults.Count > 0 ? ShowAccount(x, Form.Back(Fields.None, f.Faults, [])) : x.To("/account");
    }

    /// <summary>A link to choose a password with, for a patient who has none or has forgotten it.</summary>
    private static async Task<IResult> WayIn(Exchange x)
    {
        if (PeopleRecords.One(x.Records, x.Id()) is not { } person)
        {
            return x.Missing("Nobody is registered under this link. Search for the person.");
        }

        var link = person.Email is null
            ? null
            : $"{x.Http.Request.Scheme}://{x.Http.Request.Host}{await x.Service<Accounts>().PasswordLink(Actor.Person(person.Id))}";
        return x.Page<WayInPage>(new WayInPage.View(person.Id.Value, person.Given, person.Family, person.Email, link, x.Now.AddDays(Accounts.PasswordLinkDays)));
    }

    /// <summary>In a demo the sign-in page offers everybody who can sign in; their password is said beside it.</summary>
    private static IReadOnlyList<DemoLogin> DemoLogins(Exchange x) =>
        x.Records.Any("select 1 from clinic where is_demo = 1")
            ? x.Records.All<DemoLogin>(
                """
                select account.email, coalesce(staff.display_name, person.given || ' ' || person.family) as name, coalesce(trim(staff.roles), 'patient') as role
                from account
                left join staff on account.actor = 'staff/' || staff.id
                left join person on account.actor = 'person/' || person.id
                order by staff.id is null, account.rowid
                """)
            : [];
}

/// <summary>One ready-made login of the demo clinic.</summary>
public sealed record DemoLogin
{
    public string Email { get; init; } = "";

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";
}
