using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>Where an amount lies in the recommended range of its route.</summary>
public enum DosePlace
{
    Below,
    Psycholytic,

    /// <summary>Inside the recommended range, between its two bands.</summary>
    Between,
    Psychedelic,
    Above,
}

public static class DosePlaces
{
    /// <summary>The recommended range in milligrams: from the lowest to the highest end of the bands.</summary>
    public static Bounds<decimal> Recommended(RouteDosing dosing, Kilograms weight)
    {
        var bands = dosing.Bands.Select(band => band.MilligramsFor(weight)).ToList();
        return new(bands.Min(band => band.Least), bands.Max(band => band.Most));
    }

    /// <param name="aim">Decides where two bands touch.</param>
    public static DosePlace Of(RouteDosing dosing, Kilograms weight, Milligrams amount, DoseBandName? aim)
    {
        var range = Recommended(dosing, weight);
        if (amount.Value < range.Least)
        {
            return DosePlace.Below;
        }

        if (amount.Value > range.Most)
        {
            return DosePlace.Above;
        }

        var inside = dosing.Bands.Where(band => band.MilligramsFor(weight).Contains(amount.Value)).Select(band => band.Name).ToList();
        return inside.Count == 0 ? DosePlace.Between : Place(aim is { } wanted && inside.Contains(wanted) ? wanted : inside.Min());
    }

    public static DosePlace Place(DoseBandName band) => band == DoseBandName.Psycholytic ? DosePlace.Psycholytic : DosePlace.Psychedelic;
}
