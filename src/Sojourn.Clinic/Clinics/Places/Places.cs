using Sojourn.Clinic.Running;
using static Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Clinics.Places;

/// <summary>The clinic, its sites and rooms.</summary>
public sealed class Places() : Projection("places", version: 4)
{
    protected override void Define()
    {
        On<Event.Founded>(
            "insert into clinic values (@Id, @Name, @TimeZone, @Phone, @CrisisLine, @EmergencyNumber, @IsDemo, @Preset)",
            (e, from) => new { from.Id, e.Name, e.TimeZone, e.Phone, e.CrisisLine, e.EmergencyNumber, e.IsDemo, e.Preset });
        On<Event.Described>(
            "update clinic set name = @Name, time_zone = @TimeZone, phone = @Phone, crisis_line = @CrisisLine, emergency_number = @EmergencyNumber where id = @Id",
            (e, from) => new { from.Id, e.Name, e.TimeZone, e.Phone, e.CrisisLine, e.EmergencyNumber });
        On<Event.SiteOpened>("insert into site values (@Site, @Name, @City, @Region, @Phone, 1)", (e, _) => e);
        On<Event.SiteDescribed>("update site set name = @Name, city = @City, region = @Region, phone = @Phone where id = @Site", (e, _) => e);
        On<Event.SiteClosed>("update site set open = 0 where id = @Site", (e, _) => e);
        On<Event.RoomOpened>(
            "insert into room values (@Room, @Site, @Name, @Kind, @Chairs, @ApprovedForMedicine, 1)",
            (e, _) => new { e.Room, e.Site, e.Name, Kind = Columns.Word(e.Kind), e.Chairs, e.ApprovedForMedicine });
        On<Event.RoomDescribed>(
            "update room set name = @Name, kind = @Kind, chairs = @Chairs, approved = @ApprovedForMedicine where id = @Room",
            (e, _) => new { e.Room, e.Name, Kind = Columns.Word(e.Kind), e.Chairs, e.ApprovedForMedicine });
        On<Event.RoomClosed>("update room set open = 0 where id = @Room", (e, _) => e);
        On<Event.HoursSet>((e, _, run) =>
        {
            run("delete from site_hours where site_id = @Site", new { e.Site });
            foreach (var hours in e.Hours)
            {
                run("insert into site_hours values (@Site, @Day, @From, @To)", new { e.Site, Day = (int)hours.Day, hours.From, hours.To });
            }
        });
        On<Event.ClosedForDays>("insert into closed_days values (@Days, @Site, @Room, @From, @To, @Why)", (e, _) => e);
        On<Event.OpenedAfterAll>("delete from closed_days where id = @Days", (e, _) => e);
    }
}
