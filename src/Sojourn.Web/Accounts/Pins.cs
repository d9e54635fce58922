using Microsoft.AspNetCore.Identity;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Web.Accounts;

/// <summary>
/// Short figures that staff type on somebody else's tablet to show that it is them: the second check of a dose. Kept as passwords are, beside the journal.
/// Five wrong ones in a row shut a PIN for a quarter of an hour.
/// </summary>
public sealed class Pins(Runner runner, IPasswordHasher<Account> hasher)
{
    /// <summary>Fewest and most figures of a PIN, both included.</summary>
    public const int Shortest = 4, Longest = 8;

    private const int Attempts = 5;
    private static readonly TimeSpan Shut = TimeSpan.FromMinutes(15);
    private static readonly Account Nobody = new();

    private const string Table =
        """
        create table if not exists staff_pin (
          staff_id text not null, pin_hash text not null, failed_count integer not null, locked_until text,
          constraint staff_pin_key primary key (staff_id)
        )
        """;

    /// <summary>Makes the table where it is missing. Called once at start.</summary>
    internal static Task Prepare(Runner runner) => runner.Keep(records => records.Set(Table));

    public static bool Has(Records records, StaffId staff) => records.Any("select 1 from staff_pin where staff_id = @staff", new { staff });

    /// <summary>Null when it is kept; else why it will not do.</summary>
    public async Task<string?> Set(StaffId staff, string pin)
    {
        if (pin.Length is < Shortest or > Longest || !pin.All(char.IsAsciiDigit))
        {
            return $"A PIN is {Shortest} to {Longest} figures.";
        }

        if (IsEasy(pin))
        {
            return "This PIN is among the first that anybody tries. Choose figures that are not all the same and do not just count up or down.";
        }

        var hash = hasher.HashPassword(Nobody, pin);
        await runner.Keep(records => records.Set(
            "insert into staff_pin values (@staff, @hash, 0, null) on conflict (staff_id) do update set pin_hash = excluded.pin_hash, failed_count = 0, locked_until = null",
            new { staff, hash }));
        return null;
    }

    /// <summary>Null when it is theirs; else what to say. Counted before it is looked at, so that many at once are many attempts.</summary>
    public async Task<string?> Check(StaffId staff, string pin)
    {
        var now = runner.Now;
        Row? row = null;
        await runner.Keep(records =>
        {
            row = records.One<Row>("select display_name as name, pin_hash, failed_count, locked_until from staff left join staff_pin on staff_id = id where id = @staff", new { staff });
            if (row is { PinHash: not null } && !(row.LockedUntil > now))
            {
                var failed = row.FailedCount + 1;
                records.Set(
                    "update staff_pin set failed_count = @failed, locked_until = @until where staff_id = @staff",
                    new { staff, failed = failed < Attempts ? failed : 0, until = failed < Attempts ? (DateTimeOffset?)null : now + Shut });
            }
        });
        if (row is not { PinHash: { } hash })
        {
            return $"{row?.Name ?? "Whoever is chosen"} has no PIN yet. They choose one under their own name at the top of their pages; until then somebody else checks.";
        }

        if (row.LockedUntil > now)
        {
            return $"Too many wrong PINs of {row.Name}. Wait a quarter of an hour, or let somebody else check.";
        }

        if (hasher.VerifyHashedPassword(Nobody, hash, pin) == PasswordVerificationResult.Failed)
        {
            return $"This is not the PIN of {row.Name}. They type it again themselves.";
        }

        await runner.Keep(records => records.Set("update staff_pin set failed_count = 0, locked_until = null where staff_id = @staff", new { staff }));
        return null;
    }

    private static bool IsEasy(string pin)
    {
        var steps = pin.Zip(pin.Skip(1)).Select(pair => pair.Second - pair.First).Distinct().ToList();
        return steps is [0 or 1 or -1];
    }

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public string? PinHash { get; init; }

        public int FailedCount { get; init; }

        public DateTimeOffset? LockedUntil { get; init; }
    }
}
