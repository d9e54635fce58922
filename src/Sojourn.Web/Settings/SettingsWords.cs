using Sojourn.Domain.Clinics;
using Sojourn.Domain.Staff;
using Sojourn.Web.Design;

namespace Sojourn.Web.Settings;

/// <summary>How places and staff read in settings.</summary>
internal static class SettingsWords
{
    internal static readonly Crumb Index = new("Settings", "/settings");
    internal static readonly Crumb Places = new("Sites and rooms", "/settings/places");
    internal static readonly Crumb Staff = new("Staff", "/settings/staff");

    /// <summary>Days before its end at which a credential is shown as due. Source: clinic default.</summary>
    internal const int SoonDays = 30;

    internal static IReadOnlyList<Option> Roles { get; } = [.. StaffMember.Roles.Select(role => new Option(role, Capital(role), RoleHint(role)))];

    internal static IReadOnlyList<Option> Kinds { get; } =
    [
        new("medicine", "Medicine", "For sessions with medicine, watched from beginning to end."),
        new("talking", "Talking", "For assessment, preparation and integration."),
        new("video", "Video", "For sessions at a distance."),
    ];

    internal static string RoomKind(RoomUse kind) => kind switch { RoomUse.Medicine => "Medicine", RoomUse.Talking => "Talking", _ => "Video" };

    internal static string RolesOf(IEnumerable<string> roles) => string.Join(", ", roles.Select(role => role.Replace('-', ' ')));

    internal static string Capital(string role) => char.ToUpperInvariant(role[0]) + role[1..].Replace('-', ' ');

    internal static string DaysOf(DateOnly first, DateOnly last) => first == last ? Words.Day(first) : $"{Words.Day(first)} to {Words.Day(last)}";

    internal static Mark MarkOf(DateOnly ends, DateOnly today) => ends < today ? Mark.Overdue : ends < today.AddDays(SoonDays) ? Mark.Due : Mark.Done;

    internal static string Ends(DateOnly ends, DateOnly today) => ends < today ? $"ended {Words.Date(ends)}" : Words.Date(ends);

    private static string RoleHint(string role) => role switch
    {
        "therapist" => "Plans, prepares, is there in the room, integrates.",
        "nurse" => "Watches, gives medicine, lets people go home.",
        "prescriber" => "Decides who is suitable, prescribes, overrides with a reason.",
        "front-desk" => "Answers questions, registers people, books.",
        "manager" => "Changes these settings.",
        _ => "Reads, changes nothing.",
    };
}
