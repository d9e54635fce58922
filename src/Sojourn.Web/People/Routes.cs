using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.People;

/// <summary>Who is here, and who they are. Their health is in <see cref="RecordRoutes"/>.</summary>
internal sealed class PeopleRoutes : ISliceRoutes
{
    private sealed record Registration(Demographics Details, bool TwoPeople, Guid? Inquiry);

    private sealed record Correction(Demographics Details, string Reason, bool TwoPeople);

    public static void Map(Routes routes)
    {
        routes.Get("/people", Permission.SeePeople, List);
        routes.Get("/people/new", Permission.RegisterPeople, New);
        routes.Post("/people", Permission.RegisterPeople, Register);
        routes.Get("/people/{id}", Permission.SeePeople, x => One(x, null, Form.Fresh));
        routes.Get("/people/{id}/details", Permission.RegisterPeople, x => Details(x, Form.Fresh));
        routes.Post("/people/{id}/details", Permission.RegisterPeople, Correct);
        routes.Post("/people/{id}/numbers", Permission.RegisterPeople, AddNumber);
        routes.Post("/people/{id}/emergency-contact", Permission.RegisterPeople, NameEmergencyContact);
        routes.Post("/people/{id}/family-doctor", Permission.RegisterPeople, NameFamilyDoctor);
    }

    private static IResult List(Exchange x)
    {
        var after = long.TryParse(x.Query("after"), out var skipped) && skipped > 0 ? skipped : 0;
        var found = PeopleRecords.Search(x.Records, x.Query("q"), after);
        return x.WantsJson
            ? Results.Json(found.Take(PeopleRecords.MostShown), Json.Options)
            : x.Page<PeoplePage>(new PeoplePage.View(
                x.Query("q"), found, PeopleRecords.Around(x.Records, [.. found.Select(row => row.Id)], x.Now), id => x.Clinic.Programmes.Find(id)?.Title, after, PeopleRecords.Count(x.Records), x.Who));
    }

    private static IResult New(Exchange x)
    {
        var inquiry = Guid.TryParse(x.Query("inquiry"), out var id) ? InquiryRecords.One(x.Records, id) : null;
        var reach = inquiry?.Reach.Contains('@', StringComparison.Ordinal) == true ? "email" : "phone";
        return Again(x, inquiry is null ? Form.Fresh : Form.With(("given", inquiry.FirstName), (reach, inquiry.Reach), ("inquiry", inquiry.Id.Value.ToString())));
    }

    private static IResult Again(Exchange x, Form form) =>
        x.Page<RegisterPage>(new RegisterPage.View(form, Sites(x)), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static Task<IResult> Register(Exchange x)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var details = PersonForms.Details(f, PersonForms.Number(f));
        var inquiry = f.OptionalId("inquiry", "This inquiry is not known.");
        return x.Send(
            f.Give(() => new Registration(details, f.Ticked("two-people"), inquiry)),
            registration => x.Clinic.Run(sender, desk => Register(desk, sender.CommandId, registration)),
            _ => $"/people/{sender.CommandId}",
            form => Again(x, form));
    }

    private static void Register(Desk desk, Guid id, Registration registration)
    {
        var likeness = PeopleRecords.LikenessOf(desk.Records, registration.Details, id, registration.TwoPeople);
        desk.Do(PersonSlice.Slice, id, new Person.Command.Register(desk.At, registration.Details, likeness));
        if (registration.Inquiry is { } inquiry)
        {
            desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.BecomePerson(new PersonId(id)));
        }
    }

    internal static IResult One(Exchange x, string? posted, Form form)
    {
        if (PeopleRecords.One(x.Records, x.Id()) is not { } person)
        {
            return x.Missing("Nobody is registered under this link. Search for the person.");
        }

        return x.WantsJson
            ? Results.Json(PersonJson.Of(x.Records, person, x.Who.May(Permission.SeeRecord)), Json.Options)
            : x.Page<PersonPage>(PersonPage.View.Of(x, person, posted, form), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IResult Details(Exchange x, Form form) =>
        PeopleRecords.One(x.Records, x.Id()) is { } person
            ? x.Page<DetailsPage>(new DetailsPage.View(person, form, Sites(x)), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : x.Missing("Nobody is registered under this link. Search for the person.");

    private static Task<IResult> Correct(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var details = PersonForms.Details(f, []);
        var reason = f.Text("reason", "Write in a few words why the details change.", 400);
        return x.Send(
            f.Give(() => new Correction(details, reason, f.Ticked("two-people"))),
            correction => x.Clinic.Run(x.Sender, PersonSlice.Slice, x.Id(), desk =>
            {
                var now = correction.Details with { Identifiers = Known(desk, x.Id())?.Details.Identifiers ?? [] };
                return new Person.Command.CorrectDetails(desk.At, now, correction.Reason, PeopleRecords.LikenessOf(desk.Records, now, x.Id(), correction.TwoPeople));
            }),
            _ => $"/people/{x.Id()}",
            form => Details(x, form));
    }

    private static Task<IResult> AddNumber(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        f.Text("identifier", "Write the number.", 80);
        return x.Send(
            f.Give(() => PersonForms.Number(f)[0]),
            number => x.Clinic.Run(x.Sender, desk =>
            {
                if (Known(desk, x.Id()) is not { } known)
                {
                    desk.Refuse("people.nobody", "Nobody is registered here. Search for the person.");
                    return;
                }

                if (!known.Details.Identifiers.Any(number.Means))
                {
                    var now = known.Details with { Identifiers = [.. known.Details.Identifiers, number] };
                    desk.Do(PersonSlice.Slice, x.Id(), new Person.Command.CorrectDetails(
                        desk.At, now, $"{number} was added.", PeopleRecords.LikenessOf(desk.Records, now with { Identifiers = [number] }, x.Id(), saidToBeAnother: true)));
                }
            }),
            _ => $"/people/{x.Id()}",
            form => One(x, "numbers", form));
    }

    private static Task<IResult> NameEmergencyContact(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var contact = new EmergencyContact(f.OptionalText("emergency-name", 200) ?? "", f.OptionalText("emergency-relation", 80) ?? "", f.OptionalText("emergency-phone", 40) ?? "");
        return Run(x, f, "emergency-contact", at => new Person.Command.NameEmergencyContact(at, contact));
    }

    private static Task<IResult> NameFamilyDoctor(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var doctor = new FamilyDoctor(f.OptionalText("doctor-name", 200) ?? "", f.OptionalText("doctor-practice", 200), f.OptionalText("doctor-phone", 40), f.OptionalText("doctor-email", 200));
        return Run(x, f, "family-doctor", at => new Person.Command.NameFamilyDoctor(at, doctor));
    }

    /// <summary>Runs one command on the person in the route, and shows the person's page with the form it came from.</summary>
    internal static Task<IResult> Run(Exchange x, FieldReader f, string posted, Func<DateTimeOffset, Person.Command> command)
    {
        var sender = x.Sender;
        return x.Send(f.Give(() => command(sender.At)), c => x.Clinic.Run(sender, PersonSlice.Slice, x.Id(), c), _ => $"/people/{x.Id()}#{posted}", form => One(x, posted, form));
    }

    private static Person.State.Known? Known(Desk desk, Guid id) => desk.State(PersonSlice.Slice, id) as Person.State.Known;

    private static IReadOnlyList<Site> Sites(Exchange x) => x.Records.All<Site>("select id, name from site where open = 1 order by name");
}

/// <summary>A site to choose.</summary>
public sealed record Site
{
    public SiteId Id { get; init; }

    public string Name { get; init; } = "";
}
