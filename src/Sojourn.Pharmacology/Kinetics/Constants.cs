namespace Sojourn.Pharmacology.Kinetics;

/// <summary>How ketamine distributes and leaves: one centre with up to two compartments beside it.</summary>
/// <param name="CentreLitres">Volume of the centre, above 0.</param>
/// <param name="Out">Elimination from the centre, 1/min, from 0.</param>
/// <param name="ToSecond">From the centre to the second compartment, 1/min, from 0; 0 means that there is none.</param>
/// <param name="FromSecond">Back, 1/min, from 0.</param>
/// <param name="ToThird">From the centre to the third compartment, 1/min, from 0.</param>
/// <param name="FromThird">Back, 1/min, from 0.</param>
/// <param name="Norketamine">What becomes of the metabolite; null where the model says nothing about it.</param>
public sealed record MicroConstants(
    double CentreLitres, double Out, double ToSecond, double FromSecond, double ToThird, double FromThird, MetaboliteConstants? Norketamine);

/// <summary>How norketamine forms, distributes and leaves.</summary>
/// <param name="FormedFraction">Molar share of eliminated ketamine that becomes norketamine, 0 to 1.</param>
/// <param name="MassRatio">Molar mass of norketamine over that of ketamine, above 0.</param>
/// <param name="CentreLitres">Volume of its centre, above 0.</param>
/// <param name="Out">Elimination, 1/min, from 0.</param>
/// <param name="ToSecond">To its second compartment, 1/min, from 0.</param>
/// <param name="FromSecond">Back, 1/min, from 0.</param>
public sealed record MetaboliteConstants(double FormedFraction, double MassRatio, double CentreLitres, double Out, double ToSecond, double FromSecond);

/// <summary>The centre, two compartments beside it and a liver, through which everything leaves and swallowed medicine comes in.</summary>
/// <param name="CentreLitres">Volume of the centre.</param>
/// <param name="FirstFlow">Exchange with the first compartment beside it, L/min.</param>
/// <param name="FirstLitres">Its volume.</param>
/// <param name="SecondFlow">Exchange with the second, L/min.</param>
/// <param name="SecondLitres">Its volume.</param>
/// <param name="LiverFlow">Blood through the liver, L/min.</param>
/// <param name="LiverLitres">Volume of the liver.</param>
/// <param name="Out">Leaves the liver unchanged or as something else, 1/min.</param>
/// <param name="Metabolised">Leaves the liver as the metabolite, 1/min.</param>
/// <param name="Metabolite">What becomes of it; its formed fraction and mass ratio are those of the source.</param>
public sealed record HepaticConstants(
    double CentreLitres, double FirstFlow, double FirstLitres, double SecondFlow, double SecondLitres,
    double LiverFlow, double LiverLitres, double Out, double Metabolised, MetaboliteConstants Metabolite);
