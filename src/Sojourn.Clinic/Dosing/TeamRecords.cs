using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>The staff as the room needs them: names, roles, credentials.</summary>
public static class TeamRecords
{
    public static IReadOnlyList<TeamMember> Everybody(Records records)
    {
        var credentials = records.All<CredentialRow>("select staff_id, kind, expires_on from staff_credential").ToLookup(row => row.StaffId);
        return [.. records.All<StaffRow>("select id, display_name, roles from staff where active = 1 order by display_name").Select(row => new TeamMember(
            row.Id,
            row.DisplayName,
            row.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            [.. credentials[row.Id].Select(credential => new Credential(credential.Kind, credential.ExpiresOn))]))];
    }

    private sealed record StaffRow
    {
        public StaffId Id { get; init; }

        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    private sealed record CredentialRow
    {
        public StaffId StaffId { get; init; }

        public string Kind { get; init; } = "";

        public DateOnly ExpiresOn { get; init; }
    }
}
