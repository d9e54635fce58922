using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>Time passing in the rooms: what has become overdue or is missing calls somebody, what nobody answered calls the deputy. Nothing is written where nothing has changed.</summary>
public static class RoomTick
{
    /// <returns>In how many rooms something was recorded.</returns>
    public static async Task<int> Pass(Runner runner)
    {
        var raised = 0;
        foreach (var session in Due(runner))
        {
            await runner.Run(runner.SenderFor(Actor.Sojourn), desk =>
            {
                if (RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At) is { } facts && desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.LookAgain(desk.At, facts.Look)))
                {
                    raised++;
                }
            });
        }

        return raised;
    }

    private static List<Guid> Due(Runner runner)
    {
        using var records = runner.Read();
        return [.. records.All<Guid>(Sql.Of(typeof(RoomTick), "rooms-to-look-at.sql")).Where(session => Changes(runner, records, session))];
    }

    private static bool Changes(Runner runner, Records records, Guid session) =>
        RoomFacts.Of(records, runner.Programmes, session, runner.Now) is { } facts
        && MedicineSession.Decide(new MedicineSession.Command.LookAgain(runner.Now, facts.Look), RoomRecord.Of(records, session).State) is Decision<MedicineSession.Event>.Accepted { Events.Count: > 0 };
}
