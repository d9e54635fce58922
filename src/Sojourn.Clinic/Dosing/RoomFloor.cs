using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>The people of one room at a time.</summary>
public static class RoomFloor
{
    /// <summary>A session that ran past midnight still counts.</summary>
    private static readonly TimeSpan LongestStay = TimeSpan.FromHours(24);

    /// <summary>Who else is in the room of this booking, with their open red alerts and those who watch them.</summary>
    internal static IReadOnlyList<Neighbour> Neighbours(Records records, Booking booking, DateTimeOffset at)
    {
        if (booking.RoomId is not { } room)
        {
            return [];
        }

        var (from, to) = ClinicDay.Around(records, at);
        return [.. records.All<Row>(Sql.Of<RoomsToday>("neighbours.sql"), new { session = booking.Id, room, since = at - LongestStay, from, to }).Select(row => new Neighbour(
            row.Id,
            $"{row.Family.ToUpper(CultureInfo.InvariantCulture)}, {row.Given}",
            row.UnderMedicine,
            [.. records.All<AlertRow>("select number, code from medicine_alert where session_id = @Id and closed_at is null and level in ('red', 'emergency') order by number", new { row.Id }).Select(alert => new OpenAlert(alert.Code, alert.Number))],
            records.All<StaffId>("select staff_id from medicine_presence where session_id = @Id and to_at is null", new { row.Id })))];
    }

    /// <summary>Somebody else is booked into this room for medicine at the same time, gone home or not.</summary>
    public static bool IsShared(Records records, Booking booking) => booking.RoomId is { } room && records.Any(
        "select 1 from session where kind = 'medicine' and room_id = @room and id <> @Id and state in ('booked', 'arrived', 'running', 'held') and from_at < @ToAt and to_at > @FromAt",
        new { room, booking.Id, booking.FromAt, booking.ToAt });

    private sealed record Row
    {
        public SessionId Id { get; init; }

        public string Family { get; init; } = "";

        public string Given { get; init; } = "";

        public bool UnderMedicine { get; init; }
    }
}
