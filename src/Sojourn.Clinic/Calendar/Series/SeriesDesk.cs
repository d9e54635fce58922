using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Calendar.Series;

/// <summary>Books a proposed series: all of it or nothing.</summary>
public static class SeriesDesk
{
    /// <param name="desk">The writer's desk.</param>
    /// <param name="id">The course.</param>
    /// <param name="wishes">As they were when the proposal was shown.</param>
    /// <param name="mark">Of the proposal that was shown; another one is not booked in its place.</param>
    public static void Book(Desk desk, Guid id, SeriesWishes wishes, string mark)
    {
        if (CourseRecords.One(desk.Records, new CourseId(id)) is not { IsOpen: true } course || desk.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is not { } programme)
        {
            desk.Refuse("series.no-course", "There is no open course under this link.");
            return;
        }

        if (SeriesToBook.Of(desk.Records, course, programme) is not { } wanted)
        {
            desk.Refuse("series.all-booked", "All of this series has its times already.");
            return;
        }

        var proposal = SeriesFinder.Find(desk.Records, desk.Programmes, wanted, wishes, desk.At);
        if (proposal.Mark != mark)
        {
            desk.Refuse("series.times-changed", "Somebody took one of these times meanwhile. Nothing is booked; below are the best times now.");
            return;
        }

        Book(desk, wanted, wishes, proposal);
    }

    /// <summary>What follows is booked before what it follows, so that therapy is near each medicine session when that is booked.</summary>
    private static void Book(Desk desk, SeriesToBook wanted, SeriesWishes wishes, SeriesProposal proposal)
    {
        foreach (var visit in proposal.Visits.OrderBy(visit => visit.Type.Id == wanted.Medicine.Id))
        {
            var self = SessionOf(desk, visit);
            var follows = visit.Type.Id == wanted.After?.Id ? proposal.Visits.LastOrDefault(other => other.Type.Id == wanted.Medicine.Id && other.Place.To <= visit.Place.From) : null;
            var who = new Visit(visit.Type.Kind, visit.Type.Id, wanted.Course.PersonId, null, wanted.Course.Id, visit.Number, follows is null ? null : new SessionId(SessionOf(desk, follows))) { Format = visit.Type.HasChoiceOfFormat ? wishes.Format : null };
            desk.Do(SessionSlice.Slice, self, new Session.Command.Book(who, visit.Place, Booking.Facts(desk, self, who, visit.Place), null));
        }
    }

    private static Guid SessionOf(Desk desk, ProposedVisit visit) => DerivedId.From($"series {visit.Type.Id} {visit.Number}", desk.Sender.CommandId);
}
