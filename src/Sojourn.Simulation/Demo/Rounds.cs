using Sojourn.Clinic.Measures;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Simulation.Demo;

/// <summary>What the staff do every working day, whoever comes: twice a day what was answered is read.</summary>
internal sealed class Rounds(World world, DateOnly from, DateOnly today)
{
    internal async IAsyncEnumerable<DateTimeOffset> Lived()
    {
        for (var day = from; day <= today; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            yield return World.At(day, 8, 40);
            await Read();
            yield return World.At(day, 16, 40);
            await Read();
        }
    }

    private async Task Read()
    {
        IReadOnlyList<Unread> unread;
        using (var records = world.Runner.Read())
        {
            unread = records.All<Unread>(
                "select m.id, c.therapist_id from measure m join course c on c.id = m.course_id where m.state = 'finished' and m.read_at is null and c.therapist_id is not null order by m.finished_at, m.id");
        }

        foreach (var mine in unread.GroupBy(row => row.TherapistId))
        {
            await world.As(mine.Key, desk =>
            {
                foreach (var row in mine)
                {
                    desk.Do(MeasureSlice.Slice, row.Id, new Measure.Command.Read(world.Now));
                }
            });
        }
    }

    private sealed record Unread
    {
        public Guid Id { get; init; }

        public StaffId TherapistId { get; init; }
    }
}
