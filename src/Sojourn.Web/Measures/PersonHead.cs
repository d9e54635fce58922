using Sojourn.Clinic.People;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.People;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Measures;

/// <summary>The banner above a page about a person.</summary>
internal static class PersonHead
{
    /// <summary>Null where nobody of that id is on the register.</summary>
    internal static BannerPerson? Of(Exchange x, PersonId person) =>
        PeopleRecords.One(x.Records, person.Value) is { } row ? PersonWords.Banner(x.Records, row, x.Today, $"/people/{person.Value}") : null;
}
