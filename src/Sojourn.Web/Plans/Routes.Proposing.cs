using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

internal sealed partial class PlanRoutes
{
    /// <summary>The form of a new version: as the last one was, else as the programme is, and then as it was typed.</summary>
    private static IResult Draft(Exchange x, CourseAtHand course, Form form)
    {
        var template = PlanTemplate.Of(course.Programme);
        var sheet = PlanRecords.Of(x.Records, course.Id.Value);
        var start = Start(course, template, sheet.Latest);
        var shown = form.HasProblem ? Read(new FieldReader(x.Fields), template) : start;
        var reasons = sheet.Latest?.Differences.ToDictionary(d => d.Id, d => d.Reason, StringComparer.Ordinal) ?? [];
        var answers = x.Query("answers") ?? x.Fields["answers"];
        return x.Page<VersionPage>(
            new VersionPage.View(
                CourseHead.Of(x, course),
                course.Programme,
                [.. sheet.Goals.Where(goal => goal.Open)],
                template,
                start,
                Plan.Differences(template, shown, reasons),
                sheet.Latest?.Row.Note,
                sheet.Suggestions.FirstOrDefault(s => s.AnsweredAt is null && s.Id.Value.ToString() == answers),
                (sheet.Latest?.Row.Version ?? 0) + 1,
                sheet.Active?.Row.Version,
                StaffNames.In(Roles.Therapist, x.Records),
                StaffNames.In(Roles.Prescriber, x.Records),
                StaffNames.In(Roles.Nurse, x.Records),
                form),
            form.HasProblem ? 422 : 200);
    }

    private static PlanTerms Start(CourseAtHand course, PlanTemplate template, VersionSheet? last)
    {
        var fresh = template.Start();
        if (last is null)
        {
            return fresh with { Team = new(course.Therapist, course.Prescriber, course.Nurse) };
        }

        var lines = last.Lines.Select(line => new PlanLine(line.Phase, line.Session, line.Sessions, line.GapDays)).ToList();
        return new(
            [.. fresh.Lines.Select(line => lines.Find(l => l.Phase == line.Phase && l.Session == line.Session) ?? line)],
            last.Row.Aim switch { "psycholytic" => DoseBandName.Psycholytic, "psychedelic" => DoseBandName.Psychedelic, _ => null },
            last.Row.Route is { } route && DoseRoutes.ById.TryGetValue(route, out var known) ? known : null,
            new(last.Row.TherapistId, last.Row.PrescriberId, last.Row.NurseId));
    }

    private static Task<IResult> Propose(Exchange x, CourseAtHand course)
    {
        var template = PlanTemplate.Of(course.Programme);
        var f = new FieldReader(x.Fields);
        var terms = Read(f, template);
        var reasons = template.Lines
            .SelectMany(line => new[] { line.CountId, line.GapId, line.WindowId })
            .Select(id => (id, Why: f.OptionalText($"why-{Plan.FieldOf(id)}", 400)))
            .Where(reason => reason.Why is not null)
            .ToDictionary(reason => reason.id, reason => reason.Why!, StringComparer.Ordinal);
        var note = f.OptionalText("note", 2000);
        var answers = f.OptionalId("answers", "This suggestion is no longer here. Load the page again.");
        return x.Send(
            f.Give(() => terms),
            t => x.Clinic.Run(x.Sender, desk => PlanDesk.Propose(desk, course.Id, t, reasons, note, answers is { } id ? new SuggestionId(id) : null)),
            _ => Place(x),
            form => Draft(x, course, form));
    }

    private static PlanTerms Read(FieldReader f, PlanTemplate template)
    {
        var lines = template.Lines.Select(line => Line(f, line)).ToList();
        return new(
            [.. lines.Select(line => Following(line, template, lines))],
            template.GivesMedicine ? f.OptionalOneOf<DoseBandName>("aim") : null,
            template.GivesMedicine ? Route(f) : null,
            new(Staff(f, "therapist"), Staff(f, "prescriber"), Staff(f, "nurse")));
    }

    private static PlanLine Line(FieldReader f, TemplateLine line) => new(
        line.Phase,
        line.Session,
        f.OptionalWhole(Plan.FieldOf(line.CountId), "how many", 0, 1000) ?? 0,
        line.GapDays is null ? null : f.OptionalWhole(Plan.FieldOf(line.GapId), "days", 0, 10_000));

    /// <summary>What follows another session each time has as many as that one has in the same phase.</summary>
    private static PlanLine Following(PlanLine line, PlanTemplate template, List<PlanLine> all) =>
        template.Line(line.Phase, line.Session)?.AfterEach is { } each && all.Find(l => l.Phase == line.Phase && l.Session == each) is { } followed
            ? line with { Count = followed.Count }
            : line;

    private static DoseRoute? Route(FieldReader f)
    {
        if (f.Fields["route"] is not { } id)
        {
            return null;
        }

        if (DoseRoutes.ById.TryGetValue(id, out var route))
        {
            return route;
        }

        f.Fault("route", "Choose one of the routes.");
        return null;
    }

    private static StaffId? Staff(FieldReader f, string name) => f.OptionalId(name, "Choose somebody from the list.") is { } id ? new StaffId(id) : null;
}
