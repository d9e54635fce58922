using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>Before: the weight, the ticks, the gate.</summary>
public static partial class MedicineSession
{
    /// <summary>A first weight above this asks whether pounds were meant. Kilograms, not included. Guard against mistyping, says nothing about health.</summary>
    public const decimal WeightThatAsks = 130m;

    /// <summary>A weight that is so many times the last one, or that part of it, asks as well: pounds are 2.2 times kilograms.</summary>
    public const decimal ChangeThatAsks = 1.5m;

    private static Decision<Event> CheckGateItem(Command.CheckGateItem check, State state)
    {
        if (state.Stage != Stage.Waiting)
        {
            return Refuse("gate.passed-already", "The gate is passed; its ticks stay as they were.");
        }

        return Gate.Lines(check.Facts, state, check.At).FirstOrDefault(line => line.Id == check.Item) switch
        {
            null => Refuse("gate.unknown-item", "This is not an item of this gate. Load the page again."),
            { ByHand: false } line => Refuse("gate.answered-by-record", Write.Ended($"The record answers this, nobody ticks it: {line.Title}")),
            { } line when !Gate.MayTick(check.By, line, check.Facts.Team) => Refuse("gate.not-yours", $"{line.Title.TrimEnd('.')}: this can be ticked by {Write.Listed(line.ClearedBy)}."),
            { } line => line.Holds == check.Holds ? Accept<Event>() : new Event.GateItemChecked(line.Id, line.Title, check.Holds, check.By, check.At),
        };
    }

    private static Decision<Event> Weigh(Command.Weigh weigh)
    {
        var weight = weigh.Weight.Value;
        if (weight is < Kilograms.LeastPlausible or > Kilograms.MostPlausible)
        {
            return Refuse([new("dosing.weight-implausible", $"{weigh.Weight} is outside {Kilograms.LeastPlausible:0} to {Kilograms.MostPlausible:0} kg. Weigh again, in kilograms.", Field: "weight")]);
        }

        var asks = weigh.LastKnown is { } last ? weight > last.Value * ChangeThatAsks || weight * ChangeThatAsks < last.Value : weight > WeightThatAsks;
        if (asks && weigh.Again != weigh.Weight)
        {
            var before = weigh.LastKnown is { } known ? $"The last weight was {known}. " : "";
            return Refuse([new("dosing.weight-unusual", $"{before}Did the scale show pounds? {Write.Number(weight)} lb is {Pounds(weight)}. If {weigh.Weight} is right, type it a second time.", Field: "weight-again")]);
        }

        return new Event.Weighed(weigh.Weight, weigh.At, asks);
    }

    private static Decision<Event> PassGate(Command.PassGate pass, State state)
    {
        if (state.Stage != Stage.Waiting)
        {
            return Refuse("gate.passed-already", "The gate is passed already.");
        }

        var lines = Gate.Lines(pass.Facts, state, pass.At);
        var missing = lines.SelectMany(line => line.Missing).ToList();
        if (missing.Count > 0)
        {
            return Refuse(missing);
        }

        var facts = pass.Facts;
        return new Event.GatePassed(
            pass.At,
            pass.By,
            facts.Person,
            facts.Course,
            state.Weight!.Value,
            facts.Escort!.Name,
            facts.Room,
            [.. state.WatchingAt(pass.At)],
            [.. lines.Select(line => new Proof(line.Id, line.Title, line.ByHand ? "ticked" : "the record", line.Ticked?.By))],
            facts.Programme,
            facts.ProgrammeVersion);
    }

    private static string Pounds(decimal pounds) => new Kilograms(pounds * 0.45359237m).ToString();
}
