using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.People;

/// <summary>A person as programs read them. Health only for whoever may see the record.</summary>
internal static class PersonJson
{
    internal static object Of(Records records, PersonRow person, bool health)
    {
        var id = person.Id.Value;
        return new
        {
            id,
            number = person.Number,
            family = person.Family,
            given = person.Given,
            preferred = person.Preferred,
            bornOn = person.BornOn,
            sex = person.Sex,
            pronouns = person.Pronouns,
            email = person.Email,
            phone = person.Phone,
            address = person.Address,
            language = person.Language,
            died = person.Died,
            identifiers = PeopleRecords.Identifiers(records, id),
            noKnownAllergies = health ? person.NoKnownAllergies : (bool?)null,
            allergies = health ? PeopleRecords.Allergies(records, id) : null,
            conditions = health ? PeopleRecords.Conditions(records, id) : null,
            medicines = health ? PeopleRecords.Medicines(records, id) : null,
            vitals = health ? PeopleRecords.Vitals(records, id) : null,
        };
    }
}
