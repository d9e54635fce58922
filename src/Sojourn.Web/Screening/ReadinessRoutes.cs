using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Screening;
using Sojourn.Web.Courses;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;
using static Sojourn.Domain.Screening.Assessment;

namespace Sojourn.Web.Screening;

/// <summary>The patient's own pages of the assessment: one section a page, saved each time, finished when they say so.</summary>
internal sealed class ReadinessRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/my/readiness", Permission.OwnRecord, x => Overview(x, Form.Fresh));
        routes.Post("/my/readiness/finish", Permission.OwnRecord, Finish);
        routes.Get("/my/readiness/help", Permission.OwnRecord, x => WithForm(x, form => x.Page<WorryPage>(new WorryPage.View(Next(form, x.Query("after"))))));
        routes.Post("/my/readiness/tried/treatments", Permission.OwnRecord, AddTreatment);
        routes.Post("/my/readiness/tried/removals", Permission.OwnRecord, RemoveTreatment);
        routes.Get("/my/readiness/{section}", Permission.OwnRecord, x => Section(x, Form.Fresh));
        routes.Post("/my/readiness/{section}", Permission.OwnRecord, Save);
        routes.Get("/my/decision", Permission.OwnRecord, x => WithForm(x, form => x.Page<MyDecisionPage>(MyDecisionPage.View.Make(x, form)), orClosed: true));
    }

    private static IResult WithForm(Exchange x, Func<ReadinessForm, IResult> answer, bool orClosed = false) =>
        ReadinessForm.Newest(x.Records, x.Who.Person, orClosed) is { } form
            ? answer(form)
            : x.Missing("You have no open course yet. When your clinic opens one, the questions are here.");

    private static IResult Overview(Exchange x, Form typed) =>
        WithForm(x, form => x.Page<ReadinessPage>(new ReadinessPage.View(form, WhoItIs.StaffName(x.Records, form.Course.TherapistId), typed), typed.HasProblem ? 422 : 200));

    private static IResult Section(Exchange x, Form typed) =>
        SectionOf(x) is { } section
            ? WithForm(x, form => x.Page<SectionPage>(
                new SectionPage.View(section, form, WhoItIs.StaffName(x.Records, form.Course.TherapistId), typed), typed.HasProblem ? 422 : 200))
            : x.Missing("There is no such part of the form.");

    private static Task<IResult> Save(Exchange x)
    {
        if (SectionOf(x) is not { } section || ReadinessForm.Newest(x.Records, x.Who.Person) is not { } form)
        {
            return Task.FromResult(Section(x, Form.Fresh));
        }

        var answers = Readiness.Questions(section).SelectMany(question => x.Fields.Every(question.Id).Where(value => value.Length > 0).Select(value => new Answer(question.Id, value))).ToList();
        var worrying = answers.Any(answer => WorryingWords.In(answer.Value).Count > 0);
        var command = new Command.AnswerReadiness(section, answers, ClinicDay.In(x.Records, x.Now));
        return x.Send(
            new FieldReader(x.Fields).Give(() => command),
            said => x.Clinic.Run(x.Sender, desk => ScreeningDesk.Do(desk, form.Course.Id, said)),
            _ => worrying ? $"/my/readiness/help?after={Word(section)}" : Next(form, Word(section)),
            typed => Section(x, typed));
    }

    private static Task<IResult> AddTreatment(Exchange x)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var kind = f.OneOf<TreatmentKind>("kind", "Choose what kind of treatment it was.");
        var name = f.Text("name", "Write what it was: the name of the medicine or the kind of therapy.", 200);
        var dose = f.OptionalText("dose", 200);
        var length = f.OptionalText("length", 200);
        var effect = f.OptionalText("effect", 1000);
        var adequate = f.OneOf<AdequateTrial>("adequate", "Choose whether it had a fair chance. “I am not sure” is an answer.");
        return Treatments(x, f.Give(() => new Command.RecordTreatment(new Treatment(sender.CommandId, kind, name, dose, length, effect, adequate))), sender);
    }

    private static Task<IResult> RemoveTreatment(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var id = f.Id("treatment", "This treatment is not on the list any longer.");
        return Treatments(x, f.Give(() => new Command.RemoveTreatment(id)), x.Sender);
    }

    private static Task<IResult> Treatments<TCommand>(Exchange x, Domain.Kernel.Parsed<TCommand> parsed, Sender sender)
        where TCommand : Command
    {
        x.Http.Request.RouteValues["section"] = "tried";
        return ReadinessForm.Newest(x.Records, x.Who.Person) is { } form
            ? x.Send(
                parsed,
                command => x.Clinic.Run(sender, desk => ScreeningDesk.Do(desk, form.Course.Id, command)),
                _ => "/my/readiness/tried",
                typed => Section(x, typed))
            : Task.FromResult(Section(x, Form.Fresh));
    }

    private static Task<IResult> Finish(Exchange x) =>
        ReadinessForm.Newest(x.Records, x.Who.Person) is { } form
            ? x.Send(
                new FieldReader(x.Fields).Give(() => new Command.FinishReadiness()),
                command => x.Clinic.Run(x.Sender, desk => ScreeningDesk.Do(desk, form.Course.Id, command)),
                _ => "/my/readiness",
                typed => Overview(x, typed))
            : Task.FromResult(Overview(x, Form.Fresh));

    /// <summary>The first section after this one that was not saved yet, else the overview.</summary>
    private static string Next(ReadinessForm form, string? after)
    {
        var next = Enum.GetValues<ReadinessSection>().SkipWhile(section => Word(section) != after).Skip(1).FirstOrDefault(section => !form.Saved.Contains(section), (ReadinessSection)(-1));
        return Enum.IsDefined(next) ? $"/my/readiness/{Word(next)}" : "/my/readiness";
    }

    internal static string Word(ReadinessSection section) => Columns.Word(section);

    private static ReadinessSection? SectionOf(Exchange x) =>
        Enum.GetValues<ReadinessSection>().Where(section => Word(section) == x.Http.Request.RouteValues["section"]?.ToString()).Select(section => (ReadinessSection?)section).FirstOrDefault();
}
