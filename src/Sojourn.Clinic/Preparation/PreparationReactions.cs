using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Preparation;

/// <summary>After a medicine session, what the programme asks for each session is asked anew.</summary>
internal sealed class PreparationReactions() : Reaction("preparation-asked-again")
{
    protected override void Define() => On<Session.Event.Held>((e, from, desk) =>
    {
        if (e.Kind == SessionKind.Medicine && desk.Records.Value<string>("select course_id from session where id = @Id", new { from.Id }) is { } course)
        {
            PreparationDesk.AskAgain(desk, new CourseId(Guid.Parse(course)));
        }
    });
}
