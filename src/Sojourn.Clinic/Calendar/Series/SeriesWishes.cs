using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar.Series;

/// <summary>What the person and the clinic wish of a series.</summary>
/// <param name="From">The first day that will do, by the clinic's clock.</param>
/// <param name="Days">Days of the week that will do; never empty.</param>
/// <param name="NotBefore">The hour from which they can come; null for any.</param>
/// <param name="NotAfter">The hour by which they must have left; null for any.</param>
/// <param name="OwnTeam">Only those of the course's team where one is named for the role.</param>
public sealed record SeriesWishes(DateOnly From, IReadOnlyList<DayOfWeek> Days, TimeOnly? NotBefore, TimeOnly? NotAfter, bool OwnTeam)
{
    /// <summary>In a group or one to one, where the programme's medicine session can be either; null otherwise.</summary>
    public SessionFormat? Format { get; init; }
}
