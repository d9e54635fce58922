using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;

namespace Sojourn.Web.Measures;

/// <summary>Who reads something, and by when, as a patient is told.</summary>
/// <param name="Name">"Priya Nair"; null where only the role is known.</param>
/// <param name="Role">"nurse".</param>
public sealed record ReaderWords(string? Name, string Role, DateTimeOffset By)
{
    private sealed record StaffRow
    {
        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    private static readonly string[] Known = ["therapist", "nurse", "prescriber", "front-desk", "manager"];

    public static ReaderWords Of(Records records, Owner reader, DateTimeOffset by)
    {
        if (reader.Staff is { } staff && records.One<StaffRow>("select display_name, roles from staff where id = @staff", new { staff }) is { } row)
        {
            return new(row.DisplayName, Said(Known.FirstOrDefault(role => row.Roles.Contains($" {role} ", StringComparison.Ordinal)) ?? "staff"), by);
        }

        return new(null, Said(reader.Role ?? "staff"), by);
    }

    /// <summary>"by 17:00 today", "by 17:00 tomorrow", "by 17:00 on Thursday 19 November".</summary>
    public string Until(Frame frame) => Until(By, frame);

    public static string Until(DateTimeOffset by, Frame frame)
    {
        var local = frame.Local(by);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) == TimeOnly.MinValue)
        {
            return (day.DayNumber - frame.Today.DayNumber) switch
            {
                <= 1 => "by the end of today",
                2 => "by the end of tomorrow",
                _ => $"by the end of {Words.LongDay(day.AddDays(-1))}",
            };
        }

        return (day.DayNumber - frame.Today.DayNumber) switch
        {
            0 => $"by {Words.Time(local)} today",
            1 => $"by {Words.Time(local)} tomorrow",
            _ => $"by {Words.Time(local)} on {Words.LongDay(day)}",
        };
    }

    private static string Said(string role) => role.Replace('-', ' ');
}
