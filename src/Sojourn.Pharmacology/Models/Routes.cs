using Sojourn.Pharmacology.Kinetics;

namespace Sojourn.Pharmacology.Models;

/// <summary>How a dose was given.</summary>
public enum Route
{
    /// <summary>Into a vein, all at once.</summary>
    VeinAtOnce,

    /// <summary>Into a vein, evenly for some minutes. A changed rate is two of these, a stopped one is what was given until then.</summary>
    VeinEvenly,

    /// <summary>Into a muscle.</summary>
    Muscle,

    /// <summary>Under the skin. No model here knows it; it is refused with a sentence.</summary>
    UnderTheSkin,

    /// <summary>Under the tongue and swallowed afterwards.</summary>
    UnderTongue,

    /// <summary>Under the tongue and spat out.</summary>
    UnderTongueSpatOut,

    /// <summary>Racemic spray into the nose.</summary>
    Nose,

    /// <summary>Esketamine from a nasal device.</summary>
    NasalDevice,

    /// <summary>Swallowed.</summary>
    Mouth,
}

/// <summary>What was given to somebody.</summary>
/// <param name="Route">How.</param>
/// <param name="AtMinutes">Minutes from the chart's nought; may be negative.</param>
/// <param name="Milligrams">Of base, from 0.</param>
/// <param name="DurationMinutes">Of an even input into a vein; otherwise 0.</param>
public sealed record GivenDose(Route Route, double AtMinutes, double Milligrams, double DurationMinutes = 0);

/// <summary>What a model makes of a route.</summary>
internal static class Routes
{
    internal static bool Knows(Model model, Route route) => route is Route.VeinAtOnce or Route.VeinEvenly || model.Figures.ContainsKey($"routes/{Name(route)}/{(route == Route.Mouth && model.Structure == Structure.Hepatic ? "gut" : "F")}");

    /// <summary>The inputs of these doses for one person; as many and at the same minutes for everybody.</summary>
    internal static Dose[] Inputs(Model model, IEnumerable<GivenDose> given, Differences differs)
    {
        List<Dose> inputs = [];
        var devices = 0;
        foreach (var dose in given.OrderBy(dose => dose.AtMinutes))
        {
            switch (dose.Route)
            {
                case Route.VeinAtOnce:
                    inputs.Add(Dose.Bolus(dose.AtMinutes, dose.Milligrams));
                    break;
                case Route.VeinEvenly:
                    inputs.Add(Dose.Infusion(dose.AtMinutes, dose.Milligrams, dose.DurationMinutes));
                    break;
                case Route.NasalDevice:
                    devices = AddDevices(model, dose, devices, differs, inputs);
                    break;
                case Route.Mouth when model.Structure == Structure.Hepatic:
                    inputs.Add(Dose.EvenThenFirstOrder(
                        dose.AtMinutes, dose.Milligrams, model["routes/mouth/gut"], model["routes/mouth/even"] * Scaling.MinutesPerHour,
                        model["routes/mouth/ka"] * differs("kaSwallowed") / Scaling.MinutesPerHour, Entry.Liver));
                    break;
                default:
                    inputs.Add(FirstOrder(model, dose, differs));
                    break;
            }
        }

        return [.. inputs];
    }

    private static Dose FirstOrder(Model model, GivenDose dose, Differences differs)
    {
        var name = Name(dose.Route);
        var spread = dose.Route == Route.UnderTongueSpatOut ? Name(Route.UnderTongue) : name;
        var presystemic = model[$"routes/{name}/presystemic"];
        var fraction = Math.Min(model[$"routes/{name}/F"] * differs("F." + spread), 1 - presystemic);
        return Dose.FirstOrder(dose.AtMinutes, dose.Milligrams, fraction, model[$"routes/{name}/ka"] * differs("ka"), model[$"routes/{name}/lag"], presystemic);
    }

    /// <summary>The first device of a day gives a larger share through the nose than those that follow; what does not stay there is swallowed.</summary>
    private static int AddDevices(Model model, GivenDose dose, int before, Differences differs, List<Dose> inputs)
    {
        const string Of = "routes/nasal-device/";
        var odds = model[Of + "F"] / (1 - model[Of + "F"]) * differs("F.nasal-device");
        var first = odds / (1 + odds);
        var left = dose.Milligrams;
        while (left > 0)
        {
            var milligrams = Math.Min(left, model[Of + "device"]);
            var share = before == 0 ? first : first * model[Of + "FFurtherDevice"];
            inputs.Add(Dose.FirstOrder(dose.AtMinutes, milligrams, share, model[Of + "ka"] * differs("ka") / Scaling.MinutesPerHour));
            inputs.Add(Dose.EvenThenFirstOrder(
                dose.AtMinutes, milligrams, (1 - share) * model[Of + "gut"], model[Of + "swallowedEven"] * Scaling.MinutesPerHour,
                model[Of + "kaSwallowed"] * differs("kaSwallowed") / Scaling.MinutesPerHour, Entry.Liver));
            left -= milligrams;
            before++;
        }

        return before;
    }

    private static string Name(Route route) => route switch
    {
        Route.Muscle => "muscle",
        Route.UnderTheSkin => "under-the-skin",
        Route.UnderTongue => "under-tongue",
        Route.UnderTongueSpatOut => "under-tongue-spat-out",
        Route.Nose => "nose",
        Route.NasalDevice => "nasal-device",
        Route.Mouth => "mouth",
        _ => "vein",
    };
}
