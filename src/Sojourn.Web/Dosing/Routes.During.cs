using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>During: readings, moments, symptoms, depth, voice, alerts, corrections.</summary>
internal sealed partial class DosingRoutes
{
    private static Task<IResult> TakeVitals(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var vitals = ReadVitals(f);
        return Run(x, f, "vitals", sender, facts => new MedicineSession.Command.TakeVitals(sender.At, Entry(sender), x.Who.Staff, at, vitals, facts.Watch));
    }

    private static Task<IResult> NoteMoment(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var kind = f.OneOf<MomentKind>("kind", "Choose what it is.");
        var words = f.OptionalText("words", 2000) ?? "";
        return Run(x, f, kind == MomentKind.Debrief ? "debrief" : "moment", sender, facts => new MedicineSession.Command.NoteMoment(sender.At, Entry(sender), at, kind, words, facts.Directive?.Choices.Recording));
    }

    private static Task<IResult> NoteSymptom(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var (severity, term) = OneTap(f.OptionalText("noted", 120)) ?? (f.OneOf<Severity>("severity", "Say how strong it is."), f.OptionalText("other-term", 120) ?? f.OptionalText("term", 120) ?? "");
        var action = f.OptionalText("did", 400);
        var outcome = f.OptionalOneOf<SymptomOutcome>("outcome") ?? SymptomOutcome.Ongoing;
        return Run(x, f, "symptom", sender, facts => new MedicineSession.Command.NoteSymptom(sender.At, Entry(sender), x.Who.Staff, at, term, severity, action, outcome, facts.Watch));
    }

    /// <summary>"mild nausea": both in one tap. Null when it is nothing of the kind.</summary>
    private static (Severity Severity, string Term)? OneTap(string? noted) =>
        noted?.Split(' ', 2) is [var word, var term] && Enum.TryParse<Severity>(word, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? (severity, term) : null;

    private static Task<IResult> EndSymptom(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        return Run(x, f, "symptoms", sender, _ => new MedicineSession.Command.EndSymptom(sender.At, new EntryId(x.Id("symptom")), at));
    }

    private static Task<IResult> MarkDepth(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var depth = f.OneOf<Depth>("depth", "Choose how deep it looks.");
        return Run(x, f, depth == Depth.Unresponsive ? "emergency" : "depth", sender, facts => new MedicineSession.Command.MarkDepth(sender.At, Entry(sender), x.Who.Staff, at, depth, facts.Watch));
    }

    private static Task<IResult> ChangeVoice(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var at = RoomTime.Read(f, Zone(x), sender.At);
        var voice = f.OneOf<Voice>("voice", "Choose talking or quiet.");
        return Run(x, f, "voice", sender, _ => new MedicineSession.Command.ChangeVoice(sender.At, at, voice));
    }

    private static Task<IResult> Acknowledge(Exchange x)
    {
        var sender = x.Sender;
        var number = AlertNumber(x);
        return Run(x, new FieldReader(x.Fields), AlertPart(number), sender, _ => new MedicineSession.Command.AcknowledgeAlert(sender.At, number, x.Who.Staff));
    }

    private static Task<IResult> SnoozeAlert(Exchange x)
    {
        var sender = x.Sender;
        var number = AlertNumber(x);
        return Run(x, new FieldReader(x.Fields), AlertPart(number), sender, facts => new MedicineSession.Command.SnoozeAlert(sender.At, number, x.Who.Staff, facts.Watch));
    }

    private static Task<IResult> CloseAlert(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var number = AlertNumber(x);
        var words = f.OptionalText("words", 1000) ?? "";
        return Run(x, f, AlertPart(number), sender, _ => new MedicineSession.Command.CloseAlert(sender.At, number, x.Who.Staff, words));
    }

    /// <summary>A reading, a moment or a dose as it should have been entered; the entry's kind is found by its id.</summary>
    private static async Task<IResult> Amend(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var entry = new EntryId(f.Id("entry", "Choose the entry to correct."));
        var why = f.OptionalText("why", 400) ?? "";
        var vitals = ReadVitals(f);
        var words = f.OptionalText("words", 2000) ?? "";
        var mg = f.OptionalNumber("mg", "the dose in milligrams", -AnyAmount, AnyAmount) ?? 0m;
        var second = f.OptionalId("checked-by", "Choose who checked.");
        var confirmed = await Confirmed(x, f, second);
        return await Run(x, f, x.Fields["of"] is "moment" or "dose" ? $"correct-{x.Fields["of"]}" : "amend", sender, (facts, desk) =>
        {
            var state = desk.State(Clinic.Dosing.MedicineSlice.Slice, x.Id());
            desk.Do(Clinic.Dosing.MedicineSlice.Slice, x.Id(), state switch
            {
                _ when state.Doses.FirstOrDefault(dose => dose.Id == entry) is { } dose =>
                    new MedicineSession.Command.AmendDose(sender.At, entry, x.Who.Staff, new Milligrams(mg), Staff(second), why, facts.Dose(dose.Route), confirmed),
                _ when state.Moments.ContainsKey(entry) => new MedicineSession.Command.AmendMoment(sender.At, entry, words, why),
                _ => new MedicineSession.Command.AmendVitals(sender.At, entry, x.Who.Staff, vitals, why, facts.Watch),
            });
        });
    }

    /// <summary>As wide as a number can be: what is plausible is the decision's to say.</summary>
    private static Vitals ReadVitals(FieldReader f)
    {
        return VitalFields.All.Aggregate(new Vitals(), (vitals, field) => field.With(vitals, field.Name == "temperature"
            ? f.OptionalNumber(field.Name, field.Words, -100_000m, 100_000m)
            : f.OptionalWhole(field.Name, field.Words, -100_000, 100_000)));
    }

    private static int AlertNumber(Exchange x) => int.TryParse(x.Http.Request.RouteValues["alert"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string AlertPart(int number) => string.Create(CultureInfo.InvariantCulture, $"alert-{number}");
}
