using Sojourn.Clinic.Running;
using static Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Clinics.Places;

/// <summary>The clinic, its sites and rooms.</summary>
public sealed class Places() : Projection("places", version: 1)
{
    protected override void Define()
    {
        On<Event.Founded>(
            "insert into clinic values (@Id, @Name, @TimeZone, @Phone, @CrisisLine, @EmergencyNumber, @IsDemo)",
            (e, from) => new { from.Id, e.Name, e.TimeZone, e.Phone, e.CrisisLine, e.EmergencyNumber, e.IsDemo });
        On<Event.SiteOpened>("insert into site values (@Site, @Name, @City, @Region, @Phone)", (e, _) => e);
        On<Event.RoomOpened>(
            "insert into room values (@Room, @Site, @Name, @Kind, @Chairs, @ApprovedForMedicine, 1)",
            (e, _) => new { e.Room, e.Site, e.Name, Kind = Columns.Word(e.Kind), e.Chairs, e.ApprovedForMedicine });
        On<Event.RoomClosed>("update room set open = 0 where id = @Room", (e, _) => e);
    }
}
