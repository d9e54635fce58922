using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Courses;

public sealed partial class NewCoursePage
{
    /// <param name="Words">What the person comes for; null while nobody has written it.</param>
    /// <param name="Chosen">The programme that the course will be in; null while it is being chosen.</param>
    /// <param name="Likely">Its conditions that are like the words, best first.</param>
    public sealed record View(
        PersonId PersonId,
        BannerPerson Person,
        string? Words,
        IReadOnlyList<View.Offer> Offers,
        Programme? Chosen,
        IReadOnlyList<TreatedCondition> Likely,
        string? Site,
        IReadOnlyList<Option> Sites,
        IReadOnlyList<Option> Therapists,
        IReadOnlyList<Option> Prescribers,
        IReadOnlyList<Option> Nurses,
        Form Form)
    {
        public sealed record Offer(Programme Programme, IReadOnlyList<TreatedCondition> Likely);

        internal static View Make(Exchange x, PersonId id, BannerPerson person, Form form)
        {
            var words = form.Value("own-words");
            var chosen = x.Clinic.Programmes.Find(form.Value("programme") ?? "");
            var offers = x.Clinic.Programmes.ById.Values
                .Select(programme => new Offer(programme, ConditionSearch.Offer(programme.Conditions, words)))
                .OrderByDescending(offer => offer.Likely.Count > 0 ? ConditionSearch.Likeness(offer.Likely[0], words) : 0)
                .ThenBy(offer => offer.Programme.Title, StringComparer.Ordinal);
            var sites = WhoItIs.Sites(x.Records);
            return new View(
                id,
                person,
                words,
                [.. offers],
                chosen,
                ConditionSearch.Offer(chosen?.Conditions ?? [], words),
                x.Records.Value<string>("select site_id from person where id = @id", new { id }) ?? (sites.Count == 1 ? sites[0].Value : null),
                sites,
                WhoItIs.Staff(x.Records, Roles.Therapist),
                WhoItIs.Staff(x.Records, Roles.Prescriber),
                WhoItIs.Staff(x.Records, Roles.Nurse),
                form);
        }
    }
}
