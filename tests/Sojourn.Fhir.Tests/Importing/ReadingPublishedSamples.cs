using Sojourn.Domain.People;

namespace Sojourn.Fhir.Tests.Importing;

public sealed class ReadingPublishedSamples
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_synthea_file_is_read_without_a_fault_and_every_fact_but_one_believed()
    {
        List<string> notBelieved = [];
        foreach (var path in Directory.GetFiles(Samples.Folder("synthea"), "*.json"))
        {
            var file = Samples.ReadFile(path);
            Assert.True(file.Faults.Count == 0, $"{file.Name}: {string.Join(" ", file.Faults)}");
            foreach (var person in file.People)
            {
                Assert.Empty(Person.DetailsAreSound(person.Details, Now));
                notBelieved.AddRange(person.Entries.Where(entry => Person.FactIsSound(entry.Fact, person.Details, Now).Any()).Select(entry => entry.Resource));
            }
        }

        // A man of 59 with 20 kg.
        Assert.Equal(["urn:inferno:mrn|Observation/us-core-client-tests-body-weight"], notBelieved);
    }

    [Theory]
    [InlineData("2019-Milan_Beatty.json", 5, 3, 0)]
    [InlineData("2019-Roberto_Graham.json", 9, 10, 0)]
    [InlineData("2021-Jani266_Reynolds644.json", 1, 0, 0)]
    [InlineData("inferno-uscore_bundle_patient_client_test.json", 2, 1, 1)]
    public void Conditions_medicines_and_allergies_are_there(string name, int conditions, int medicines, int allergies)
    {
        var facts = Assert.Single(Samples.ReadFile(Path.Combine(Samples.Folder("synthea"), name)).People).Entries.Select(entry => entry.Fact).ToList();
        Assert.Equal((conditions, medicines, allergies), (facts.OfType<Condition>().Count(), facts.OfType<Medicine>().Count(), facts.OfType<Allergy>().Count()));
    }

    [Fact]
    public void Vital_signs_are_there() =>
        Assert.Equal(
            [VitalKind.Systolic, VitalKind.Diastolic, VitalKind.Weight, VitalKind.Height, VitalKind.Pain, VitalKind.BodyMassIndex],
            Samples.ReadFile(Path.Combine(Samples.Folder("synthea"), "2019-Milan_Beatty.json")).People[0].Entries
                .Select(entry => entry.Fact).OfType<Vital>().Select(vital => vital.Kind).Distinct().Order());

    [Fact]
    public void Hospitals_and_practitioners_give_nobody()
    {
        var file = Samples.ReadFile(Path.Combine(Samples.Folder("synthea"), "2021-practitionerInformation1633536936158.json"));
        Assert.Empty(file.People);
        Assert.Equal(1191, file.NotTaken["Practitioner"]);
    }

    [Fact]
    public void Every_us_core_example_is_read_or_left_out_but_not_refused()
    {
        foreach (var path in Directory.GetFiles(Samples.Folder(Path.Combine("fhir", "us-core-6.1.0", "examples")), "*.json"))
        {
            var file = Samples.ReadFile(path);
            Assert.True(file.Faults.Count == 0, $"{file.Name}: {string.Join(" ", file.Faults)}");
            Assert.Equal(file.Name.StartsWith("Patient-", StringComparison.Ordinal), file.People.Count == 1);
        }
    }

    [Fact]
    public void Somebody_who_died_is_known_to_have_died() =>
        Assert.Equal(
            new PartialDate(2022, 7, 22),
            Samples.ReadFile(Path.Combine(Samples.Folder(Path.Combine("fhir", "us-core-6.1.0", "examples")), "Patient-deceased-example.json")).People[0].DiedOn);
}
