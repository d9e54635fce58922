using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Screening;
using Sojourn.Web.Design;
using Sojourn.Web.Routing;

namespace Sojourn.Web.My;

/// <summary>What a patient can do now on their way to the next session, in the words of their own pages.</summary>
internal static class Steps
{
    internal static IReadOnlyList<TaskItem> Of(Exchange x, CourseRow course)
    {
        var missing = Standing.Of(x.Records, x.Clinic.Programmes, course.Id, x.Now);
        var steps = new List<TaskItem>();
        if (ScreeningRecords.One(x.Records, course.Id).Readiness != "finished")
        {
            steps.Add(new("Tell us about yourself", Mark.Due, "to do", "/my/readiness", "A few questions, so that we know whether this is right for you. You can stop and go on later."));
        }

        if (x.Records.Any("select 1 from plan where course_id = @Id", new { course.Id }))
        {
            var agreed = !missing.Any(m => m.Code == "plan.not-agreed" && m.Sentence.StartsWith("The patient", StringComparison.Ordinal));
            steps.Add(agreed ? new("Your plan", Mark.Done, "you said yes", "/my/plan") : new("Your plan", Mark.Due, "waits for your yes", "/my/plan", "Read it, change it with us, or agree to it."));
            var consents = missing.Count(m => m.Code == "consent.missing");
            steps.Add(consents == 0
                ? new("Consent", Mark.Done, "signed", "/my/consent")
                : new("Consent", Mark.Due, consents == 1 ? "to read and sign" : $"{consents} to read and sign", "/my/consent", "Take your time. You may say no, and you may change your mind."));
        }

        if (ScreeningRecords.One(x.Records, course.Id).Treats)
        {
            var left = missing.Count(m => m.Code == "preparation.item-missing");
            steps.Add(left == 0 ? new("Getting ready", Mark.Done, "all done", "/my/prepare") : new("Getting ready", Mark.Due, $"{left} left", "/my/prepare"));
        }

        return steps;
    }
}
