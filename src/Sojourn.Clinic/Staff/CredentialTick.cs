using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Staff;

/// <summary>A credential that has ended is a task for the manager, until it is renewed or its holder has left. Looking twice does nothing more.</summary>
public sealed class CredentialTick() : Reaction("credential-renewal")
{
    internal const string Kind = "renew-credential";

    /// <summary>The clinic's own promise, not a clinical figure.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(1);

    /// <returns>How many were raised.</returns>
    public static async Task<int> Pass(Runner runner)
    {
        var raised = 0;
        foreach (var ended in Ended(runner))
        {
            raised += await runner.Run(runner.SenderFor(Actor.Sojourn), desk => Raise(desk, ended)) is Outcome.Done ? 1 : 0;
        }

        return raised;
    }

    protected override void Define()
    {
        On<StaffMember.Event.CredentialRecorded>((e, from, desk) => Settle(desk, $"settings/staff/{from.Id}/credentials/new?kind={Uri.EscapeDataString(e.Kind)}", "Renewed."));
        On<StaffMember.Event.Left>((_, from, desk) => Settle(desk, $"settings/staff/{from.Id}/credentials/new%", "They have left."));
    }

    private static void Settle(Desk desk, string place, string note)
    {
        foreach (var task in desk.Records.All<Guid>("select id from task where kind = @Kind and resource like @place and state in ('open', 'taken')", new { Kind, place }))
        {
            desk.Do(TaskSlice.Slice, task, new Chore.Command.Settle(note));
        }
    }

    private static List<(CredentialRow Row, string Name)> Ended(Runner runner)
    {
        using var records = runner.Read();
        var today = ClinicDay.In(records, runner.Now);
        return
        [
            .. StaffRecords.Credentials(records).TakeWhile(row => row.ExpiresOn < today).Where(row => TaskRecords.One(records, Id(row)) is null)
                .Select(row => (row, StaffRecords.One(records, row.StaffId.Value)!.DisplayName)),
        ];
    }

    /// <summary>Once for each end of each credential.</summary>
    private static Guid Id(CredentialRow row) => TaskSlice.Id(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{row.Kind}/{row.ExpiresOn:yyyy-MM-dd}"), row.StaffId.Value);

    private static void Raise(Desk desk, (CredentialRow Row, string Name) ended) => desk.Do(TaskSlice.Slice, Id(ended.Row), new Chore.Command.Raise(
        Kind,
        $"{char.ToUpperInvariant(ended.Row.Kind[0])}{ended.Row.Kind[1..]} of {ended.Name} ended on {ended.Row.ExpiresOn.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture)}. Record the new one, or take them out of the rota.",
        null,
        null,
        null,
        "role/manager",
        null,
        desk.At + Within,
        $"settings/staff/{ended.Row.StaffId.Value}/credentials/new?kind={Uri.EscapeDataString(ended.Row.Kind)}"));
}
