using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Web.Accounts;

namespace Sojourn.Web.Start;

/// <summary>How the first manager of a clinic gets in: by a link that whoever starts the clinic reads on the terminal.</summary>
public static class FirstStart
{
    internal const string Place = "/start";

    /// <summary>Days that the link is good for. Each start prints a new one until a manager can sign in. Source: clinic default.</summary>
    private const int Days = 1;

    /// <summary>The path of the link: to set the clinic up, or for its manager to choose a password. Null once a manager can sign in.</summary>
    public static async Task<string?> Link(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var runner = scope.ServiceProvider.GetRequiredService<Runner>();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts.Accounts>();
        using var records = runner.Read();
        if (PlaceRecords.Clinic(records) is null)
        {
            return scope.ServiceProvider.GetRequiredService<SignedLinks>().Make(new SignedLink(Actor.Sojourn, Place, runner.Now.AddDays(Days)));
        }

        var managers = StaffRecords.All(records).Where(row => row.Active && row.RoleList.Contains("manager")).ToList();
        foreach (var manager in managers)
        {
            if (await accounts.CanSignIn(Actor.Staff(manager.Id)))
            {
                return null;
            }
        }

        return managers.Count > 0 ? await accounts.PasswordLink(Actor.Staff(managers[0].Id)) : null;
    }
}
