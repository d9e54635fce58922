using Sojourn.Pharmacology.Kinetics;

namespace Sojourn.Pharmacology.Models;

/// <summary>How somebody differs from the typical person: one factor for each parameter, all 1 for the typical one.</summary>
/// <param name="parameter">Its name in the model's file.</param>
internal delegate double Differences(string parameter);

/// <summary>A model's parameters for one body.</summary>
internal static class Scaling
{
    internal const double MinutesPerHour = 60;

    internal static double Typical(string parameter) => 1;

    /// <param name="model">Of flows or rates.</param>
    /// <param name="kilograms">Actual weight, above 0.</param>
    /// <param name="differs">Factors of this person.</param>
    internal static MicroConstants Micro(Model model, double kilograms, Differences differs) => model.Structure switch
    {
        Structure.Flows => OfFlows(model, kilograms, differs),
        Structure.Rates => new(
            model["disposition/V1"] * kilograms, model["disposition/k10"], model["disposition/k12"], model["disposition/k21"], Rate(model, "k13"), Rate(model, "k31"), null),
        _ => throw new InvalidOperationException($"{model.Id} is not written as one centre with compartments beside it."),
    };

    /// <param name="model">With a liver.</param>
    /// <param name="years">Age; null where it is not known. The flow through the liver falls with each year over 60.</param>
    /// <param name="differs">Factors of this person.</param>
    internal static HepaticConstants Hepatic(Model model, double? years, Differences differs)
    {
        var liverFlow = model["disposition/Qh"] - (Math.Max(0, (years ?? 0) - 60) * model["disposition/QhFallsPerYearOver60"]);
        var volume = model["norketamine/VN"];
        return new HepaticConstants(
            Of("Vc"), Of("Q1") / MinutesPerHour, Of("Vp1"), Of("Q2") / MinutesPerHour, Of("Vp2"),
            Math.Max(1, liverFlow) * differs("Qh") / MinutesPerHour, Of("Vh"), Of("kel") / MinutesPerHour, Of("kmet") / MinutesPerHour,
            new MetaboliteConstants(
                1, 1, volume, model["norketamine/CLN"] / volume / MinutesPerHour,
                model["norketamine/QN"] / volume / MinutesPerHour, model["norketamine/QN"] / model["norketamine/VP"] / MinutesPerHour));

        double Of(string name) => model["disposition/" + name] * differs(name);
    }

    /// <summary>Weight as far as the model scales by it.</summary>
    internal static double Held(Model model, double kilograms) =>
        model.Structure == Structure.Flows ? Math.Clamp(kilograms, model["size/least"], model["size/most"]) : kilograms;

    private static MicroConstants OfFlows(Model model, double kilograms, Differences differs)
    {
        var size = Held(model, kilograms) / model["size/reference"];
        var whole = differs("scale");
        var volumes = Math.Pow(size, model["size/volumes"]) * whole;
        var flows = Math.Pow(size, model["size/clearances"]) * whole / MinutesPerHour;
        var centre = model["disposition/V1"] * volumes * differs("V1");
        var second = model["disposition/V2"] * volumes * differs("V2");
        var third = model["disposition/V3"] * volumes * differs("V3");
        var toSecond = model["disposition/Q2"] * flows * differs("Q2");
        var toThird = model["disposition/Q3"] * flows * differs("Q3");
        var norketamine = model["norketamine/VN"] * volumes;
        var exchange = model["norketamine/QN"] * flows;
        return new MicroConstants(
            centre, model["disposition/CL"] * flows * differs("CL") / centre, toSecond / centre, toSecond / second, toThird / centre, toThird / third,
            new MetaboliteConstants(
                model["norketamine/fm"], model["norketamine/norketamineMolarMass"] / model["norketamine/ketamineMolarMass"], norketamine,
                model["norketamine/CLN"] * flows / norketamine, exchange / norketamine, exchange / (model["norketamine/VP"] * volumes)));
    }

    private static double Rate(Model model, string name) => model.Figures.TryGetValue("disposition/" + name, out var figure) ? figure.Value : 0;
}
