using System.Globalization;
using System.Text;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar.Series;

/// <summary>One appointment that is proposed.</summary>
/// <param name="Number">Which of its type in the course, from 1.</param>
/// <param name="Room">Name of the room; null for video.</param>
/// <param name="Staff">Display names.</param>
/// <param name="Break">Which window it does not keep, in a sentence; null where it keeps all.</param>
public sealed record ProposedVisit(SessionType Type, int Number, Place Place, string? Room, IReadOnlyList<string> Staff, string? Break);

/// <summary>A whole series with its times, or why there is none.</summary>
/// <param name="Visits">In order of time; empty where none could be proposed.</param>
/// <param name="People">How many different members of staff.</param>
/// <param name="WhyNot">A sentence; null where there is a proposal.</param>
public sealed record SeriesProposal(IReadOnlyList<ProposedVisit> Visits, int People, string? WhyNot)
{
    public static SeriesProposal Without(string why) => new([], 0, why);

    /// <summary>The same for the same times, rooms and people: what was shown is what is booked.</summary>
    public string Mark
    {
        get
        {
            var words = new StringBuilder();
            foreach (var visit in Visits)
            {
                words.Append(CultureInfo.InvariantCulture, $"{visit.Type.Id} {visit.Number} {visit.Place.From:O} {visit.Place.To:O} {visit.Place.Room?.Value} {string.Join(',', visit.Place.Staff.Select(s => s.Value))}\n");
            }

            return DerivedId.From(words.ToString()).ToString("N");
        }
    }
}
