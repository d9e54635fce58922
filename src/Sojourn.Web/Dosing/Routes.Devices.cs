using Microsoft.AspNetCore.Http;
using Sojourn.Domain.Dosing;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>What a device measured: confirmed by somebody at the chair, or flagged as artefact.</summary>
internal sealed partial class DosingRoutes
{
    private static Task<IResult> ConfirmDeviceReading(Exchange x)
    {
        var sender = x.Sender;
        return Run(x, new FieldReader(x.Fields), "device-reading", sender, facts => new MedicineSession.Command.ConfirmDeviceVitals(sender.At, new EntryId(x.Id("reading")), x.Who.Staff, facts.Watch));
    }

    private static Task<IResult> FlagArtefact(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var why = f.OptionalText("why", 400);
        return Run(x, f, "device-reading", sender, _ => new MedicineSession.Command.FlagArtefact(sender.At, new EntryId(x.Id("reading")), x.Who.Staff, why));
    }
}
