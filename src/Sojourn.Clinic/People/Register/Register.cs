using Sojourn.Clinic.Running;
using Sojourn.Domain.People;
using static Sojourn.Domain.People.Person;

namespace Sojourn.Clinic.People.Register;

/// <summary>Everybody the clinic looks after, what they can be found by, and what is on record about them.</summary>
public sealed class Register() : Projection("register", version: 2)
{
    protected override void Define()
    {
        On<Event.Registered>((e, from, run) => Details(run, "on-registered.sql", e.Details, from));
        On<Event.DetailsCorrected>((e, from, run) =>
        {
            run("delete from person_word where person_id = @Id", new { from.Id });
            run("delete from person_identifier where person_id = @Id", new { from.Id });
            Details(run, "on-details-corrected.sql", e.Now, from);
            run(Amended, Amendment(from, null, "details", Changes.Words(e.Was, e.Now).Was, Changes.Words(e.Was, e.Now).Now, e.Reason));
        });
        On<Event.EmergencyContactNamed>(KeepContact, (e, from) => new
        {
            from.Id,
            Kind = "emergency",
            e.Contact.Name,
            e.Contact.Relation,
            e.Contact.Phone,
            Email = (string?)null,
            Practice = (string?)null,
        });
        On<Event.FamilyDoctorNamed>(KeepContact, (e, from) => new { from.Id, Kind = "family-doctor", e.Doctor.Name, Relation = (string?)null, e.Doctor.Phone, e.Doctor.Email, e.Doctor.Practice });
        On<Event.NoKnownAllergiesStated>("update person set no_known_allergies = 1 where id = @Id", (_, from) => new { from.Id });
        On<Event.DeathRecorded>("update person set died = 1, died_on = @On, death_note = @Note where id = @Id", (e, from) => new { from.Id, On = e.On?.ToString(), e.Note });
        On<Event.MarkedDuplicate>((e, from, run) =>
        {
            run("update person set duplicate_of = @Of where id = @Id", new { from.Id, e.Of });
            run(Amended, Amendment(from, null, "duplicate", "a record of its own", "a duplicate, closed to new entries", e.Reason));
        });
        Facts();
        Amendments();
    }

    private const string KeepContact =
        """
        insert into person_contact (person_id, kind, name, relation, phone, email, practice) values (@Id, @Kind, @Name, @Relation, @Phone, @Email, @Practice)
        on conflict (person_id, kind) do update set name = excluded.name, relation = excluded.relation, phone = excluded.phone, email = excluded.email, practice = excluded.practice
        """;

    private const string Amended =
        "insert into person_amendment (position, person_id, fact_id, kind, was, reads_now, reason, at, actor) values (@Position, @Id, @Fact, @Kind, @Was, @Now, @Reason, @RecordedAt, @Actor)";

    private void Facts()
    {
        On<Event.ConditionRecorded>((e, from, run) => Keep(run, e.Id, e.Condition, from, e.From));
        On<Event.MedicineRecorded>((e, from, run) => Keep(run, e.Id, e.Medicine, from, e.From));
        On<Event.AllergyRecorded>((e, from, run) => Keep(run, e.Id, e.Allergy, from, e.From));
        On<Event.VitalRecorded>((e, from, run) => Keep(run, e.Id, e.Vital, from, e.From));
    }

    private void Amendments()
    {
        On<Event.ConditionAmended>((e, from, run) => Amend(run, e.Id, e.Was, e.Now, e.Reason, from, e.From));
        On<Event.MedicineAmended>((e, from, run) => Amend(run, e.Id, e.Was, e.Now, e.Reason, from, e.From));
        On<Event.AllergyAmended>((e, from, run) => Amend(run, e.Id, e.Was, e.Now, e.Reason, from, e.From));
        On<Event.VitalAmended>((e, from, run) => Amend(run, e.Id, e.Was, e.Now, e.Reason, from, e.From));
        On<Event.EnteredInError>((e, from, run) =>
        {
            foreach (var table in new[] { "person_condition", "person_medicine", "person_allergy" })
            {
                run($"delete from {table} where id = @Id", new { e.Id });
            }

            run("update person_vital set in_error = 1 where id = @Id", new { e.Id });
            run(Amended, Amendment(from, e.Id, "struck-out", e.Was, null, e.Reason));
        });
    }

    private static void Amend(Action<string, object> run, FactId id, Fact was, Fact now, string reason, Origin from, Provenance? source)
    {
        Keep(run, id, now, from, source);
        run(Amended, Amendment(from, id, Kind(now), was.InWords, now.InWords, reason));
    }

