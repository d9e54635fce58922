using Sojourn.Clinic.Running;
using static Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Clinic.Staff.Roster;

/// <summary>Who works here, as what, with which credentials.</summary>
public sealed class Roster() : Projection("roster", version: 6)
{
    protected override void Define()
    {
        On<Event.Joined>((e, from, run) =>
        {
            run(
                "insert into staff values (@Id, @DisplayName, @Given, @Family, @Email, @Roles, 1)",
                new { from.Id, e.DisplayName, e.Given, e.Family, e.Email, Roles = Words(e.Roles) });
            At(run, from, e.Sites);
        });
        On<Event.DetailsCorrected>((e, from, run) =>
        {
            run("update staff set display_name = @DisplayName, given = @Given, family = @Family, email = @Email where id = @Id", new { from.Id, e.DisplayName, e.Given, e.Family, e.Email });
            run("delete from staff_site where staff_id = @Id", new { from.Id });
            At(run, from, e.Sites);
        });
        On<Event.RolesChanged>("update staff set roles = @Roles where id = @Id", (e, from) => new { from.Id, Roles = Words(e.Roles) });
        On<Event.CredentialRecorded>(
            """
            insert into staff_credential values (@Id, @Kind, @Number, @Issued, @Expires, @Issuer)
            on conflict (staff_id, kind) do update set number = excluded.number, issued_on = excluded.issued_on, expires_on = excluded.expires_on, issuer = excluded.issuer
            """,
            (e, from) => new { from.Id, e.Kind, e.Number, e.Issued, e.Expires, e.Issuer });
        On<Event.HoursSet>((e, from, run) =>
        {
            run("delete from staff_hours where staff_id = @Id", new { from.Id });
            foreach (var hours in e.Hours)
            {
                run("insert into staff_hours values (@Id, @Site, @Day, @From, @To)", new { from.Id, hours.Site, Day = (int)hours.Day, hours.From, hours.To });
            }
        });
        On<Event.AbsenceRecorded>(
            "insert into staff_absence values (@Absence, @Id, @Kind, @From, @To)",
            (e, from) => new { from.Id, e.Absence, Kind = Columns.Word(e.Kind), e.From, e.To });
        On<Event.AbsenceLifted>("delete from staff_absence where id = @Absence", (e, _) => e);
        On<Event.ReachSet>(
            """
            insert into staff_reach values (@Id, @Phone, @Email, @Hours)
            on conflict (staff_id) do update set phone = excluded.phone, email = excluded.email, hours = excluded.hours
            """,
            (e, from) => new { from.Id, e.Phone, e.Email, e.Hours });
        On<Event.PhotographSet>(
            """
            insert into staff_photograph values (@Id, @Hash, @Kind)
            on conflict (staff_id) do update set hash = excluded.hash, kind = excluded.kind
            """,
            (e, from) => new { from.Id, e.Photograph.Hash, e.Photograph.Kind });
        On<Event.PhotographRemoved>("delete from staff_photograph where staff_id = @Id", (_, from) => new { from.Id });
        On<Event.ProfileSet>((e, from, run) =>
        {
            run("delete from staff_profile where staff_id = @Id", new { from.Id });
            foreach (var (about, words) in (IReadOnlyList<(string, IReadOnlyList<string>)>)
                [("language", e.Profile.Languages), ("way", e.Profile.Ways), ("knows", e.Profile.Knows), ("time", e.Profile.Times), ("meets", e.Profile.Meets)])
            {
                for (var place = 0; place < words.Count; place++)
                {
                    run("insert into staff_profile values (@Id, @about, @place, @Word)", new { from.Id, about, place, Word = words[place] });
                }
            }
        });
        On<Event.OutsideNoted>(
            "insert into staff_outside values (@Id, @Profession, @Practice) on conflict (staff_id) do update set profession = excluded.profession, practice = excluded.practice",
            (e, from) => new { from.Id, e.Profession, e.Practice });
        On<Event.Left>("update staff set active = 0 where id = @Id", (_, from) => new { from.Id });
        On<Event.CameBack>("update staff set active = 1, roles = @Roles where id = @Id", (e, from) => new { from.Id, Roles = Words(e.Roles) });
    }

    private static void At(Action<string, object> run, Origin from, IReadOnlyList<Domain.Kernel.SiteId> sites)
    {
        foreach (var site in sites.Distinct())
        {
            run("insert into staff_site values (@Id, @site)", new { from.Id, site });
        }
    }

    /// <summary>Roles between spaces, so that <c>like '% nurse %'</c> finds them.</summary>
    private static string Words(IReadOnlyList<string> roles) => $" {string.Join(' ', roles)} ";
}
