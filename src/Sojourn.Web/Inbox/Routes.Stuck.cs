using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Inbox;

/// <summary>A reaction that did not go through, shown to a manager, who can have it tried again.</summary>
internal sealed class StuckRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/stuck/{id}", Permission.SeeInbox, x => Show(x, Form.Fresh));
        routes.Post("/stuck/{id}/tries", Permission.ManageClinic, TryAgain);
    }

    private static IResult Show(Exchange x, Form form) =>
        StuckReactions.One(x.Records, x.Id()) is { } row
            ? x.Page<StuckPage>(new StuckPage.View(row, form, x.Who), form.HasProblem ? 422 : 200)
            : x.Missing("This step has gone through; nothing is left to do.");

    private static async Task<IResult> TryAgain(Exchange x)
    {
        if (StuckReactions.One(x.Records, x.Id()) is null)
        {
            return Show(x, Form.Fresh);
        }

        return await x.Service<Reactor>().TryAgain(x.Id()) is null
            ? x.To("/inbox")
            : Show(x, Form.Back(x.Fields, [], [new Refusal("stuck.still", "It did not go through this time either. What the program says is below.")]));
    }
}
