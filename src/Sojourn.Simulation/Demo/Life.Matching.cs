using Sojourn.Clinic.Matching;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Matching;

namespace Sojourn.Simulation.Demo;

/// <summary>Two of the newest look for a therapist by themselves. Nothing here draws from the clinic's dice.</summary>
internal sealed partial class Life
{
    internal async IAsyncEnumerable<DateTimeOffset> Seeking()
    {
        if (!part.ChoosesTherapist)
        {
            yield break;
        }

        yield return World.At(today, 8, 20);
        using var records = world.Runner.Read();
        if (MatchingRecords.One(records, course.Value) is { } row && CourseAtHand.Find(records, world.Runner.Programmes, course.Value) is { } at
            && MatchingRecords.Offers(records, world.Runner.Programmes, at, row.Said, world.Now) is [var first, ..])
        {
            await AsSeeker("demo-chooses", desk => MatchingDesk.Choose(desk, course, first.Therapist));
        }
    }

    private async Task LookForTherapist()
    {
        if (part.LooksForTherapist)
        {
            await AsSeeker("demo-looks", desk => MatchingDesk.Answer(desk, course, part.ChoosesTherapist
                ? new MatchAnswers("English", ["pain", "trauma"], ["talking", "quiet"], ["afternoon"], "room")
                : new MatchAnswers("English", ["low-mood", "worry"], ["talking", "quiet"], ["morning", "afternoon"], null)));
        }
    }

    private async Task AsSeeker(string what, Action<Desk> work) =>
        (await world.Runner.Run(new Sender(DerivedId.From(what, course.Value), Actor.Person(person), world.Now), work)).OrThrow();
}
