using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;

namespace Sojourn.Clinic.Preparation;

/// <summary>What patient and staff do on the checklist, with the facts each decision needs read at the same desk. Who acts is the sender.</summary>
public static class PreparationDesk
{
    /// <param name="words">What was chosen or has changed; null where there is nothing to say.</param>
    /// <param name="typedName">Under a commitment; null for what is only ticked.</param>
    public static void MarkDone(Desk desk, CourseId course, string item, string? words = null, string? typedName = null)
    {
        if (CourseAtHand.At(desk, course) is not { } at)
        {
            return;
        }

        if (at.Programme.Preparation.FirstOrDefault(line => line.Id == item) is not { } asked)
        {
            desk.Refuse("preparation.no-such-item", "This line is no longer on the checklist. Load the page again.");
            return;
        }

        desk.Do(PreparationSlice.Slice, course.Value, new Preparing.Command.MarkDone(asked, words, typedName?.Trim(), at.Name, at.UnderMedicine));
    }

    public static void MarkUndone(Desk desk, CourseId course, string item, string? why = null)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            desk.Do(PreparationSlice.Slice, course.Value, new Preparing.Command.MarkUndone(item, why, at.UnderMedicine));
        }
    }

    /// <param name="helps">Ids of the programme's intention tags; none, one or more.</param>
    public static void SetIntention(Desk desk, CourseId course, string words, IReadOnlyList<string> helps)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            desk.Do(PreparationSlice.Slice, course.Value, new Preparing.Command.SetIntention(words, helps, at.Programme.IntentionTags, at.Programme.Preparation));
        }
    }

    public static void SayDirective(Desk desk, CourseId course, Directive choices)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            desk.Do(PreparationSlice.Slice, course.Value, new Preparing.Command.SayDirective(choices, at.Programme.Preparation, at.LockAt(desk.At)));
        }
    }

    public static void AnswerQuestion(Desk desk, CourseId course, string question, string choice)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            desk.Do(PreparationSlice.Slice, course.Value, new Preparing.Command.AnswerQuestion(question, choice, Preparing.UnderstandingPage.Of(at.Programme)));
        }
    }

    /// <summary>After a medicine session: what is asked for every session is asked anew.</summary>
    public static void AskAgain(Desk desk, CourseId course)
    {
        if (CourseAtHand.Find(desk.Records, desk.Programmes, course.Value) is { } at)
        {
            desk.Do(PreparationSlice.Slice, course.Value, new Preparing.Command.AskAgain(at.Programme.Preparation));
        }
    }
}
