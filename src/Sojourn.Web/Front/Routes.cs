using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Publishing;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Staff;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Front;

/// <summary>What anybody may read about the clinic: its programmes, who leads them, and what those who treat have learnt.</summary>
internal sealed class FrontRoutes : ISliceRoutes
{
    private static readonly string[] Treating = [Roles.Therapist, Roles.Prescriber, Roles.Nurse];

    public static void Map(Routes routes)
    {
        routes.Get("/home", Permission.SignedIn, x => x.To(x.Who.IsStaff ? Sites.SiteHere.MustChoose(x) ? "/site" : "/today" : "/my"));
        routes.Get("/", Permission.Public, x => x.Page<FrontPage>(new FrontPage.View(PublishingRecords.Offered(x.Clinic.Programmes, x.Records), People(x))));
        routes.Get("/about/{programme}", Permission.Public, About);
        routes.Get("/about/people/{id}", Permission.Public, Credentials);
    }

    /// <summary>Those of the clinic who treat, and whoever leads a programme; the trained first.</summary>
    internal static IReadOnlyList<PublicPerson> People(Exchange x)
    {
        var leads = PublishingRecords.Leads(x.Records).Select(lead => lead.StaffId).ToHashSet();
        var valid = StaffRecords.Credentials(x.Records).Where(row => row.IssuedOn <= x.Today && row.ExpiresOn >= x.Today).ToLookup(row => row.StaffId);
        return
        [
            .. StaffRecords.All(x.Records).Where(row => row.Active && ((row.Outside is null && row.RoleList.Intersect(Treating).Any()) || leads.Contains(row.Id)))
                .Select(row => new PublicPerson(
                    row.Id,
                    row.Given,
                    row.Family,
                    string.Join(" and ", Treating.Where(row.RoleList.Contains)),
                    valid[row.Id].Any(credential => credential.Kind.Equals(StaffMember.KapTraining, StringComparison.OrdinalIgnoreCase)),
                    [.. valid[row.Id].OrderByDescending(credential => credential.Kind.Equals(StaffMember.KapTraining, StringComparison.OrdinalIgnoreCase)).ThenBy(credential => credential.Kind, StringComparer.Ordinal)]))
                .OrderByDescending(person => person.IsTrained),
        ];
    }

    private static IResult About(Exchange x)
    {
        var id = x.Http.Request.RouteValues["programme"]?.ToString();
        if (PublishingRecords.Offered(x.Clinic.Programmes, x.Records).FirstOrDefault(one => one.Id == id) is not { } programme)
        {
            return x.Missing("This programme is not offered at the moment. The others are on the first page.");
        }

        var people = People(x).ToDictionary(person => person.Id);
        return x.Page<AboutPage>(new AboutPage.View(programme, [.. PublishingRecords.Leads(x.Records, programme.Id).Where(lead => people.ContainsKey(lead.StaffId)).Select(lead => (lead.Title, people[lead.StaffId]))]));
    }

    private static IResult Credentials(Exchange x) => People(x).FirstOrDefault(person => person.Id == new StaffId(x.Id())) is { } person
        ? x.Page<CredentialsShownPage>(new CredentialsShownPage.View(
            person,
            [.. PublishingRecords.Offered(x.Clinic.Programmes, x.Records).Where(programme => PublishingRecords.Leads(x.Records, programme.Id).Any(lead => lead.StaffId == person.Id))],
            x.Today))
        : x.Missing("Nobody of this name works here. Those who do are on the first page.");
}
