using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Prices;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Prices;

/// <summary>What a course is likely to cost: the person's own page, and the same for staff to print or read out.</summary>
internal sealed class PriceRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/costs", Permission.SeeCourse, x => CoursePlace.ForStaff(x, course => x.Page<EstimatePage>(new EstimatePage.View(CourseHead.Of(x, course), CourseEstimate.Of(x.Records, course)))));
        routes.Get("/my/costs", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => x.Page<MyEstimatePage>(CourseEstimate.Of(x.Records, course))));
    }
}
