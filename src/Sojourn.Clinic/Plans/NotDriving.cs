using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Plans;

/// <summary>How long a person's last medicine keeps them from driving, and so from signing: as said at discharge, else as their programme says of the last dose.</summary>
internal static class NotDriving
{
    private const string Sessions =
        """
        select m.state, m.no_driving_until, c.programme_id, c.programme_version, d.given_at, d.minutes
        from medicine_session m join session s on s.id = m.session_id join course c on c.id = s.course_id join medicine_dose d on d.session_id = m.session_id
        where s.person_id = @person and m.state in ('dosed', 'discharged', 'left')
        """;

    internal static DateTimeOffset? Until(Records records, ProgrammeLibrary programmes, PersonId person) =>
        records.All<Row>(Sessions, new { person })
            .Select(row => row.State == "discharged" ? row.NoDrivingUntil : programmes.Find(row.ProgrammeId, row.ProgrammeVersion)?.NoDriving is { } rule ? row.GivenAt.AddMinutes(row.Minutes ?? 0).AddHours(rule.Hours) : null)
            .Max();

    internal static string Words(Records records, DateTimeOffset until) =>
        TimeZoneInfo.ConvertTime(until, ClinicDay.Zone(records)).ToString("HH:mm 'on' dddd d MMMM", CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public string State { get; init; } = "";

        public DateTimeOffset? NoDrivingUntil { get; init; }

        public string ProgrammeId { get; init; } = "";

        public int ProgrammeVersion { get; init; }

        public DateTimeOffset GivenAt { get; init; }

        public int? Minutes { get; init; }
    }
}
