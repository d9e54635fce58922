using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Web.Design;

namespace Sojourn.Web.Boosters;

/// <summary>When a booster may be, and whether it has its day.</summary>
internal static class BoosterWords
{
    /// <summary>"between 1-Dec-2026 and 4-Dec-2026", or "from 1-Dec-2026 on" where the step's usual time has gone by.</summary>
    public static string When(BoosterRow row) =>
        row.EarliestOn < row.LatestOn ? $"between {Words.Date(row.EarliestOn)} and {Words.Date(row.LatestOn)}" : $"from {Words.Date(row.EarliestOn)} on";

    /// <summary>The medicine session that was booked for it; null while there is none.</summary>
    public static SessionRow? Booked(Records records, Guid course, BoosterSheet sheet) => sheet.Current is { Row.State: "agreed" } agreed
        ? SessionRecords.OfCourse(records, course).FirstOrDefault(visit => visit is { IsMedicine: true, State: "booked" or "arrived" or "running" } && visit.FromAt >= agreed.Row.ProposedAt)
        : null;
}
