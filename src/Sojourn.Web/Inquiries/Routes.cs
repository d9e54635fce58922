using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Publishing;
using Sojourn.Domain.Inquiries;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Inquiries;

internal sealed class InquiryRoutes : ISliceRoutes
{
    /// <summary>How soon a question is answered at the latest. The clinic's promise, not a clinical figure.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromHours(24);

    public static void Map(Routes routes)
    {
        routes.Get("/ask", Permission.Public, x => Ask(x, Form.With(("programme", x.Query("programme")))));
        routes.Post("/ask", Permission.Public, Receive);
        routes.Get("/ask/{id}", Permission.Public, Thanks);
        routes.Get("/inquiries", Permission.SeeInquiries, x => x.Page<InquiriesPage>(new InquiriesPage.View(InquiryRecords.All(x.Records), x.Now)));
        routes.Get("/inquiries/{id}", Permission.SeeInquiries, x => One(x, Form.Fresh));
        routes.Post("/inquiries/{id}/answer", Permission.WorkInquiries, Answer);
        routes.Post("/inquiries/{id}/conversation", Permission.WorkInquiries, RecordConversation);
        routes.Post("/inquiries/{id}/closing", Permission.WorkInquiries, Close);
    }

    private static IResult Ask(Exchange x, Form form) =>
        x.Page<AskPage>(new AskPage.View(form, PublishingRecords.Offered(x.Clinic.Programmes, x.Records)), form.HasProblem ? 422 : 200);

    private static Task<IResult> Receive(Exchange x)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var name = f.Text("first-name", "Write a first name, so that we know how to address you.", 80);
        var reach = f.Text("reach", "Write an e-mail address or a phone number, so that we can answer.", 160);
        var message = f.OptionalText("message", 4000);
        var programme = f.OptionalText("programme", 80);
        return x.Send(
            f.Give(() => new Inquiry.Command.Receive(name, reach, message, programme, sender.At + Promise)),
            command => x.Clinic.Run(sender, InquirySlice.Slice, sender.CommandId, command),
            _ => $"/ask/{sender.CommandId}",
            form => Ask(x, form));
    }

    private static IResult Thanks(Exchange x) =>
        InquiryRecords.One(x.Records, x.Id()) is { } inquiry
            ? x.Page<AskedPage>(inquiry)
            : x.Missing("We do not have that question. Send it again, or call us.");

    private static IResult One(Exchange x, Form form) =>
        InquiryRecords.One(x.Records, x.Id()) is { } inquiry
            ? x.Page<InquiryPage>(new InquiryPage.View(inquiry, form, x.Who, x.Now), form.HasProblem ? 422 : 200)
            : x.Missing("There is no such inquiry.");

    private static Task<IResult> Answer(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var words = f.Text("answer", "Write what was answered.", 4000);
        return Run(x, f, () => new Inquiry.Command.Answer(words));
    }

    private static Task<IResult> RecordConversation(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var hopes = f.Text("hopes", "Write what they hope for, in their words.", 4000);
        var tried = f.OptionalText("tried");
        var worries = f.OptionalText("worries");
        var outcome = f.OneOf<ConversationOutcome>("outcome", "Choose how it goes on.");
        var note = f.OptionalText("note");
        return Run(x, f, () => new Inquiry.Command.RecordConversation(hopes, tried, worries, outcome, note));
    }

    private static Task<IResult> Close(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("why", "Write why it is closed.", 400);
        return Run(x, f, () => new Inquiry.Command.Close(why));
    }

    private static Task<IResult> Run(Exchange x, FieldReader f, Func<Inquiry.Command> command) =>
        x.Send(f.Give(command), c => x.Clinic.Run(x.Sender, InquirySlice.Slice, x.Id(), c), _ => $"/inquiries/{x.Id()}", form => One(x, form));
}
