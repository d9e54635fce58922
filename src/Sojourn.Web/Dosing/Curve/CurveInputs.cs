using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Pharmacology.Models;
using Sojourn.Pharmacology.Prediction;
using Dose = Sojourn.Domain.Dosing.Dose;

namespace Sojourn.Web.Dosing.Curve;

/// <summary>What the record says, in the words of the models. Here decimals become doubles; nothing comes back into the record.</summary>
internal static class CurveInputs
{
    /// <summary>Rules of the shipped programmes whose findings make a curve less sure.</summary>
    private static readonly string[] Liver = ["E29", "E30"];
    private static readonly string[] Pregnancy = ["E15"];
    private static readonly string[] Interactions = ["M12", "M13"];

    internal static IReadOnlyList<GivenDose> Doses(IEnumerable<Dose> doses, DateTimeOffset zero) => [.. doses.SelectMany(dose => Of(dose, zero))];

    /// <summary>One dose at minute nought, all at once.</summary>
    internal static IReadOnlyList<GivenDose> AtOnce(DoseRoute route, Milligrams amount) => [new GivenDose(By(route), 0, (double)amount.Value)];

    /// <summary>Esketamine has a model of its own; for everything else the default.</summary>
    internal static Model Model(IReadOnlyList<GivenDose> doses) =>
        doses.Count > 0 && doses.All(dose => dose.Route == Route.NasalDevice) ? ModelLibrary.Find("perezruixo2021")! : ModelLibrary.Default;

    internal static Body Body(Records records, Booking booking, MedicineSession.State state, DateOnly today)
    {
        var found = records.All<FindingRow>("select rule_id, title, answer from screening_finding where course_id = @CourseId", new { booking.CourseId });
        var born = PeopleRecords.One(records, booking.PersonId.Value)?.BornOn;
        return new Body(
            (double)(state.Weight?.Value ?? 0),
            born is { } day ? Years(day, today) : null,
            Liver.Any(Has),
            Pregnancy.Any(Has),
            [.. found.Where(row => Interactions.Contains(row.RuleId, StringComparer.Ordinal)).Select(row => row.Answer.Length > 0 ? row.Answer : row.Title)]);

        bool Has(string rule) => found.Any(row => string.Equals(row.RuleId, rule, StringComparison.Ordinal));
    }

    /// <summary>Each rate of an infusion is an even input of its own; a stopped one ends where it was stopped.</summary>
    private static IEnumerable<GivenDose> Of(Dose dose, DateTimeOffset zero) => dose.Infusion is { } infusion
        ? infusion.Steps.Where(step => step.To > step.From && step.MilligramsPerMinute > 0).Select(step =>
        {
            var minutes = (step.To - step.From).TotalMinutes;
            return new GivenDose(Route.VeinEvenly, (step.From - zero).TotalMinutes, (double)step.MilligramsPerMinute * minutes, minutes);
        })
        : [new GivenDose(By(dose.Route), (dose.GivenAt - zero).TotalMinutes, (double)dose.Milligrams.Value)];

    private static Route By(DoseRoute route) => route switch
    {
        DoseRoute.IvInfusion => Route.VeinAtOnce,
        DoseRoute.Intramuscular => Route.Muscle,
        DoseRoute.Subcutaneous => Route.UnderTheSkin,
        DoseRoute.Sublingual => Route.UnderTongue,
        DoseRoute.Intranasal => Route.Nose,
        DoseRoute.Oral => Route.Mouth,
        _ => Route.NasalDevice,
    };

    private static int Years(DateOnly born, DateOnly today) => today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);

    private sealed record FindingRow
    {
        public string RuleId { get; init; } = "";

        public string Title { get; init; } = "";

        public string Answer { get; init; } = "";
    }
}
