using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sojourn.Pharmacology.Relief;

/// <summary>A normal distribution.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bell(double Mean, double Sd);

/// <summary>
/// What is supposed of a person before their own scores speak, on a scale of 0 to 100 (percent of the instrument's most, higher is worse) and in days.
/// A set has a version and a source; none is a clinical limit.
/// </summary>
/// <param name="Baseline">The score without relief, at the first datum.</param>
/// <param name="Responders">Share of people with relief to lose, 0 to 1.</param>
/// <param name="Relief">Points of full relief of those who respond.</param>
/// <param name="OthersRelief">Points of full relief of those who do not.</param>
/// <param name="RefillLogit">Logit of the share of the missing relief that a session gives back.</param>
/// <param name="LogDecay">Natural logarithm of the decay constant after the first session, in days.</param>
/// <param name="LogDecayPain">The same for pain.</param>
/// <param name="Lengthening">By how much the logarithm grows from session to session, the eighth at most.</param>
/// <param name="LogNoise">Natural logarithm of the scatter of a score, in points.</param>
/// <param name="LogDrift">Natural logarithm of the drift of the baseline, in points in the root of a day.</param>
public sealed record ReliefPriors(
    string Version, string Source, Bell Baseline, double Responders, Bell Relief, Bell OthersRelief, Bell RefillLogit, Bell LogDecay, Bell LogDecayPain, Bell Lengthening, Bell LogNoise, Bell LogDrift)
{
    private const string Resource = "relief-priors.json";

    /// <summary>The set that is shipped.</summary>
    public static ReliefPriors Shipped { get; } = Read();

    /// <summary>The prior of the logarithm of the decay constant after the first session.</summary>
    public Bell Decay(bool isPain) => isPain ? LogDecayPain : LogDecay;

    private static ReliefPriors Read()
    {
        using var stream = typeof(ReliefPriors).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the program.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        double At(string part, string name) => root.GetProperty(part).GetProperty(name).GetDouble();
        var (relief, decay) = ("relief", "decay_days");
        return new(
            root.GetProperty("version").GetString()!,
            root.GetProperty("source").GetString()!,
            new(At("baseline", "mean"), At("baseline", "sd")),
            At(relief, "responders"),
            new(At(relief, "mean"), At(relief, "sd")),
            new(At(relief, "others_mean"), At(relief, "others_sd")),
            new(At("refill_logit", "mean"), At("refill_logit", "sd")),
            new(Math.Log(At(decay, "median")), At(decay, "log_sd")),
            new(Math.Log(At(decay, "median_pain")), At(decay, "log_sd")),
            new(At("lengthening", "mean"), At("lengthening", "sd")),
            new(Math.Log(At("noise", "median")), At("noise", "log_sd")),
            new(Math.Log(At("drift", "median")), At("drift", "log_sd")));
    }
}
