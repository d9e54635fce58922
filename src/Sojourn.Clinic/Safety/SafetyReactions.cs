using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Safety;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Safety;

/// <summary>A deputy who is told has a task of their own, until somebody has acknowledged the case and acted.</summary>
internal sealed class SafetyReactions() : Reaction("safety-deputy")
{
    private const string Kind = "deputise-for-case";

    protected override void Define()
    {
        On<SafetyCase.Event.Escalated>((e, from, desk) =>
        {
            if (CaseRecords.One(desk.Records, from.Id) is { IsOpen: true } row)
            {
                var words = e.WasAcknowledged ? $"Nothing was done in time, act for {row.OwnerName}: {row.Reason}" : $"Nobody has acknowledged it, act for {row.OwnerName}: {row.Reason}";
                desk.Do(TaskSlice.Slice, TaskSlice.Id($"{Kind}-{from.Position}", from.Id), new Chore.Command.Raise(
                    Kind, words, row.PersonId, null, null, e.To.Value, null, from.RecordedAt, Place(from)));
            }
        });
        On<SafetyCase.Event.Acknowledged>((_, from, desk) => Settle(desk, from, "Acknowledged."));
        On<SafetyCase.Event.ActionRecorded>((_, from, desk) => Settle(desk, from, "An action was recorded."));
        On<SafetyCase.Event.Closed>((_, from, desk) => Settle(desk, from, "The case is closed."));
    }

    private static string Place(Origin from) => $"cases/{from.Id:D}";

    private static void Settle(Desk desk, Origin from, string note)
    {
        foreach (var id in desk.Records.All<Guid>("select id from task where kind = @Kind and resource = @place and state in ('open', 'taken')", new { Kind, place = Place(from) }))
        {
            desk.Do(TaskSlice.Slice, id, new Chore.Command.Settle(note));
        }
    }
}
