using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Web.Accounts;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Measures;

/// <summary>Questionnaires as staff see them: what is open, late, answered and not yet read; asking, writing down, reading.</summary>
internal sealed class MeasureRoutes : ISliceRoutes
{
    /// <summary>Hours within which answers asked for by hand are read, unless the form says otherwise. The clinic's promise, not a clinical figure.</summary>
    internal const int UsualReadingHours = 24;

    /// <summary>Days from the due day to the closing of what was asked for by hand.</summary>
    private const int DaysLeftOpen = 14;

    private sealed record Sheet(IReadOnlyDictionary<string, decimal?> Answers);

    private sealed record Total(decimal Value, string From);

    private sealed record Why(string Words);

    private sealed record Asked(Instrument Instrument, string Reason, DateOnly Due, Owner Reader, int Hours);

    public static void Map(Routes routes)
    {
        routes.Get("/measures", Permission.SeeMeasures, List);
        routes.Get("/measures/{id}", Permission.SeeMeasures, x => One(x, Form.Fresh));
        routes.Post("/measures/{id}/reading", Permission.SeeMeasures, Read);
        routes.Get("/measures/{id}/sheet", Permission.AssignMeasures, x => ShowSheet(x, Form.Fresh));
        routes.Post("/measures/{id}/sheet", Permission.AssignMeasures, WriteDown);
        routes.Post("/measures/{id}/total", Permission.AssignMeasures, EnterTotal);
        routes.Post("/measures/{id}/declining", Permission.AssignMeasures, Decline);
        routes.Get("/courses/{id}/measures", Permission.SeeMeasures, x => OfCourse(x, Form.Fresh));
        routes.Post("/courses/{id}/measures", Permission.AssignMeasures, Ask);
    }

    private static IResult List(Exchange x) => x.Page<MeasuresPage>(new MeasuresPage.View(
        MeasureRecords.Unread(x.Records), MeasureRecords.Open(x.Records, x.Now), x.Clinic.Instruments, x.Query("show") ?? "unread"));

    private static IResult One(Exchange x, Form form, string? posted = null) =>
        MeasureRecords.One(x.Records, x.Id()) is { } row
            ? x.Page<MeasurePage>(
                new MeasurePage.View(
                    row,
                    x.Clinic.Instruments.Find(row.InstrumentId),
                    MeasureRecords.Answers(x.Records, row.Id.Value),
                    MeasureRecords.Flags(x.Records, row.Id.Value),
                    CaseRecords.From(x.Records, row.Id.Value),
                    MeasureRecords.Totals(x.Records, row.PersonId.Value, row.InstrumentId),
                    x.Clinic.Instruments.Find(row.InstrumentId) is { } instrument ? OwnLines.Of(x.Records, instrument, row.PersonId, x.Zone) : [],
                    row is { State: "finished", ReadAt: null } ? MeasureRecords.UnreadBefore(x.Records, row).Count : 0,
                    Link(x, row),
                    form,
                    posted,
                    x.Who),
                form.HasProblem ? 422 : 200)
            : x.Missing("There is no such questionnaire.");

    /// <summary>The address that opens this one questionnaire for its one person; null when nobody may answer it now, or not by link.</summary>
    private static string? Link(Exchange x, MeasureRow row) =>
        x.Who.May(Permission.AssignMeasures) && row.TakesAnswers(x.Now) && x.Clinic.Instruments.Find(row.InstrumentId) is { Respondent: Respondent.Patient, IsSkeleton: false }
            ? $"{x.Http.Request.Scheme}://{x.Http.Request.Host}{x.Service<SignedLinks>().Make(new SignedLink(Actor.Person(row.PersonId), $"/my/check-in/{row.Id.Value}", row.ClosesAt))}"
            : null;

    private static Task<IResult> Read(Exchange x) =>
        x.Send(new Parsed<Why>(new Why(""), []), _ => x.Clinic.Run(x.Sender, desk => ReadingMeasures.Read(desk, new(x.Id()))), _ => Place(x), form => One(x, form, "reading"));

    private static IResult ShowSheet(Exchange x, Form form) =>
        MeasureRecords.One(x.Records, x.Id()) is { } row && x.Clinic.Instruments.Find(row.InstrumentId) is { } instrument
            ? !row.TakesAnswers(x.Now) || instrument.IsSkeleton
                ? x.To(Place(x))
                : x.Page<SheetPage>(new SheetPage.View(row, instrument, MeasureRecords.Given(x.Records, row.Id.Value), form), form.HasProblem ? 422 : 200)
            : x.Missing("There is no such questionnaire.");

