using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Plans;

/// <summary>Asks the roster whether somebody works here as something, today.</summary>
internal static class WorksHere
{
    /// <param name="role">See <see cref="Domain.Programmes.Roles"/>.</param>
    internal static bool As(string role, Records records, StaffId id) =>
        records.Any("select 1 from staff where id = @id and active = 1 and roles like @like", new { id, like = $"% {role} %" });
}
