using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Matching;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.Routing;

namespace Sojourn.Web.My;

/// <summary>What a patient can do now on their way to the next session, in the words of their own pages.</summary>
internal static class Steps
{
    internal static IReadOnlyList<TaskItem> Of(Exchange x, CourseRow course)
    {
        var screening = ScreeningRecords.One(x.Records, course.Id);
        var missing = Standing.Of(x.Records, x.Clinic.Programmes, course.Id, x.Now);
        var steps = new List<TaskItem>();
        if (Booster(x, course) is { } booster)
        {
            steps.Add(booster);
        }

        if (course.TherapistId is null)
        {
            steps.Add(Therapist(x, course));
        }

        steps.Add(screening.Readiness == "finished"
            ? new("About yourself", Mark.Done, "finished", "/my/readiness")
            : new("Tell us about yourself", Mark.Due, "to do", "/my/readiness", "A few questions, so that we know whether this is right for you. You can stop and go on later."));
        if (screening.Decision != "none")
        {
            steps.Add(new("What was decided", Mark.Done, screening.Treats ? "you can go on" : screening.Decision == "not-now" ? "not now" : "with what else may help", "/my/decision"));
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

        if (screening.Treats)
        {
            var left = missing.Count(m => m.Code == "preparation.item-missing");
            steps.Add(left == 0 ? new("Getting ready", Mark.Done, "all done", "/my/prepare") : new("Getting ready", Mark.Due, $"{left} left", "/my/prepare"));
        }

        return steps;
    }

    private static TaskItem Therapist(Exchange x, CourseRow course) => MatchingRecords.One(x.Records, course.Id.Value) switch
    {
        null => new("Find your therapist", Mark.Due, "to do", "/my/therapist", "Five questions. Then you see up to three therapists, and why."),
        { AskedId: not null } => new("Your therapist", Mark.Now, "we have asked", "/my/therapist"),
        _ => new("Choose your therapist", Mark.Due, "to do", "/my/therapist"),
    };

    /// <summary>A booster that waits for this person comes first; one that was decided keeps its place to be read again.</summary>
    private static TaskItem? Booster(Exchange x, CourseRow course)
    {
        if (CourseAtHand.Find(x.Records, x.Clinic.Programmes, course.Id.Value) is not { } at)
        {
            return null;
        }

        return BoosterRecords.Of(x.Records, at, x.Now).Current switch
        {
            null => null,
            { Row.State: "agreed" } => new("Another session", Mark.Done, "all have said yes", "/my/boosters"),
            { } round when round.Missing.Contains(Party.Patient) => new("Another session?", Mark.Due, "waits for your answer", "/my/boosters", "It is proposed to you. You decide freely."),
            _ => new("Another session", Mark.Now, "you said yes", "/my/boosters", "Others have still to decide."),
        };
    }
}
