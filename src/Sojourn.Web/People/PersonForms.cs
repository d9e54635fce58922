using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.People;

/// <summary>Reads what was typed about a person. What makes sense is decided by the person's record, not here.</summary>
internal static class PersonForms
{
    internal const string SnomedCt = "http://snomed.info/sct";
    internal const string Icd10 = "http://hl7.org/fhir/sid/icd-10-cm";

    internal static Demographics Details(FieldReader f, IReadOnlyList<Identifier> identifiers)
    {
        var family = f.OptionalText("family", 200) ?? "";
        var given = f.OptionalText("given", 200) ?? "";
        var zone = f.OptionalText("time-zone", 80);
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            f.Fault("time-zone", $"“{zone}” is not a time zone. Write it like America/Vancouver, or leave it empty.");
        }

        var address = new Address(f.OptionalText("address", 200), f.OptionalText("city", 100), f.OptionalText("region", 100), f.OptionalText("post-code", 20), f.OptionalText("country", 80));
        return new Demographics(
            new PersonName(given, family, f.OptionalText("preferred", 100)),
            f.Date("birth-date", "the date of birth"),
            f.OneOf<Sex>("sex", "Choose the sex as the registry has it, or not known."),
            f.OptionalText("pronouns", 40),
            identifiers,
            new Contacts(f.OptionalText("phone", 40), f.OptionalText("email", 200), address.ToString().Length == 0 ? null : address),
            f.OptionalText("language", 20),
            zone,
            f.OptionalId("site", "Choose a site.") is { } site ? new SiteId(site) : null);
    }

    /// <summary>The number typed beside it, if any.</summary>
    internal static IReadOnlyList<Identifier> Number(FieldReader f) =>
        f.OptionalText("identifier", 80) is { } number ? [new Identifier(f.OptionalText("identifier-system", 200) ?? Identifier.ClinicRecordNumber, number, f.OptionalText("identifier-label", 80))] : [];

    internal static Condition Condition(FieldReader f)
    {
        var code = f.OptionalText("code", 40);
        return new Condition(
            f.Text("term", "Write what the condition is called.", 200),
            f.OptionalText("own-words", 400),
            code is null ? null : new Coding(f.OptionalText("code-system", 200) ?? SnomedCt, code),
            PartialDates.Read(f, "since"),
            PartialDates.Read(f, "until"),
            f.OneOf<ConditionStatus>("status", "Choose whether it is active."));
    }

    internal static Medicine Medicine(FieldReader f, Coding? code) => new(
        f.Text("name", "Write which medicine.", 200),
        code,
        f.OptionalText("dose", 200),
        PartialDates.Read(f, "since"),
        PartialDates.Read(f, "until"),
        f.OptionalText("length", 100),
        f.OneOf<MedicineStatus>("status", "Choose whether it is taken now."),
        f.OptionalOneOf<TrialAdequacy>("trial") ?? TrialAdequacy.NotStated,
        f.OptionalOneOf<TreatmentEffect>("effect") ?? TreatmentEffect.NotStated);

    internal static Allergy Allergy(FieldReader f, Coding? code) => new(
        f.Text("substance", "Write what the person is allergic to.", 200),
        code,
        f.OptionalText("reaction", 200),
        f.OptionalOneOf<AllergySeverity>("severity") ?? AllergySeverity.NotStated,
        f.OptionalOneOf<AllergyStatus>("status") ?? AllergyStatus.Active);

    /// <summary>All that were typed, each under the name of its kind; weight, height and temperature may carry a unit of their own.</summary>
    internal static List<Person.VitalReading> Readings(FieldReader f) =>
        [
            .. Enum.GetValues<VitalKind>()
                .Select(kind => Reading(f, kind, new FactId(Guid.CreateVersion7())))
                .OfType<Person.VitalReading>(),
        ];

    internal static Person.VitalReading? Reading(FieldReader f, VitalKind kind, FactId id)
    {
        var name = Clinic.Running.Columns.Word(kind);
        if (f.OptionalNumber(name, $"the {kind.Words()}", -100_000m, 100_000m) is not { } value)
        {
            return null;
        }

        var kept = f.OptionalText($"{name}-unit", 10) is { } unit ? VitalUnits.Convert(kind, value, unit) : (value, null);
        if (kept is null)
        {
            f.Fault(name, "This is not a unit of it.");
        }

        return new Person.VitalReading(id, kind, kept?.Value ?? value, kept?.AsGiven);
    }

    /// <summary>When it was measured, by the clinic's clock; now where nothing was typed, noon where only the day was.</summary>
    internal static DateTimeOffset HappenedAt(FieldReader f, Exchange x)
    {
        var date = f.OptionalDate("happened-on", "the day it was measured");
        var time = f.OptionalTime("happened-at", "the time it was measured");
        return (date, time) switch
        {
            (null, null) => x.Now,
            (null, { } today) => x.Instant(x.Today, today),
            ({ } day, null) => day == x.Today ? x.Now : x.Instant(day, new TimeOnly(12, 0)),
            ({ } day, { } at) => x.Instant(day, at),
        };
    }

    internal static string Plain(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
