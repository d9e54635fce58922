using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Publishing;
using Sojourn.Domain.Staff;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Publishing;

/// <summary>Whoever leads a programme and leaves is followed by somebody: the manager is asked to name them.</summary>
internal sealed class LeadsLeaving() : Reaction("leads-leaving")
{
    internal const string Kind = "name-lead";

    /// <summary>The clinic's own promise, not a clinical figure.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(2);

    protected override void Define()
    {
        On<StaffMember.Event.Left>((_, from, desk) => Ask(desk, from));
        On<StaffMember.Event.RolesChanged>((_, from, desk) => Ask(desk, from));
        On<ProgrammeVersions.Event.LeadsNamed>((e, from, desk) =>
        {
            foreach (var task in desk.Records.All<Guid>("select id from task where kind = @Kind and resource = @Resource and state in ('open', 'taken')", new { Kind, Resource = Place(e.Programme) }))
            {
                desk.Do(TaskSlice.Slice, task, new Chore.Command.Settle("Named."));
            }
        });
    }

    private static string Place(string programme) => $"programmes/{programme}#leads";

    private static void Ask(Desk desk, Origin from)
    {
        var lost = desk.Records.All<string>(
            "select distinct l.programme_id from programme_lead l join staff s on s.id = l.staff_id where l.staff_id = @Id and not (s.active = 1 and s.roles like '% ' || l.role || ' %')", new { from.Id });
        var name = desk.Records.Value<string>("select display_name from staff where id = @Id", new { from.Id });
        foreach (var programme in lost)
        {
            desk.Do(TaskSlice.Slice, TaskSlice.Id($"{Kind}/{programme}/{from.Position}", from.Id), new Chore.Command.Raise(
                Kind,
                $"{name} led “{desk.Programmes.Find(programme)?.Title ?? programme}” and does so no longer: name who follows. Until then the public page does not show it.",
                null,
                null,
                null,
                "role/manager",
                null,
                from.RecordedAt + Within,
                Place(programme)));
        }
    }
}
