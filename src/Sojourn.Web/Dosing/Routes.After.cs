using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>After: the discharge list, going home, leaving against advice.</summary>
internal sealed partial class DosingRoutes
{
    /// <summary>Ticks what was ticked, takes back what was not; with <c>action=discharge</c> the person goes home. Together or not at all.</summary>
    private static Task<IResult> Discharge(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var ticked = x.Fields.Every("tick");
        var leaves = x.Fields["action"] != "keep";
        var escort = f.OptionalText("escort", 120) ?? "";
        var said = f.Ticked("no-driving");
        return Run(x, f, "discharge", sender, (facts, desk) =>
        {
            var state = desk.State(MedicineSlice.Slice, x.Id());
            foreach (var line in GoingHome.Lines(facts.Discharge, state, sender.At).Where(line => line.ByHand && line.Holds != ticked.Contains(line.Id)))
            {
                desk.Do(MedicineSlice.Slice, x.Id(), new MedicineSession.Command.CheckDischargeItem(sender.At, x.Who.Staff, line.Id, !line.Holds, facts.Discharge));
            }

            if (leaves)
            {
                desk.Do(MedicineSlice.Slice, x.Id(), new MedicineSession.Command.Discharge(sender.At, x.Who.Staff, escort, said, facts.Discharge));
            }
        });
    }

    private static Task<IResult> Depart(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var words = f.OptionalText("words", 2000) ?? "";
        return Run(x, f, "departure", sender, _ => new MedicineSession.Command.LeaveAgainstAdvice(sender.At, x.Who.Staff, words));
    }
}
