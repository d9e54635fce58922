using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainStaff = Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Cli.Verbs;

/// <summary>The first start of a clinic: its name and its first manager, from options or asked on the terminal.</summary>
internal static class FirstStart
{
    internal static async Task<bool> Ensure(ClinicFolder clinic, string? name, string? owner)
    {
        using (var records = clinic.Runner.Read())
        {
            if (records.Any("select 1 from clinic"))
            {
                return true;
            }
        }

        name ??= Ask("What is the clinic's name?");
        owner ??= Ask("What is the e-mail address of its first manager?");
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(owner))
        {
            Exit.Refuse(["This is the clinic's first start. Say its name and its first manager: ./sojourn serve --data DIR --clinic NAME --owner EMAIL"]);
            return false;
        }

        var manager = Guid.CreateVersion7();
        var outcome = await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.Found(name, TimeZoneInfo.Local.Id, "", "", "", IsDemo: false));
            desk.Do(StaffSlice.Slice, manager, new DomainStaff.Command.Join(owner.Split('@')[0], "Manager", owner.Split('@')[0], ["manager"], [], owner));
        });
        if (outcome is Outcome.Refused refused)
        {
            Exit.Refuse(refused.Reasons.Select(r => r.Sentence));
            return false;
        }

        return true;
    }

    private static string? Ask(string question)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Write(question + " ");
        return Console.ReadLine();
    }
}
