using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Screening;

/// <summary>What of a programme an assessment is decided by.</summary>
/// <param name="Routes">Routes that the programme allows; a medicine rule for other routes only is no matter here.</param>
public sealed record Ruleset(
    string Programme,
    int Version,
    IReadOnlyList<FactQuestion> Questions,
    IReadOnlyList<EligibilityRule> Rules,
    IReadOnlyList<MedicineRule> MedicineRules,
    IReadOnlyList<ValidityPeriod> Validity,
    IReadOnlyList<DoseRoute> Routes)
{
    public static Ruleset Of(Programme programme) => new(
        programme.Id,
        programme.Version,
        programme.Facts,
        programme.Eligibility,
        programme.MedicineRules,
        programme.Validity,
        [.. programme.Dosing.Select(dosing => dosing.Route)]);

    public FactQuestion? Question(string id) => Questions.FirstOrDefault(question => question.Id == id);

    public int? DaysValid(string period) => Validity.FirstOrDefault(validity => validity.Id == period)?.Days;
}
