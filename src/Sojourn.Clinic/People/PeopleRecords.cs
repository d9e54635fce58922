using System.Globalization;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Clinic.People;

/// <summary>Questions to the register.</summary>
public static class PeopleRecords
{
    /// <summary>Most people that one search shows.</summary>
    public const int MostShown = 50;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "d-MMM-yyyy", "d.M.yyyy", "yyyyMMdd"];

    public static PersonRow? One(Records records, Guid id) => records.One<PersonRow>("select * from person where id = @id", new { id });

    public static long Count(Records records) => records.Value<long>("select count(*) from person");

    /// <summary>
    /// Everybody who has, for each word typed, a name, number or birth date that begins with it; by family name. A birth date is typed as 1985-07-14 or 14-Jul-1985.
    /// </summary>
    /// <returns>One more than <see cref="MostShown"/> when there are more.</returns>
    public static IReadOnlyList<PersonRow> Search(Records records, string? typed, long after = 0)
    {
        var words = Typed(typed).ToList();
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(typed))
        {
            return [];
        }

        var where = words.Count == 0
            ? ""
            : "where " + string.Join(" and ", words.Select((_, i) => $"id in (select person_id from person_word where word >= @w{i} and word < @z{i})"));
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["most"] = MostShown + 1, ["after"] = after };
        for (var i = 0; i < words.Count; i++)
        {
            parameters[$"w{i}"] = words[i];
            parameters[$"z{i}"] = words[i] + "\uffff";
        }

        return records.All<PersonRow>($"select * from person {where} order by name_key, born_on, number limit @most offset @after", parameters);
    }

    /// <summary>The open course and the next booked visit of each of these people, where there is one.</summary>
    public static IReadOnlyDictionary<PersonId, AroundRow> Around(Records records, IReadOnlyList<PersonId> people, DateTimeOffset now) =>
        records.All<AroundRow>(
            """
            select id as person_id,
              (select programme_id from course where person_id = person.id and state = 'open' order by opened_at desc limit 1) as programme_id,
              (select min(from_at) from session where person_id = person.id and from_at >= @now and state in ('booked', 'arrived', 'running')) as next_at
            from person where id in @ids
            """,
            new { now, ids = people.Select(person => person.Value.ToString("D")) }).ToDictionary(row => row.PersonId);

    /// <summary>Who else has one of these numbers, or the same name and birth date.</summary>
    public static Person.Likeness LikenessOf(Records records, Demographics details, Guid? self, bool saidToBeAnother) => new(
        [.. WithIdentifier(records, details).Where(row => row.Id.Value != self).Select(Lookalike)],
        [
            .. records.All<PersonRow>(
                    "select * from person where name_key = @key and born_on = @BirthDate and duplicate_of is null",
                    new { key = Folding.NameKey(details.Name.Family, details.Name.Given), details.BirthDate })
                .Where(row => row.Id.Value != self)
                .Select(Lookalike),
        ],
        saidToBeAnother);

    public static IReadOnlyList<PersonRow> WithIdentifier(Records records, Demographics details) =>
        [
            .. details.Identifiers
                .SelectMany(identifier => records.All<PersonRow>(
                    """
                    select kept.* from person_identifier
                    join person as found on found.id = person_id
                    join person as kept on kept.id = coalesce(found.duplicate_of, found.id)
                    where system = @System and value = @Value
                    """,
                    new { identifier.System, identifier.Value }))
                .DistinctBy(row => row.Id),
        ];

    public static IReadOnlyList<IdentifierRow> Identifiers(Records records, Guid id) =>
        records.All<IdentifierRow>("select * from person_identifier where person_id = @id and system not like 'urn:sojourn:fhir-id' order by label, system", new { id });

    public static ContactRow? Contact(Records records, Guid id, string kind) =>
        records.One<ContactRow>("select * from person_contact where person_id = @id and kind = @kind", new { id, kind });

    public static IReadOnlyList<ConditionRow> Conditions(Records records, Guid id) =>
        records.All<ConditionRow>("select * from person_condition where person_id = @id order by status, onset desc, term", new { id });

    public static IReadOnlyList<MedicineRow> Medicines(Records records, Guid id) =>
        records.All<MedicineRow>("select * from person_medicine where person_id = @id order by status, since desc, name", new { id });

    public static IReadOnlyList<AllergyRow> Allergies(Records records, Guid id) =>
        records.All<AllergyRow>("select * from person_allergy where person_id = @id order by status, substance", new { id });

    /// <summary>The last reading of each kind that is not struck out.</summary>
    public static IReadOnlyList<VitalRow> LastVitals(Records records, Guid id) =>
        records.All<VitalRow>(
            """
            select * from (
              select *, row_number() over (partition by kind order by happened_at desc, recorded_at desc, id) as newest from person_vital where person_id = @id and in_error = 0
            ) as ranked where newest = 1
            """,
            new { id });

    /// <summary>The newest readings of every kind, newest first, those struck out included.</summary>
    public static IReadOnlyList<VitalRow> Vitals(Records records, Guid id, int most = 200) =>
        records.All<VitalRow>("select * from person_vital where person_id = @id order by happened_at desc, kind limit @most", new { id, most });

    /// <summary>What was changed or struck out, newest first: of the whole record, or of one entry.</summary>
    public static IReadOnlyList<AmendmentRow> Amendments(Records records, Guid id, Guid? entry = null) =>
        records.All<AmendmentRow>($"select * from person_amendment where person_id = @id {(entry is null ? "" : "and fact_id = @entry")} order by position desc", new { id, entry });

    /// <summary>One entry as it reads now: a <see cref="ConditionRow"/>, <see cref="MedicineRow"/>, <see cref="AllergyRow"/> or <see cref="VitalRow"/>; null where there is none.</summary>
    public static object? Entry(Records records, Guid id, Guid entry) =>
        records.One<VitalRow>("select * from person_vital where id = @entry and person_id = @id and in_error = 0", new { id, entry })
        ?? records.One<MedicineRow>("select * from person_medicine where id = @entry and person_id = @id", new { id, entry })
        ?? records.One<ConditionRow>("select * from person_condition where id = @entry and person_id = @id", new { id, entry })
        ?? (object?)records.One<AllergyRow>("select * from person_allergy where id = @entry and person_id = @id", new { id, entry });

    private static Person.Lookalike Lookalike(PersonRow row) => new(row.Id, $"{$"{row.Given} {row.Family}".Trim()}, born {Days.Words(row.BornOn)}");

    private static IEnumerable<string> Typed(string? typed)
    {
        // A number of ours is shown in threes, and typed as it is shown.
        if (typed?.Replace(" ", "", StringComparison.Ordinal) is { Length: 6 } number && number.All(char.IsAsciiDigit))
        {
            yield return number;
            yield break;
        }

        foreach (var part in (typed ?? string.Empty).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            if (DateOnly.TryParseExact(part, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                yield return Folding.Word(day);
                continue;
            }

            foreach (var word in Folding.Words(part))
            {
                yield return word;
            }
        }
    }
}
