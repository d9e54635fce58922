using Sojourn.Clinic.People.Importing;
using Sojourn.Domain.People;

namespace Sojourn.Fhir.Tests.Importing;

/// <summary>PEOPLE-16, and what docs/reference/import.md says is taken.</summary>
public sealed class ReadingAWholePerson
{
    private readonly ImportedFile file = Samples.WholePerson();

    private ImportedPerson Ada => Assert.Single(file.People);

    [Fact]
    public void The_file_has_no_faults() => Assert.Empty(file.Faults);

    [Fact]
    public void Who_they_are()
    {
        Assert.Equal(new PersonName("Adaeze María", "Núñez", "Ada"), Ada.Details.Name);
        Assert.Equal((new DateOnly(1979, 5, 30), Sex.Female, "they/them", "es"), (Ada.Details.BirthDate, Ada.Details.Sex, Ada.Details.Pronouns, Ada.Details.Language));
        Assert.Equal([new Identifier("urn:oid:1.2.3.4", "H-4711", "Hospital number")], Ada.Details.Identifiers);
        Assert.Equal(new Contacts("+1 206 555 0134", "ada@example.test", new Address("12 Pier Rd, Apt 4", "Seattle", "WA", "98101", "US")), Ada.Details.Contacts);
    }

    [Fact]
    public void What_names_them_is_the_same_in_every_export() => Assert.Equal("urn:oid:1.2.3.4|Patient/p1", Ada.Resource);

    [Fact]
    public void The_condition_with_its_best_code() =>
        Assert.Equal(
            new Condition("Recurrent depression", null, new Coding("http://snomed.info/sct", "66344007"), new PartialDate(2012, 3), null, ConditionStatus.InRemission),
            Fact<Condition>());

    [Fact]
    public void Medicines_inside_and_beside_the_request() =>
        Assert.Equal(
            [
                new Medicine("Sertraline 50 mg tablet", new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", "312941"), "50 mg, 1 × a day", new PartialDate(2024, 2, 1), null, null, MedicineStatus.Current),
                new Medicine("Lamotrigine", new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", "28439"), "100 mg at night", new PartialDate(2020, 1), new PartialDate(2021, 6, 30), null, MedicineStatus.Past),
            ],
            Ada.Entries.Select(entry => entry.Fact).OfType<Medicine>());

    [Fact]
    public void The_allergy_with_its_worst_reaction() =>
        Assert.Equal(new Allergy("Penicillin", null, "rash, swelling", AllergySeverity.Severe, AllergyStatus.Active), Fact<Allergy>());

    [Fact]
    public void Vital_signs_in_the_units_kept_here()
    {
        var vitals = Ada.Entries.Select(entry => entry.Fact).OfType<Vital>().ToDictionary(vital => vital.Kind);
        Assert.Equal((74.8m, "165 lb"), (vitals[VitalKind.Weight].Value, vitals[VitalKind.Weight].AsGiven));
        Assert.Equal((37m, "98.6 °F"), (vitals[VitalKind.Temperature].Value, vitals[VitalKind.Temperature].AsGiven));
        Assert.Equal((167.6m, "66 in"), (vitals[VitalKind.Height].Value, vitals[VitalKind.Height].AsGiven));
        Assert.Equal((122m, 79m), (vitals[VitalKind.Systolic].Value, vitals[VitalKind.Diastolic].Value));
        Assert.Equal(new DateTimeOffset(2026, 10, 2, 16, 15, 0, TimeSpan.Zero), vitals[VitalKind.Weight].HappenedAt);
    }

    [Fact]
    public void Every_conversion_is_said() => Assert.Contains(file.Notes, note => note.ToString() == "entry 1, Observation/w1: Weight 165 lb taken as 74.8 kg.");

    [Fact]
    public void What_is_left_out_is_said()
    {
        Assert.Contains(file.Notes, note => note.ToString() == "entry 2, Patient/p1: Social Security Number is not kept: it is not needed here.");
        Assert.Contains(file.Notes, note => note.ToString() == "entry 2, Patient/p1: “ada at example” does not read like an e-mail address and is not taken.");
        Assert.Equal((2, 1), (file.NotTaken["Encounter"], file.NotTaken["Observation other than vital signs"]));
    }

    [Fact]
    public void Every_fact_is_believed() => Assert.Empty(Ada.Entries.SelectMany(entry => Person.FactIsSound(entry.Fact, Ada.Details, new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero))));

    private T Fact<T>() => Assert.Single(Ada.Entries.Select(entry => entry.Fact).OfType<T>());
}
