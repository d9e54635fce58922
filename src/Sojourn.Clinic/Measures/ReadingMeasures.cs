using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Clinic.Measures;

/// <summary>Reading what was answered.</summary>
public static class ReadingMeasures
{
    /// <summary>This one, and the plain ones before it on the same line, which whoever reads it has before their eyes.</summary>
    public static void Read(Desk desk, AssignmentId id)
    {
        var before = MeasureRecords.One(desk.Records, id.Value) is { State: "finished" } row ? MeasureRecords.UnreadBefore(desk.Records, row) : [];
        foreach (var one in before.Append(id))
        {
            desk.Do(MeasureSlice.Slice, one.Value, new Measure.Command.Read(desk.At));
        }
    }
}
