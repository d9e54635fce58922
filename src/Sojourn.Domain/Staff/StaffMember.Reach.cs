using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Staff;

/// <summary>How patients see somebody and reach them.</summary>
public static partial class StaffMember
{
    private static Decision<Event> SetReach(Command.SetReach reach)
    {
        var (phone, email) = (Given(reach.Phone), Given(reach.Email));
        var reasons = new List<Refusal>();
        if (phone is not null && !phone.Any(char.IsAsciiDigit))
        {
            reasons.Add(new("staff.phone", $"“{phone}” cannot be dialled. Write digits, as in 555 0142, or leave it empty.", Field: "phone"));
        }

        if (email is not null && (email.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == email.Length - 1)))
        {
            reasons.Add(new("staff.reach-email", $"“{email}” is not an e-mail address. Write it like nair@clinic.example, or leave it empty.", Field: "email"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.ReachSet(phone, email, Given(reach.Hours));
    }

    private static string? Given(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>A picture of somebody, kept as a file beside the journal under its hash.</summary>
/// <param name="Hash">SHA-256 of the bytes: 64 lower-case hexadecimal digits.</param>
/// <param name="Kind">jpeg, png or webp.</param>
public sealed record Photograph(string Hash, string Kind, long Bytes);
