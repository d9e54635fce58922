using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;

namespace Sojourn.Cli.Verbs;

/// <summary>The first start of a clinic: its name and its first manager from options, or a link on which they are given.</summary>
internal static class FirstStart
{
    internal static async Task<bool> Ensure(ClinicFolder clinic, string? name, string? owner, string? preset = null)
    {
        using (var records = clinic.Runner.Read())
        {
            if (records.Any("select 1 from clinic"))
            {
                return true;
            }
        }

        if (name is null && owner is null)
        {
            return true;
        }

        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(owner))
        {
            Exit.Refuse(["Say both the clinic's name and its first manager, --clinic NAME --owner EMAIL, or neither: a link to set it up is printed then."]);
            return false;
        }

        var manager = Guid.CreateVersion7();
        var outcome = await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            Founding.Found(desk, manager, name, TimeZoneInfo.Local.Id, (owner.Split('@')[0], "Manager", owner.Split('@')[0], owner), preset, []);
        });
        if (outcome is Outcome.Refused refused)
        {
            Exit.Refuse(refused.Reasons.Select(r => r.Sentence));
            return false;
        }

        return true;
    }

    /// <summary>Until a manager can sign in, each start prints one link for whoever reads the terminal.</summary>
    internal static async Task SayLink(IServiceProvider services, string address)
    {
        if (await Web.Start.FirstStart.Link(services) is { } link)
        {
            Console.WriteLine("Nobody can sign in yet. Open this link to set up the clinic's first manager; it is good once, and each start prints a new one until then:");
            Console.WriteLine(address.TrimEnd('/') + link);
        }
    }
}
