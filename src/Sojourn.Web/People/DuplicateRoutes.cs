using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.People;

/// <summary>Two records of one person: looked at side by side, then one is closed and leads to the other.</summary>
internal sealed class DuplicateRoutes : ISliceRoutes
{
    private sealed record Choice(PersonId Closed, PersonId Kept, string Reason);

    public static void Map(Routes routes)
    {
        routes.Get("/people/duplicates", Permission.RegisterPeople, x => x.Page<DuplicatesPage>(new DuplicatesPage.View(
            [.. Duplicates.Suspected(x.Records).Select(pair => (PeopleRecords.One(x.Records, pair.One.Value)!, PeopleRecords.One(x.Records, pair.Other.Value)!, pair.Shared))])));
        routes.Get("/people/{id}/duplicates/{other}", Permission.RegisterPeople, x => Show(x, Form.Fresh));
        routes.Post("/people/{id}/duplicates/{other}", Permission.RegisterPeople, Mark);
    }

    private static IResult Show(Exchange x, Form form)
    {
        if (PeopleRecords.One(x.Records, x.Id()) is not { DuplicateOf: null } one || PeopleRecords.One(x.Records, x.Id("other")) is not { DuplicateOf: null } other || one.Id == other.Id)
        {
            return x.Missing("One of these records is not there, or was closed as a duplicate already. Open the list of people.");
        }

        return x.Page<DuplicatePage>(
            new DuplicatePage.View(Side(x, one), Side(x, other), x.Who.May(Permission.SeeRecord), form), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static DuplicatePage.Side Side(Exchange x, PersonRow row) => new(
        row,
        PeopleRecords.Identifiers(x.Records, row.Id.Value),
        [.. CourseRecords.Of(x.Records, row.Id).Select(course => $"{x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion)?.Title ?? course.ProgrammeId}, {course.State}")],
        SessionRecords.OfPerson(x.Records, row.Id.Value).Count,
        Duplicates.VisitsAhead(x.Records, row.Id.Value, x.Now),
        [.. PeopleRecords.Conditions(x.Records, row.Id.Value).Select(c => c.Term)],
        [.. PeopleRecords.Medicines(x.Records, row.Id.Value).Select(m => m.Name)],
        [.. PeopleRecords.Allergies(x.Records, row.Id.Value).Select(a => a.Substance)]);

    private static Task<IResult> Mark(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var keep = f.Id("keep", "Choose the record that goes on.");
        var reason = f.Text("reason", "Say in a few words how you know that they are one person.", 400);
        if (f.Faults.Count == 0 && keep != x.Id() && keep != x.Id("other"))
        {
            f.Fault("keep", "Choose one of these two records.");
        }

        var closed = keep == x.Id() ? x.Id("other") : x.Id();
        return x.Send(
            f.Give(() => new Choice(new PersonId(closed), new PersonId(keep), reason)),
            c => x.Clinic.Run(x.Sender, desk => Duplicates.Mark(desk, c.Closed, c.Kept, c.Reason)),
            c => $"/people/{c.Kept.Value}",
            form => Show(x, form));
    }
}
