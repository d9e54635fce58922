using Microsoft.AspNetCore.Http;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Accounts;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>During: the dose, the rate, the stop. Ranges here are only as wide as a number can be; every limit is the decision's, so that its sentence is the same by every way.</summary>
internal sealed partial class DosingRoutes
{
    private const decimal AnyAmount = 1_000_000m;

    private static async Task<IResult> GiveDose(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var route = Route(f);
        var mg = f.Number("mg", "the dose in milligrams", -AnyAmount, AnyAmount);
        var again = f.OptionalNumber("mg-again", "the figure a second time", -AnyAmount, AnyAmount);
        var minutes = f.OptionalWhole("minutes", "the minutes it runs over", -100_000, 100_000);
        var second = f.OptionalId("checked-by", "Choose who checked.");
        var confirmed = await Confirmed(x, f, second);
        var by = Override(f);
        var note = f.OptionalText("note", 400);
        return await Run(x, f, "dose", sender, facts => new MedicineSession.Command.GiveDose(
            sender.At, Entry(sender), x.Who.Staff, at, route, new Milligrams(mg), minutes, Staff(second), again is { } twice ? new Milligrams(twice) : null, by, note, facts.Dose(route), confirmed));
    }

    private static async Task<IResult> ChangeRate(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var rate = f.Number("rate", "the rate in mg a minute", -AnyAmount, AnyAmount);
        var minutes = f.Whole("minutes", "the minutes it goes on", -100_000, 100_000);
        var second = f.OptionalId("checked-by", "Choose who checked.");
        var confirmed = await Confirmed(x, f, second);
        var by = Override(f);
        return await Run(x, f, "rate", sender, facts => new MedicineSession.Command.ChangeInfusion(
            sender.At, x.Who.Staff, at, rate, minutes, Staff(second), by, facts.Dose(DoseRoute.IvInfusion), confirmed));
    }

    private static Task<IResult> StopInfusion(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var why = f.OptionalText("why", 400);
        return Run(x, f, "stop", sender, _ => new MedicineSession.Command.StopInfusion(sender.At, at, why));
    }

    private static DoseRoute Route(FieldReader f)
    {
        var text = f.Text("route", "Choose the route.", 40);
        if (text.Length > 0 && !DoseRoutes.ById.ContainsKey(text))
        {
            f.Fault("route", $"“{text}” is not a route. Routes are {string.Join(", ", DoseRoutes.ById.Keys)}.");
        }

        return DoseRoutes.ById.GetValueOrDefault(text);
    }

    private static Override? Override(FieldReader f) =>
        (f.OptionalId("override-by", "Choose the prescriber."), f.OptionalText("override-reason", 1000)) switch
        {
            (null, null) => null,
            var (by, reason) => new Override(new StaffId(by ?? Guid.Empty), reason ?? ""),
        };

    /// <summary>The second person typed their own PIN. A wrong one is said at once; a missing one is the decision's to say, with everything else.</summary>
    private static async Task<bool> Confirmed(Exchange x, FieldReader f, Guid? second)
    {
        if (second is not { } staff || f.Fields["checker-pin"] is not { } pin)
        {
            return false;
        }

        if (await x.Service<Pins>().Check(new StaffId(staff), pin) is not { } wrong)
        {
            return true;
        }

        f.Fault("checker-pin", wrong);
        return false;
    }

    private static StaffId? Staff(Guid? id) => id is { } known ? new StaffId(known) : null;
}
