using System.Text.Json;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Publishing.ProgrammeVersions;

namespace Sojourn.Clinic.Publishing.VersionShelf;

/// <summary>Every programme's draft, versions and pilots.</summary>
public sealed class VersionShelf() : Projection("programme-versions", version: 2)
{
    private const string Known = "insert into programme_version (stream, version) values (@Id, @Version) on conflict do nothing";

    protected override void Define()
    {
        On<Event.DraftSaved>((e, from, run) =>
        {
            run("delete from programme_approval where stream = @Id", new { from.Id });
            run("delete from programme_draft where stream = @Id", new { from.Id });
            run("insert into programme_draft values (@Id, @Programme, @Text, @RecordedAt, @By)", new { from.Id, e.Programme, e.Text, from.RecordedAt, By = from.Actor.Text });
        });
        On<Event.DraftDropped>((_, from, run) => Forget(from, run));
        On<Event.LeadsNamed>((e, from, run) =>
        {
            run("delete from programme_lead where stream = @Id", new { from.Id });
            foreach (var (role, staff) in new[] { (Roles.Therapist, e.Therapy), (Roles.Prescriber, e.Medical) }.Where(one => one.Item2 is not null))
            {
                run("insert into programme_lead values (@Id, @Programme, @role, @staff)", new { from.Id, e.Programme, role, staff });
            }
        });
        On<Event.Approved>("insert into programme_approval values (@Id, @As, @By, @RecordedAt)", (e, from) => new { from.Id, e.As, e.By, from.RecordedAt });
        On<Event.Published>((e, from, run) =>
        {
            Forget(from, run);
            run(Known, new { from.Id, e.Version });
            run(
                "update programme_version set programme_id = @Programme, text = @Text, beside = @Beside, published_at = @RecordedAt, published_by = @By where stream = @Id and version = @Version",
                new { from.Id, e.Version, e.Programme, e.Text, Beside = JsonSerializer.Serialize(e.Beside), from.RecordedAt, By = from.Actor.Text });
        });
        On<Event.Tried>((e, from, run) =>
        {
            run(Known, new { from.Id, e.Version });
            run("update programme_version set tried_at = @RecordedAt, tried = @Found where stream = @Id and version = @Version", new { from.Id, e.Version, e.Found, from.RecordedAt });
        });
        On<Event.PilotAgreed>((e, from, run) =>
        {
            run("delete from programme_pilot_word where stream = @Id and version = @Version and role = @As", new { from.Id, e.Version, e.As });
            run("insert into programme_pilot_word values (@Id, @Version, @As, @By, @Cap, @RecordedAt)", new { from.Id, e.Version, e.As, e.By, e.Cap, from.RecordedAt });
        });
        On<Event.PilotOpened>((e, from, run) =>
        {
            run("delete from programme_pilot_word where stream = @Id and version = @Version", new { from.Id, e.Version });
            run(Known, new { from.Id, e.Version });
            run("update programme_version set pilot_cap = @Cap, pilot_at = @RecordedAt where stream = @Id and version = @Version", new { from.Id, e.Version, e.Cap, from.RecordedAt });
        });
        On<Event.Withdrawn>((e, from, run) =>
        {
            run(Known, new { from.Id, e.Version });
            run("update programme_version set withdrawn_at = @RecordedAt, withdrawn_why = @Why where stream = @Id and version = @Version", new { from.Id, e.Version, e.Why, from.RecordedAt });
        });
    }

    /// <summary>The draft is no more, nor what was said of it.</summary>
    private static void Forget(Origin from, Action<string, object> run)
    {
        run("delete from programme_draft where stream = @Id", new { from.Id });
        run("delete from programme_approval where stream = @Id", new { from.Id });
    }
}
