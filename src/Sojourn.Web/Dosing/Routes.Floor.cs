using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Dosing.Floor;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>The group floor: everybody in one room, and one pass of vitals for all of them.</summary>
internal sealed partial class DosingRoutes
{
    private const string Floor = "/rooms/{id}/floor";

    private static IResult ShowFloor(Exchange x) => FloorView.Of(x) is { } view ? x.Page<FloorPage>(view) : x.Missing("There is no such room.");

    private static IResult ShowPass(Exchange x, Func<FloorView, FloorView>? with) =>
        FloorView.Of(x) is { } view ? x.Page<FloorVitals>(with?.Invoke(view) ?? view, with is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity) : x.Missing("There is no such room.");

    private static IResult FloorChanges(Exchange x)
    {
        if (FloorView.Of(x) is not { } view)
        {
            return x.Missing("There is no such room.");
        }

        x.Records.Dispose();
        return TypedResults.ServerSentEvents(Stream(x.Service<RoomChanges>(), [.. view.Tiles.Select(tile => tile.Id)], x.Http.RequestAborted));
    }

    /// <summary>Each row is a command of its own to the session in its fields' names: one that is refused keeps none of the others from being recorded.</summary>
    private static async Task<IResult> TakeVitalsPass(Exchange x)
    {
        var saved = new HashSet<Guid>();
        var faults = new List<Fault>();
        var refusals = new List<Refusal>();
        foreach (var row in x.Fields.Names.Where(name => x.Fields[name] is not null).GroupBy(SessionIn).Where(row => row.Key is not null))
        {
            var session = row.Key!.Value;
            var f = new FieldReader(new Fields(row.ToDictionary(name => name[37..], x.Fields.Every, StringComparer.Ordinal)));
            var vitals = ReadVitals(f);
            if (f.Faults.Count > 0)
            {
                faults.AddRange(f.Faults.Select(fault => fault with { Where = $"{session}-{fault.Where}" }));
            }
            else if (await TakeRow(x, session, vitals) is Outcome.Refused refused)
            {
                refusals.AddRange(refused.Reasons.Select(reason => reason with { Field = $"{session}-{reason.Field ?? "systolic"}" }));
            }
            else
            {
                saved.Add(session);
            }
        }

        if (saved.Count + faults.Count + refusals.Count == 0)
        {
            refusals.Add(new Refusal("vitals.empty", "Enter at least one reading."));
        }

        return Answer(x, saved, faults, refusals);
    }

    private static Task<Outcome> TakeRow(Exchange x, Guid session, Vitals vitals)
    {
        // The same form sent twice gives each row the same id, and records it once.
        var sender = x.Clinic.SenderFor(x.Who.Actor, DerivedId.From($"vitals-pass {session:D}", x.Sender.CommandId));
        return x.Clinic.Run(sender, desk =>
        {
            if (RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At) is { } facts && facts.Booking.RoomId?.Value == x.Id())
            {
                desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.TakeVitals(sender.At, Entry(sender), x.Who.Staff, sender.At, vitals, facts.Watch));
            }
            else
            {
                desk.Refuse("floor.not-here", "This person is not in this room any more: nothing was recorded for them here. Use their own room.");
            }
        });
    }

    private static IResult Answer(Exchange x, HashSet<Guid> saved, List<Fault> faults, List<Refusal> refusals)
    {
        if (x.WantsJson)
        {
            return Results.Json(
                new { recorded = saved, reasons = faults.Select(fault => new { code = "form.fault", sentence = fault.Sentence, field = (string?)fault.Where }).Concat(refusals.Select(reason => new { code = reason.Code, sentence = reason.Sentence, field = reason.Field })) },
                statusCode: faults.Count + refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

        if (faults.Count + refusals.Count == 0)
        {
            return x.To($"/rooms/{x.Id()}/floor");
        }

        var left = new Fields(x.Fields.Names.Where(name => SessionIn(name) is not { } session || !saved.Contains(session)).ToDictionary(name => name, x.Fields.Every, StringComparer.Ordinal));
        return ShowPass(x, view => view with { Form = Form.Back(left, faults, refusals), Saved = saved });
    }

    /// <summary>"SESSION-systolic": whose reading it is cannot be lost or mixed up on the way.</summary>
    private static Guid? SessionIn(string name) => name.Length > 37 && name[36] == '-' && Guid.TryParseExact(name[..36], "D", out var session) ? session : null;
}
