using System.Globalization;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Prices;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;
using Sojourn.Web.Prices;

namespace Sojourn.Web.Calendar;

/// <summary>How a session is called and how it stands, the same on every page.</summary>
public static class SessionWords
{
    public static string Kind(string kind) => kind switch
    {
        "information-call" => "Information call",
        "follow-up" => "Follow-up",
        { Length: > 0 } => char.ToUpperInvariant(kind[0]) + kind[1..],
        _ => "Session",
    };

    /// <summary>A kind as tables and addresses spell it.</summary>
    public static string Word(SessionKind kind) => Columns.Word(kind);

    public static string Title(SessionRow row) => row.Number is { } number and > 0 && row.IsMedicine ? $"Medicine session {number}" : row.Type == "psychotherapy" ? "Psychotherapy" : Kind(row.Kind);

    /// <summary>"ABARA, Nkechi", or the first name of who asked.</summary>
    public static string Name(SessionRow row) => row.Family is { } family ? Words.Name(family, row.Given ?? "") : row.Asker ?? Kind(row.Kind);

    public static (Mark Mark, string Words, Tone? Tone) Standing(SessionRow row, DateTimeOffset now) => row.State switch
    {
        "held" => (Mark.Done, "Done", null),
        "missed" => (Mark.NoData, "Missed", null),
        "cancelled" => (Mark.NoData, "Cancelled", Tone.Quiet),
        "running" => (Mark.Now, "Now", null),
        "arrived" => (Mark.Due, "Ready, here", null),
        "proposed" => (Mark.Later, "Not booked yet", null),
        _ when row.RideMissing && row.FromAt is { } at && at - now < TimeSpan.FromHours(48) => (Mark.Blocked, row.RideCancelled ? "Not ready: ride cancelled" : row.EscortName is null ? "Not ready: no ride named" : "Not ready: driving", Tone.Red),
        _ when row.FromAt < now => (Mark.Overdue, "Not here yet", Tone.Amber),
        _ => (Mark.Later, "Later", null),
    };

    public static SlotKind Slot(SessionRow row) => row.State switch
    {
        "held" => SlotKind.Done,
        "missed" => SlotKind.Missed,
        "running" => SlotKind.Run,
        _ => SlotKind.Wait,
    };

    /// <summary>What a kind of session costs, where the programme has one price for it; empty where nobody has said, or where it depends on group or one to one.</summary>
    public static IReadOnlyList<string> Prices(Programme programme, SessionType type) =>
        [.. PriceList.Of(programme, type.Id, null).Where(price => price.Format is null).Select(price => PriceWords.Of(price) is { } said ? $"{price.Title}: {said}" : null).OfType<string>()];

    /// <summary>Group and one to one, each with what it costs and what it keeps; where it is changed, with how much more or less it is than now.</summary>
    public static IReadOnlyList<Option> FormatOptions(Programme programme, SessionType type, SessionFormat? now = null) =>
    [
        .. type.Formats.Select(option => new Option(
            Columns.Word(option.Format),
            option.Format == SessionFormat.Group ? "In a group" : "One to one",
            string.Join(". ", new[]
            {
                PriceList.Of(programme, type.Id, option.Format) is [var price] ? Sentence(PriceWords.Of(price)) : null,
                now is { } was && was != option.Format ? Sentence(PriceWords.Difference(programme, type.Id, was, option.Format)) : null,
                option.Format == SessionFormat.Group ? Sentence($"{(option.GroupSize is { } size ? $"{size.Least} to {size.Most} people, " : "")}a chair in the room") : "The room, and who is in it, for them alone",
            }.OfType<string>()))),
    ];

    /// <summary>"In a group, about 250 CAD"; null where there is nothing to choose.</summary>
    public static string? Format(Programme? programme, SessionRow row) => Formats.Of(row.Format) is { } format
        ? string.Join(", ", new[]
        {
            format == SessionFormat.Group ? "In a group" : "One to one",
            programme is not null && row.Type is { } type && PriceList.Of(programme, type, format) is [var price] ? PriceWords.Of(price) : null,
            programme is not null && row.Type is { } same && Formats.Of(row.WasFormat) is { } was && was != format ? PriceWords.Difference(programme, same, was, format) : null,
        }.OfType<string>())
        : null;

    private static string? Sentence(string? words) => words is { Length: > 0 } ? char.ToUpperInvariant(words[0]) + words[1..] : null;

    /// <summary>A room's day for the board, times in the clinic's zone.</summary>
    public static IReadOnlyList<BoardRoom> Board(IReadOnlyList<RoomRow> rooms, IReadOnlyList<SessionRow> sessions, Frame frame) =>
    [
        .. rooms.Select(room => new BoardRoom(
            room.Name,
            room.Chairs > 1 ? $"{room.Kind}, {room.Chairs} chairs" : room.Kind,
            [.. sessions.Where(s => s.RoomId == room.Id).Select(s => Slot(s, frame))])),
        .. WithoutRoom(sessions, frame),
    ];

    /// <summary>Calls and video take no room; they stand under the rooms on the days that have any.</summary>
    private static IEnumerable<BoardRoom> WithoutRoom(IReadOnlyList<SessionRow> sessions, Frame frame)
    {
        var slots = sessions.Where(s => s.RoomId is null).Select(s => Slot(s, frame)).ToList();
        return slots.Count == 0 ? [] : [new BoardRoom("No room", "by phone or video", slots)];
    }

    /// <summary>Where a visit is worked in: the room while the person is here for medicine, its page otherwise.</summary>
    public static string At(SessionRow row) => row is { IsMedicine: true, State: "arrived" or "running" } ? $"/sessions/{row.Id.Value}/room" : $"/sessions/{row.Id.Value}";

    private static BoardSlot Slot(SessionRow row, Frame frame)
    {
        var (mark, words, tone) = Standing(row, frame.Now);
        return new BoardSlot(
            TimeOnly.FromDateTime(frame.Local(row.FromAt!.Value).DateTime),
            TimeOnly.FromDateTime(frame.Local(row.ToAt!.Value).DateTime),
            Slot(row),
            Name(row),
            row.StaffNames is { } staff ? $"{Title(row)}. {staff}" : Title(row),
            mark,
            words,
            At(row),
            tone);
    }
}
