namespace Sojourn.Web.Design;

/// <summary>The facts of a patient banner.</summary>
/// <param name="Today">The day in the clinic's zone, for the age.</param>
/// <param name="Number">The identifier that the clinic reads aloud; ten digits are spaced.</param>
/// <param name="Allergies">Null when nobody has asked (Not known); empty when asked and none (None known).</param>
/// <param name="Href">The person's page; null on that page itself.</param>
public sealed record BannerPerson(
    string Family,
    string Given,
    DateOnly? Born,
    DateOnly Today,
    string? Sex,
    string? Number,
    IReadOnlyList<string>? Allergies,
    IReadOnlyList<BannerAlert> Alerts,
    string? Href = null);

/// <summary>Something that everybody who opens this person must know: "Pressure rises".</summary>
public sealed record BannerAlert(Mark Mark, string Words);
