using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.People;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.People;

/// <summary>What is on record about a person's health: entries are posted, amended and struck out, never deleted.</summary>
internal sealed class RecordRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Post("/people/{id}/conditions", Permission.WriteRecord, x => Record(x, "conditions", PersonForms.Condition));
        routes.Post("/people/{id}/medicines", Permission.WriteRecord, x => Record(x, "medicines", f => PersonForms.Medicine(f, null)));
        routes.Post("/people/{id}/allergies", Permission.WriteRecord, x => Record(x, "allergies", f => PersonForms.Allergy(f, null)));
        routes.Post("/people/{id}/no-known-allergies", Permission.WriteRecord, x => PeopleRoutes.Run(x, new FieldReader(x.Fields), "allergies", at => new Person.Command.StateNoKnownAllergies(at)));
        routes.Post("/people/{id}/vitals", Permission.WriteRecord, RecordVitals);
        routes.Get("/people/{id}/death", Permission.WriteRecord, x => Death(x, Form.Fresh));
        routes.Post("/people/{id}/death", Permission.WriteRecord, RecordDeath);
        routes.Get("/people/{id}/entries/{entry}", Permission.SeeRecord, x => Entry(x, null, Form.Fresh));
        routes.Post("/people/{id}/entries/{entry}/amendment", Permission.WriteRecord, Amend);
        routes.Post("/people/{id}/entries/{entry}/striking-out", Permission.WriteRecord, StrikeOut);
    }

    private static Task<IResult> Record(Exchange x, string posted, Func<FieldReader, Fact> read)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var fact = read(f);
        return PeopleRoutes.Run(x, f, posted, _ => new Person.Command.Record(sender.At, new FactId(sender.CommandId), fact));
    }

    private static Task<IResult> RecordVitals(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var readings = PersonForms.Readings(f);
        var at = PersonForms.HappenedAt(f, x);
        return PeopleRoutes.Run(x, f, "vitals", now => new Person.Command.RecordVitals(now, readings, at, "clinic", f.Ticked("checked")));
    }

    private static IResult Death(Exchange x, Form form) => PeopleRecords.One(x.Records, x.Id()) switch
    {
        null => x.Missing("Nobody is registered under this link. Search for the person."),
        { Died: true } person when !form.HasProblem => x.To($"/people/{person.Id.Value}"),
        var person => x.Page<DeathPage>(
            new DeathPage.View(person, PersonWords.Banner(x.Records, person, x.Today, $"/people/{person.Id.Value}"), DeathPage.Ending.Of(x.Records, person.Id.Value, x.Now), form),
            form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
    };

    private static Task<IResult> RecordDeath(Exchange x)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var on = PartialDates.Read(f, "died-on");
        var note = f.OptionalText("note", 1000);
        if (on is null && !x.WantsJson && !f.Ticked("not-known") && f.Faults.Count == 0)
        {
            f.Fault("died-on", "Write the day, the month or the year, or tick that it is not known.");
        }

        return x.Send(
            f.Give(() => new Person.Command.RecordDeath(sender.At, on, note)),
            c => x.Clinic.Run(sender, PersonSlice.Slice, x.Id(), c),
            _ => $"/people/{x.Id()}",
            form => Death(x, form));
    }

    private static IResult Entry(Exchange x, string? posted, Form form)
    {
        if (PeopleRecords.One(x.Records, x.Id()) is not { } person || PeopleRecords.Entry(x.Records, x.Id(), x.Id("entry")) is not { } row)
        {
            return x.Missing("This entry is not in the person's record, or was struck out. Open the person's page.");
        }

        return x.WantsJson
            ? Results.Json(row, Json.Options)
            : x.Page<EntryPage>(
                new EntryPage.View(person, row, PeopleRecords.Amendments(x.Records, x.Id(), x.Id("entry")), x.Who, posted, form),
                form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static Task<IResult> Amend(Exchange x)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var row = PeopleRecords.Entry(x.Records, x.Id(), x.Id("entry"));
        Fact? now = row switch
        {
            ConditionRow => PersonForms.Condition(f),
            MedicineRow medicine => PersonForms.Medicine(f, Code(medicine.CodeSystem, medicine.Code)),
            AllergyRow allergy => PersonForms.Allergy(f, Code(allergy.CodeSystem, allergy.Code)),
            VitalRow vital => Reading(f, vital),
            _ => null,
        };
        if (now is null)
        {
            f.Fault("reason", "This entry is not in the person's record, or was struck out. Open the person's page.");
        }

        var reason = f.Text("reason", "Write in a few words why the entry changes.", 400);
        return x.Send(
            f.Give(() => new Person.Command.Amend(sender.At, new FactId(x.Id("entry")), now!, reason)),
            command => x.Clinic.Run(sender, PersonSlice.Slice, x.Id(), command),
            _ => $"/people/{x.Id()}",
            form => Entry(x, "amendment", form));
    }

    private static Task<IResult> StrikeOut(Exchange x)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var reason = f.Text("reason", "Write in a few words why the entry is struck out.", 400);
        return x.Send(
            f.Give(() => new Person.Command.EnterInError(sender.At, new FactId(x.Id("entry")), reason)),
            command => x.Clinic.Run(sender, PersonSlice.Slice, x.Id(), command),
            _ => $"/people/{x.Id()}",
            form => Entry(x, "striking-out", form));
    }

    private static Vital? Reading(FieldReader f, VitalRow row)
    {
        var kind = Enum.GetValues<VitalKind>().Single(kind => Columns.Word(kind) == row.Kind);
        var reading = PersonForms.Reading(f, kind, new FactId(row.Id));
        if (reading is null)
        {
            f.Fault(row.Kind, $"Write the {kind.Words()}.");
        }

        return reading is null ? new Vital(kind, row.Value, row.AsGiven, row.HappenedAt, row.Source) : new Vital(kind, reading.Value, reading.AsGiven, row.HappenedAt, row.Source);
    }

    private static Coding? Code(string? system, string? code) => system is not null && code is not null ? new Coding(system, code) : null;
}
