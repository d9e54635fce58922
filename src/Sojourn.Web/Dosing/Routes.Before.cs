using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>Before: weight, who watches, the gate.</summary>
internal sealed partial class DosingRoutes
{
    private static Task<IResult> Weigh(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var weight = f.Number("weight", "today's weight in kilograms", 0.1m, 1000m);
        var again = f.OptionalNumber("weight-again", "the weight a second time", 0.1m, 1000m);
        return Run(x, f, "weight", sender, facts => new MedicineSession.Command.Weigh(sender.At, new Kilograms(weight), facts.LastWeight(), again is { } second ? new Kilograms(second) : null));
    }

    /// <summary>Ticks what was ticked, takes back what was not; with <c>action=pass</c> passes the gate as well. Together or not at all.</summary>
    private static Task<IResult> PassGate(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var ticked = x.Fields.Every("tick");
        var passes = x.Fields["action"] != "keep";
        return Run(x, f, "gate", sender, (facts, desk) =>
        {
            var state = desk.State(MedicineSlice.Slice, x.Id());
            var changed = Gate.Lines(facts.Gate, state, sender.At).Where(line => line.ByHand && line.Holds != ticked.Contains(line.Id));
            foreach (var line in changed.Where(line => !line.Holds || Gate.MayTick(x.Who.Staff, line, facts.Team)))
            {
                desk.Do(MedicineSlice.Slice, x.Id(), new MedicineSession.Command.CheckGateItem(sender.At, x.Who.Staff, line.Id, !line.Holds, facts.Gate));
            }

            if (passes)
            {
                desk.Do(MedicineSlice.Slice, x.Id(), new MedicineSession.Command.PassGate(sender.At, x.Who.Staff, facts.Gate));
            }
        });
    }

    private static Task<IResult> Watch(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var action = f.OneOf<PresenceAction>("action", "Choose: begin, end or hand over.");
        var staff = f.OptionalId("staff", "Choose who.") is { } chosen ? new StaffId(chosen) : x.Who.Staff;
        var to = action == PresenceAction.HandOver ? new StaffId(f.Id("to", "Choose who takes over.")) : default;
        return Run(x, f, "presence", sender, (facts, desk) =>
        {
            desk.Do(MedicineSlice.Slice, x.Id(), action switch
            {
                PresenceAction.Begin => new MedicineSession.Command.BeginPresence(sender.At, staff, at, facts.Team),
                PresenceAction.End => new MedicineSession.Command.EndPresence(sender.At, staff, at),
                _ => new MedicineSession.Command.HandOver(sender.At, staff, to, at, facts.Team),
            });

            // Whoever begins to watch is not called for any more, at once.
            desk.Do(MedicineSlice.Slice, x.Id(), new MedicineSession.Command.LookAgain(sender.At, facts.Look));
        });
    }

    internal enum PresenceAction
    {
        Begin,
        End,
        HandOver,
    }
}
