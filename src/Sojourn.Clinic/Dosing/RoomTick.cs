using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>Time passing in the rooms: what has become overdue calls somebody. Nothing is written where nothing has changed.</summary>
public static class RoomTick
{
    /// <returns>How many rooms raised something.</returns>
    public static async Task<int> Pass(Runner runner)
    {
        var raised = 0;
        foreach (var session in Due(runner))
        {
            await runner.Run(runner.SenderFor(Actor.Sojourn), desk =>
            {
                if (RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At) is { } facts && desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.LookAgain(desk.At, facts.Watch)))
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
        return [.. records.All<Guid>("select session_id from medicine_session where state = 'dosed'").Where(session => Changes(runner, records, session))];
    }

    private static bool Changes(Runner runner, Records records, Guid session) =>
        RoomFacts.Of(records, runner.Programmes, session, runner.Now) is { } facts
        && MedicineSession.Decide(new MedicineSession.Command.LookAgain(runner.Now, facts.Watch), RoomRecord.Of(records, session).State) is Decision<MedicineSession.Event>.Accepted { Events.Count: > 0 };
}
