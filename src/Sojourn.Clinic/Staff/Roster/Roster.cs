using Sojourn.Clinic.Running;
using static Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Clinic.Staff.Roster;

/// <summary>Who works here, as what, with which credentials.</summary>
public sealed class Roster() : Projection("roster", version: 1)
{
    protected override void Define()
    {
        On<Event.Joined>((e, from, run) =>
        {
            run(
                "insert into staff values (@Id, @DisplayName, @Given, @Family, @Email, @Roles, 1)",
                new { from.Id, e.DisplayName, e.Given, e.Family, e.Email, Roles = Words(e.Roles) });
            foreach (var site in e.Sites)
            {
                run("insert into staff_site values (@Id, @site)", new { from.Id, site });
            }
        });
        On<Event.RolesChanged>("update staff set roles = @Roles where id = @Id", (e, from) => new { from.Id, Roles = Words(e.Roles) });
        On<Event.CredentialRecorded>(
            """
            insert into staff_credential values (@Id, @Kind, @Number, @Issued, @Expires)
            on conflict (staff_id, kind) do update set number = excluded.number, issued_on = excluded.issued_on, expires_on = excluded.expires_on
            """,
            (e, from) => new { from.Id, e.Kind, e.Number, e.Issued, e.Expires });
        On<Event.Left>("update staff set active = 0 where id = @Id", (_, from) => new { from.Id });
    }

    /// <summary>Roles between spaces, so that <c>like '% nurse %'</c> finds them.</summary>
    private static string Words(IReadOnlyList<string> roles) => $" {string.Join(' ', roles)} ";
}