    private static Task<IResult> WriteDown(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var answers = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        if (MeasureRecords.One(x.Records, x.Id()) is not { } row || x.Clinic.Instruments.Find(row.InstrumentId) is not { } instrument)
        {
            return Task.FromResult(x.Missing("There is no such questionnaire."));
        }

        foreach (var item in instrument.Items)
        {
            if (f.OptionalNumber(item.Id, $"the answer to question {instrument.NumberOf(item).ToString(CultureInfo.InvariantCulture)}", item.Least, item.Most) is { } value)
            {
                answers[item.Id] = value;
            }
        }

        if (answers.Count == 0 && f.Faults.Count == 0)
        {
            f.Fault(instrument.Items[0].Id, "Write down at least one answer. If nothing was answered, say so on the page before.");
        }

        return x.Send(f.Give(() => new Sheet(answers)), sheet => x.Clinic.Run(x.Sender, desk => AnsweringAMeasure.AnswerAll(desk, row.Id, sheet.Answers)), _ => Place(x), form => ShowSheet(x, form));
    }

    private static Task<IResult> EnterTotal(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var total = f.Number("total", "the total", 0, 1000);
        var from = f.Text("from", "Say where the total comes from, such as the clinic's licensed paper form.", 200);
        return x.Send(f.Give(() => new Total(total, from)), t => x.Clinic.Run(x.Sender, desk => AnsweringAMeasure.EnterTotal(desk, new(x.Id()), t.Value, t.From)), _ => Place(x), form => One(x, form, "total"));
    }

    private static Task<IResult> Decline(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("reason", "Say in a few words why not.");
        return x.Send(f.Give(() => new Why(why)), w => x.Clinic.Run(x.Sender, MeasureSlice.Slice, x.Id(), new Measure.Command.Decline(x.Now, w.Words)), _ => Place(x), form => One(x, form, "declining"));
    }

    private static IResult OfCourse(Exchange x, Form form) =>
        CourseRecords.One(x.Records, new CourseId(x.Id())) is { } course
            ? x.Page<CourseMeasuresPage>(
                new CourseMeasuresPage.View(course, MeasureRecords.OfCourse(x.Records, course.Id.Value), x.Clinic.Instruments, Readers(x, course), PersonHead.Of(x, course.PersonId), form, x.Who),
                form.HasProblem ? 422 : 200)
            : x.Missing("There is no such course.");

    /// <summary>Those named for the course, then the roles.</summary>
    private static IReadOnlyList<Design.Option> Readers(Exchange x, CourseRow course)
    {
        var team = CareTeam.Of(x.Records, course.PersonId, course.Id);
        return
        [
            .. new[] { "therapist", "nurse", "prescriber" }
                .Select(role => (Role: role, Owner: team.Of(role)))
                .Select(r => new Design.Option(r.Owner.Value, r.Owner.Staff is not null ? $"{ReaderWords.Of(x.Records, r.Owner, x.Now).Name}, {r.Role}" : $"Whoever is a {r.Role}")),
        ];
    }

    private static Task<IResult> Ask(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        if (CourseRecords.One(x.Records, new CourseId(x.Id())) is not { } course)
        {
            return Task.FromResult(x.Missing("There is no such course."));
        }

        var name = f.Text("instrument", "Choose what is asked.", 80);
        var instrument = x.Clinic.Instruments.Find(name);
        if (instrument is null && name.Length > 0)
        {
            f.Fault("instrument", "The clinic has no such form. Choose one from the list.");
        }

        var reason = f.Text("reason", "Say in a few words why it is asked; the patient reads it.", 200);
        var due = f.Date("due", "the day by which it is due");
        var reader = new Owner(f.Text("reader", "Choose who reads the answers.", 60));
        var hours = f.Whole("within-hours", "the hours within which it is read", 1, 168);
        var sender = x.Sender;
        return x.Send(
            f.Give(() => new Asked(instrument!, reason, due, reader, hours)),
            asked => x.Clinic.Run(sender, MeasureSlice.Slice, sender.CommandId, Assign(x, course, asked)),
            _ => $"/measures/{sender.CommandId}",
            form => OfCourse(x, form));
    }

    private static Measure.Command.Assign Assign(Exchange x, CourseRow course, Asked asked)
    {
        var due = x.Instant(asked.Due.AddDays(1), TimeOnly.MinValue);
        return new(x.Now, course.PersonId, course.Id, asked.Instrument, asked.Reason, null, x.Now, due, due.AddDays(DaysLeftOpen), asked.Reader, asked.Hours);
    }

    private static string Place(Exchange x) => $"/measures/{x.Id()}";
}
