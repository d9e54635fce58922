using Sojourn.Clinic.People;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Measures;

/// <summary>The banner above a page about a person.</summary>
internal static class PersonHead
{
    /// <summary>Null where nobody of that id is on the register.</summary>
    internal static BannerPerson? Of(Exchange x, PersonId person)
    {
        if (PeopleRecords.One(x.Records, person.Value) is not { } row)
        {
            return null;
        }

        var allergies = PeopleRecords.Allergies(x.Records, person.Value).Where(allergy => allergy.Status == "active").Select(allergy => allergy.Substance).ToList();
        return new(
            row.Family,
            row.Given,
            row.BornOn,
            x.Today,
            row.Sex == "not-known" ? null : char.ToUpperInvariant(row.Sex[0]) + row.Sex[1..],
            row.Number.ToString("### ###", System.Globalization.CultureInfo.InvariantCulture),
            allergies.Count > 0 ? allergies : row.NoKnownAllergies ? [] : null,
            [],
            $"/people/{person.Value}");
    }
}
