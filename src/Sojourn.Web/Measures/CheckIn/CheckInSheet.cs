using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Measures;

namespace Sojourn.Web.Measures.CheckIn;

/// <summary>A questionnaire as its patient sees it: the questions that are asked, one after another, and what was answered.</summary>
/// <param name="Given">By item; null for a skip.</param>
public sealed record CheckInSheet(MeasureRow Row, Instrument Instrument, IReadOnlyDictionary<string, decimal?> Given)
{
    /// <summary>The questions in order, those left out by an earlier answer not among them.</summary>
    public IReadOnlyList<InstrumentItem> Asked { get; } = AskedOf(Instrument, Given);

    public string Place => $"/my/check-in/{Row.Id.Value}";

    /// <summary>The first question without an answer or a skip; null when there is none.</summary>
    public InstrumentItem? Next => Scoring.StillToAsk(Instrument, Given) is [var next, ..] ? next : null;

    public bool HasBegun => Given.Count > 0;

    /// <summary>Place in the order, from 1; 0 when it is not asked.</summary>
    public int NumberOf(InstrumentItem item) => Asked.Select(asked => asked.Id).ToList().IndexOf(item.Id) + 1;

    public InstrumentItem? At(int number) => number >= 1 && number <= Asked.Count ? Asked[number - 1] : null;

    /// <summary>Null where there is none, or it is not this person's, or not for patients to answer.</summary>
    public static CheckInSheet? Of(Records records, Runner clinic, Guid id, Domain.Kernel.PersonId person) =>
        MeasureRecords.One(records, id) is { } row
        && row.PersonId == person
        && clinic.Instruments.Find(row.InstrumentId) is { Respondent: Respondent.Patient } instrument
            ? new(row, instrument, MeasureRecords.Given(records, id))
            : null;

    private static IReadOnlyList<InstrumentItem> AskedOf(Instrument instrument, IReadOnlyDictionary<string, decimal?> given)
    {
        var left = Scoring.StillToAsk(instrument, given).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return [.. instrument.Items.Where(item => given.ContainsKey(item.Id) || left.Contains(item.Id))];
    }
}
