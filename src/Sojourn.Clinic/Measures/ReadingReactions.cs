using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Measures;

/// <summary>What must be read before the next decision is a task of its reader; plain answers wait in the list of measures, with the same clock.</summary>
internal sealed class ReadingReactions() : Reaction("measures-to-read")
{
    internal const string Kind = "read-answers";

    protected override void Define()
    {
        On<Measure.Event.Finished>((e, from, desk) =>
        {
            if (e.Flags.Any(flag => flag.Level != FlagLevel.Note) && MeasureRecords.One(desk.Records, from.Id) is { ReadAt: null } row)
            {
                var title = desk.Instruments.Find(row.InstrumentId)?.Title ?? row.InstrumentId;
                desk.Do(TaskSlice.Slice, TaskSlice.Id(Kind, from.Id), new Chore.Command.Raise(
                    Kind, $"Read the answers: {title}", row.PersonId, row.CourseId, row.SessionId, row.Reader, Deputy(row.Reader), e.ReadBy, $"measures/{from.Id:D}"));
            }
        });
        On<Measure.Event.Read>((_, from, desk) =>
        {
            var id = TaskSlice.Id(Kind, from.Id);
            if (TaskRecords.One(desk.Records, id) is not null)
            {
                desk.Do(TaskSlice.Slice, id, new Chore.Command.Settle("Read."));
            }
        });
    }

    /// <summary>Whoever else may read a record and is not the role that reads first.</summary>
    private static string Deputy(string reader) => new Owner(reader).Role == "therapist" ? "role/prescriber" : "role/therapist";
}