    private static void Keep(Action<string, object> run, FactId id, Fact fact, Origin from, Provenance? source)
    {
        switch (fact)
        {
            case Condition c:
                run(Sql.Of<Register>("keep-condition.sql"), new
                {
                    Fact = id, from.Id, c.Term, c.OwnWords, CodeSystem = c.Code?.System, c.Code?.Code, Onset = c.Onset?.ToString(), Ended = c.Ended?.ToString(),
                    Status = Columns.Word(c.Status), Source = source?.File, from.RecordedAt, Actor = from.Actor.Text,
                });
                break;
            case Medicine m:
                run(Sql.Of<Register>("keep-medicine.sql"), new
                {
                    Fact = id, from.Id, m.Name, CodeSystem = m.Code?.System, m.Code?.Code, m.Dose, Since = m.Since?.ToString(), Until = m.Until?.ToString(), m.Length,
                    Status = Columns.Word(m.Status), Trial = Columns.Word(m.Trial), Effect = Columns.Word(m.Effect), Source = source?.File, from.RecordedAt, Actor = from.Actor.Text,
                });
                break;
            case Allergy a:
                run(Sql.Of<Register>("keep-allergy.sql"), new
                {
                    Fact = id, from.Id, a.Substance, CodeSystem = a.Code?.System, a.Code?.Code, a.Reaction, Severity = Columns.Word(a.Severity), Status = Columns.Word(a.Status),
                    Source = source?.File, from.RecordedAt, Actor = from.Actor.Text,
                });
                if (a.Status == AllergyStatus.Active)
                {
                    run("update person set no_known_allergies = 0 where id = @Id", new { from.Id });
                }

                break;
            case Vital v:
                run(Sql.Of<Register>("keep-vital.sql"), new
                {
                    Fact = id, from.Id, Kind = Columns.Word(v.Kind), v.Value, v.Kind.Guard().Unit, v.AsGiven, v.HappenedAt, v.Source, from.RecordedAt, Actor = from.Actor.Text,
                });
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{fact} has no table");
        }
    }

    private static object Amendment(Origin from, FactId? fact, string kind, string was, string? now, string reason) =>
        new { from.Position, from.Id, Fact = fact?.Value, Kind = kind, Was = was, Now = now, Reason = reason, from.RecordedAt, Actor = from.Actor.Text };

    private static string Kind(Fact fact) => fact.GetType().Name.ToLowerInvariant();

    private static void Details(Action<string, object> run, string sql, Demographics d, Origin from)
    {
        var words = SearchWords(d);
        run(Sql.Of<Register>(sql), new
        {
            from.Id,
            d.Name.Family,
            d.Name.Given,
            d.Name.Preferred,
            BornOn = d.BirthDate,
            Sex = Columns.Word(d.Sex),
            d.Pronouns,
            d.Contacts.Email,
            d.Contacts.Phone,
            Address = d.Contacts.Address?.ToString(),
            AddressLine = d.Contacts.Address?.Line,
            d.Contacts.Address?.City,
            d.Contacts.Address?.Region,
            d.Contacts.Address?.PostCode,
            d.Contacts.Address?.Country,
            d.Language,
            d.TimeZone,
            Site = d.Site?.Value,
            NameKey = Folding.NameKey(d.Name.Family, d.Name.Given),
            Search = string.Join(' ', words),
            from.RecordedAt,
        });
        foreach (var identifier in d.Identifiers)
        {
            run("insert into person_identifier (person_id, system, value, label) values (@Id, @System, @Value, @Label) on conflict do nothing", new { from.Id, identifier.System, identifier.Value, identifier.Label });
        }

        foreach (var word in words)
        {
            run("insert into person_word (word, person_id) values (@word, @Id)", new { word, from.Id });
        }

        run("insert into person_word (word, person_id) select cast(number as text), id from person where id = @Id on conflict do nothing", new { from.Id });
    }

    private static IReadOnlyList<string> SearchWords(Demographics d) =>
        [
            .. Folding.Words(d.Name.Family)
                .Concat(Folding.Words(d.Name.Given))
                .Concat(Folding.Words(d.Name.Preferred))
                .Concat(d.Identifiers.Where(i => i.System != Identifier.ResourceId).SelectMany(i => Folding.Words(i.Value)))
                .Append(Folding.Word(d.BirthDate))
                .Distinct(StringComparer.Ordinal),
        ];
}
