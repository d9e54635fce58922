using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>The monitor that watches a session; of several the one that spoke last.</summary>
internal static class BoundMonitor
{
    /// <returns>Null while none is bound.</returns>
    internal static MonitorBound? Of(Records records, SessionId session) =>
        records.One<Row>(Sql.Of(typeof(BoundMonitor), "bound-monitor.sql"), new { session }) is { } row ? new(row.BoundAt, row.ChartEvery, row.LastAt, row.LastOxygenAt) : null;

    private sealed record Row
    {
        public DateTimeOffset BoundAt { get; init; }

        public int ChartEvery { get; init; }

        public DateTimeOffset? LastAt { get; init; }

        public DateTimeOffset? LastOxygenAt { get; init; }
    }
}
