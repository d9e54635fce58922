using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Clinic.People;

/// <summary>Two records that may be of one person.</summary>
public sealed record Pair
{
    public PersonId One { get; init; }

    public PersonId Other { get; init; }

    /// <summary>What they share: "name and date of birth", or the number.</summary>
    public string Shared { get; init; } = "";
}

/// <summary>Records that may be, or were found to be, of one person.</summary>
public static class Duplicates
{
    /// <summary>Most pairs that one page shows.</summary>
    public const int MostShown = 100;

    public static IReadOnlyList<Pair> Suspected(Records records) => records.All<Pair>(
        """
        select one, other, group_concat(shared, ', ') as shared from (
          select a.id as one, b.id as other, 'name and date of birth' as shared
          from person as a join person as b on b.name_key = a.name_key and b.born_on = a.born_on and b.number > a.number
          where a.duplicate_of is null and b.duplicate_of is null
          union all
          select a.id as one, b.id as other, 'number ' || i.value as shared
          from person_identifier as i join person_identifier as j on j.system = i.system and j.value = i.value
          join person as a on a.id = i.person_id join person as b on b.id = j.person_id and b.number > a.number
          where a.duplicate_of is null and b.duplicate_of is null
        ) as pairs
        group by one, other order by one limit @MostShown
        """,
        new { MostShown });

    /// <summary>Records closed as duplicates of this one.</summary>
    public static IReadOnlyList<PersonRow> Of(Records records, Guid kept) => records.All<PersonRow>("select * from person where duplicate_of = @kept order by number", new { kept });

    public static int VisitsAhead(Records records, Guid person, DateTimeOffset now) => records.Value<int>(
        "select count(*) from session where person_id = @person and (state in ('proposed', 'running') or (state in ('booked', 'arrived') and to_at > @now))", new { person, now });

    /// <summary>Closes one record and lets the person go on under the other, at the writer's desk.</summary>
    public static void Mark(Desk desk, PersonId closed, PersonId kept, string reason) => desk.Do(PersonSlice.Slice, closed.Value, new Person.Command.MarkDuplicate(
        desk.At,
        closed,
        kept,
        desk.State(PersonSlice.Slice, kept.Value) is Person.State.Known { DuplicateOf: null },
        desk.Records.Any("select 1 from person where duplicate_of = @closed", new { closed }),
        VisitsAhead(desk.Records, closed.Value, desk.At),
        reason));

    /// <summary>Why nothing can be begun or booked for this person: they died, or go on under another number. Null when it can.</summary>
    public static Refusal? WhyClosed(Records records, PersonId? person) => person is { } id && PeopleRecords.One(records, id.Value) is { IsClosed: true } row
        ? row.DuplicateOf is { } kept
            ? new("people.duplicate", "This person goes on under another number. Book and open courses there.", new("The record that goes on", $"people/{kept.Value}"))
            : new("people.died", "This person has died. Nothing can be booked or begun for them.", new("Their record", $"people/{id.Value}"))
        : null;
}
