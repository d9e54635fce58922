using Sojourn.Domain.People;

namespace Sojourn.Fhir.Tests.Importing;

public sealed class ReadingUnusualFiles
{
    [Fact]
    public void A_single_patient_is_a_person() => Assert.Equal("RUIZ, Ana", Assert.Single(Samples.Read(Samples.Patient).People).Details.Name.Formal);

    [Fact]
    public void A_patient_without_numbers_is_known_by_the_id_in_the_source() =>
        Assert.Equal([new Identifier(Identifier.ResourceId, "Patient/p", "id in the source")], Samples.Read(Samples.Patient).People[0].Details.Identifiers);

    [Fact]
    public void Practitioners_alone_give_nobody_and_say_so()
    {
        var file = Samples.Read(Samples.Bundle("{\"resourceType\":\"Practitioner\",\"id\":\"1\"}", "{\"resourceType\":\"Organization\",\"id\":\"2\"}"));
        Assert.Empty(file.Faults);
        Assert.Equal("There is no Patient in this file, so there is nobody to take in.", Assert.Single(file.Notes).Sentence);
        Assert.Equal(["Organization", "Practitioner"], file.NotTaken.Keys);
    }

    [Fact]
    public void Entries_of_somebody_elsewhere_are_not_taken_and_named()
    {
        var file = Samples.Read(Samples.Weight("{\"value\":70,\"code\":\"kg\"}"));
        Assert.Empty(file.Faults);
        Assert.StartsWith("Not taken. It belongs to Patient/p", file.Notes[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_several_says_so() =>
        Assert.Contains(
            Samples.Read($$"""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"x"}],"entry":[{"resource":{{Samples.Patient}}}]}""").Notes,
            note => note.Sentence.Contains("one page of several", StringComparison.Ordinal));

    [Fact]
    public void A_code_that_cannot_be_one_is_left_out_and_named()
    {
        var file = Samples.Read(Samples.Bundle(
            Samples.Patient,
            """{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"112141AAAA","display":"Tuberculosis"}]}}"""));
        Assert.Equal(new Condition("Tuberculosis", null, null, null, null, ConditionStatus.Active), file.People[0].Entries[0].Fact);
        Assert.Equal("entry 2, Condition/c: “112141AAAA” is not a code of SNOMED CT. Taken in words only: Tuberculosis.", Assert.Single(file.Notes).ToString());
    }

    [Theory]
    [InlineData("{\"value\":70,\"unit\":\"kilo\"}", "“kilo” is not a unit of weight")]
    [InlineData("{\"value\":70,\"code\":\"kg\",\"comparator\":\"<\"}", "weight is given as < 70")]
    [InlineData("{\"unit\":\"kg\"}", "weight has no value")]
    public void A_reading_that_is_none_is_not_taken_and_named(string quantity, string words)
    {
        var file = Samples.Read(Samples.Bundle(Samples.Patient, Samples.Weight(quantity)));
        Assert.Empty(file.Faults);
        Assert.Contains(words, Assert.Single(file.Notes).Sentence, StringComparison.Ordinal);
        Assert.Empty(file.People[0].Entries);
    }

    [Fact]
    public void What_the_source_entered_in_error_is_listed_as_such()
    {
        var person = Samples.Read(Samples.Bundle(Samples.Patient, Samples.Weight("{\"value\":70,\"code\":\"kg\"}").Replace("final", "entered-in-error", StringComparison.Ordinal))).People[0];
        Assert.Empty(person.Entries);
        Assert.Equal(["Observation/w"], person.EnteredInError);
    }

    [Fact]
    public void No_known_allergy_is_a_statement_and_not_an_allergy()
    {
        var person = Samples.Read(Samples.Bundle(
            Samples.Patient,
            """{"resourceType":"AllergyIntolerance","id":"a","patient":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"716186003"}]}}""")).People[0];
        Assert.True(person.NoKnownAllergies);
        Assert.Empty(person.Entries);
    }

    [Fact]
    public void An_unknown_gender_is_taken_as_not_known_and_named()
    {
        var file = Samples.Read(Samples.Patient.Replace("female", "F", StringComparison.Ordinal));
        Assert.Equal(Sex.NotKnown, file.People[0].Details.Sex);
        Assert.Contains("“F” is not one of female, male, other, unknown", Assert.Single(file.Notes).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_patients_with_one_id_are_not_mixed_up() =>
        Assert.Contains(
            Samples.Read(Samples.Bundle(Samples.Patient, Samples.Patient.Replace("Ana", "Eva", StringComparison.Ordinal), Samples.Weight("{\"value\":70,\"code\":\"kg\"}"))).Faults,
            fault => fault.Sentence.Contains("Patient/p", StringComparison.Ordinal));
}
