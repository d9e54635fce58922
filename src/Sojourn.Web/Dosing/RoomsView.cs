using Sojourn.Clinic.Dosing;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>Today's medicine sessions, what is due soonest first.</summary>
public sealed record RoomsView(IReadOnlyList<RoomsView.Line> Lines, DateTimeOffset Now)
{
    internal static RoomsView Of(Exchange x)
    {
        var (from, to) = Clinic.Clinics.ClinicDay.Around(x.Records, x.Now);
        var here = Sites.SiteHere.Of(x);
        return new([.. RoomsToday.All(x.Records, from, to).Where(row => Sites.SiteHere.Shows(here, row.SiteId)).Select(row => new Line(row, RoomRecord.Of(x.Records, row.Id.Value), x.Clinic.Programmes.Find(row.ProgrammeId, row.ProgrammeVersion)))], x.Now);
    }

    public sealed record Line(RoomsToday Row, RoomRecord Record, Domain.Programmes.Programme? Programme);
}
