using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Safety;

/// <summary>What happens because time has passed and nobody did anything: a late case goes to its deputy, a questionnaire closes.</summary>
public static class Clocks
{
    /// <summary>Looks once. Looking twice does nothing more, whoever looks.</summary>
    public static async Task Look(Runner runner)
    {
        var now = runner.Now;
        var (late, over) = WhatIsDue(runner, now);
        foreach (var id in late)
        {
            await runner.Run(runner.SenderFor(Actor.Sojourn), CaseSlice.Slice, id.Value, new Domain.Safety.SafetyCase.Command.Escalate(now));
        }

        foreach (var id in over)
        {
            await runner.Run(runner.SenderFor(Actor.Sojourn), MeasureSlice.Slice, id.Value, new Domain.Measures.Measure.Command.Lapse(now));
        }
    }

    private static (IReadOnlyList<Domain.Kernel.CaseId> Late, IReadOnlyList<Domain.Kernel.AssignmentId> Over) WhatIsDue(Runner runner, DateTimeOffset now)
    {
        using var records = runner.Read();
        return (CaseRecords.Late(records, now), MeasureRecords.Over(records, now));
    }
}
