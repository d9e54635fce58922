using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.People;

namespace Sojourn.Clinic.Tests.People;

/// <summary>PEOPLE-4, PEOPLE-6.</summary>
public sealed class KeepingTheRegister : IAsyncDisposable
{
    private readonly RegisterAtWork clinic = new();

    [Fact]
    public async Task What_is_recorded_amended_and_struck_out_reads_so()
    {
        var id = await EverythingHappens();
        Assert.Equal(["100 mg"], clinic.Read(records => PeopleRecords.Medicines(records, id)).Select(row => row.Dose));
        Assert.Empty(clinic.Read(records => PeopleRecords.Allergies(records, id)));
        Assert.Equal([(74.8m, "165 lb", true), (75m, null, false)], clinic.Read(records => PeopleRecords.Vitals(records, id)).Select(row => (row.Value, row.AsGiven, row.InError)).OrderBy(row => row.Value));
        Assert.Equal(
            ["Weight 74.8 kg (written as 165 lb)|", "Latex|", "Sertraline, 50 mg|Sertraline, 100 mg"],
            clinic.Read(records => PeopleRecords.Amendments(records, id)).Select(row => $"{char.ToUpperInvariant(row.Was[0])}{row.Was[1..]}|{row.ReadsNow}"));
        Assert.Equal("Marta Ruiz", clinic.Read(records => PeopleRecords.Contact(records, id, "emergency"))?.Name);
    }

    [Fact]
    public async Task Rebuilt_from_nothing_equals_kept_up()
    {
        await EverythingHappens();
        await clinic.Csv("mrn,last_name,first_name,date_of_birth,allergies\nA-1,Abara,Nkechi,1970-01-01,none\n");
        var (kept, rebuilt) = await clinic.Rebuild();
        Assert.Equal(kept, rebuilt);
        Assert.Contains("ABARA", kept.ToUpperInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_go_up_and_are_never_given_again()
    {
        await clinic.Register("Abara", "Nkechi");
        await clinic.Register("Zhou", "An");
        Assert.Equal([100001L, 100002L], clinic.Read(records => PeopleRecords.Search(records, null)).Select(row => row.Number));
    }

    [Fact]
    public void Every_event_of_a_person_has_a_stored_name_and_comes_back_as_it_was()
    {
        foreach (var @event in OneOfEach())
        {
            var written = EventRegistry.Shipped.Write(@event);
            var read = System.Text.Json.JsonSerializer.Deserialize(written.Payload.Span, @event.GetType(), Json.Options);
            Assert.Equal(@event, read);
            Assert.DoesNotContain("inWords", System.Text.Encoding.UTF8.GetString(written.Payload.Span), StringComparison.Ordinal);
        }

        Assert.Empty(typeof(Person.Event).GetNestedTypes().Except(OneOfEach().Select(e => e.GetType())));
    }

    private static IReadOnlyList<Person.Event> OneOfEach()
    {
        var id = new FactId(Guid.AllBitsSet);
        var from = new Provenance("f.json", "Condition/1");
        var condition = new Condition("Depression", "the grey", new Coding("s", "c"), new PartialDate(2019), null, ConditionStatus.InRemission);
        var medicine = new Medicine("Sertraline", null, "50 mg", new PartialDate(2020, 2), new PartialDate(2021, 3, 4), "long", MedicineStatus.Past, TrialAdequacy.Adequate, TreatmentEffect.HelpedPartly);
        var allergy = new Allergy("Latex", null, "rash", AllergySeverity.Mild, AllergyStatus.Active);
        var vital = new Vital(VitalKind.Weight, 74.8m, "165 lb", RegisterAtWork.Now, "clinic");
        return
        [
            new Person.Event.Registered(RegisterAtWork.Ana),
            new Person.Event.DetailsCorrected(RegisterAtWork.Ana, RegisterAtWork.Ana with { Pronouns = null }, "why", from),
            new Person.Event.EmergencyContactNamed(new EmergencyContact("Marta Ruiz", "sister", "206 555 0199")),
            new Person.Event.FamilyDoctorNamed(new FamilyDoctor("Dr Okafor", null, null, null)),
            new Person.Event.NoKnownAllergiesStated(from),
            new Person.Event.DeathRecorded(new PartialDate(2024)),
            new Person.Event.MarkedDuplicate(new(new Guid(2, 0, 0, new byte[8])), "Same health card"),
            new Person.Event.ConditionRecorded(id, condition, from),
            new Person.Event.MedicineRecorded(id, medicine),
            new Person.Event.AllergyRecorded(id, allergy),
            new Person.Event.VitalRecorded(id, vital),
            new Person.Event.ConditionAmended(id, condition, condition, "why"),
            new Person.Event.MedicineAmended(id, medicine, medicine, "why"),
            new Person.Event.AllergyAmended(id, allergy, allergy, "why"),
            new Person.Event.VitalAmended(id, vital, vital, "why"),
            new Person.Event.EnteredInError(id, "Latex", "why"),
            new Person.Event.Imported("f.json", "abc", "Patient/1", RegisterAtWork.Ana, 1, 2, 3),
        ];
    }

    private async Task<Guid> EverythingHappens()
    {
        var id = await clinic.Register(RegisterAtWork.Ana);
        var sertraline = new Medicine("Sertraline", null, "50 mg", null, null, null, MedicineStatus.Current);
        var (medicine, allergy, weight) = (Fact(1), Fact(2), Fact(3));
        Person.Command[] commands =
        [
            new Person.Command.Record(RegisterAtWork.Now, medicine, sertraline),
            new Person.Command.Amend(RegisterAtWork.Now, medicine, sertraline with { Dose = "100 mg" }, "Raised"),
            new Person.Command.Record(RegisterAtWork.Now, allergy, new Allergy("Latex", null, null, AllergySeverity.NotStated, AllergyStatus.Active)),
            new Person.Command.EnterInError(RegisterAtWork.Now, allergy, "Somebody else's"),
            new Person.Command.RecordVitals(RegisterAtWork.Now, [new(weight, VitalKind.Weight, 74.8m, "165 lb")], RegisterAtWork.Now, "clinic"),
            new Person.Command.EnterInError(RegisterAtWork.Now, weight, "With shoes"),
            new Person.Command.RecordVitals(RegisterAtWork.Now, [new(Fact(4), VitalKind.Weight, 75m)], RegisterAtWork.Now, "clinic"),
            new Person.Command.NameEmergencyContact(RegisterAtWork.Now, new EmergencyContact("Marta Ruiz", "sister", "206 555 0199")),
        ];
        foreach (var command in commands)
        {
            (await clinic.Do(id, command)).OrThrow();
        }

        return id;
    }

    private static FactId Fact(int number) => new(new Guid(number, 1, 1, new byte[8]));

    public ValueTask DisposeAsync() => clinic.DisposeAsync();
}
