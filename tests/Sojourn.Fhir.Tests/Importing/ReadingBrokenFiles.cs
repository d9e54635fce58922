using System.Text;
using Sojourn.Clinic.People.Importing;
using Sojourn.Fhir.Importing;

namespace Sojourn.Fhir.Tests.Importing;

/// <summary>Nothing crashes, nothing is half taken, and each fault says where and how to go on.</summary>
public sealed class ReadingBrokenFiles
{
    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData(" \n ", "The file is empty.")]
    [InlineData("<Bundle xmlns=\"http://hl7.org/fhir\"/>", "The file is XML.")]
    [InlineData("hello", "The file is not JSON: it breaks off the rules in line 1, at character 1.")]
    [InlineData("{\"resourceType\":\"Bundle\",\n \"entry\": nope}", "line 2")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":{\"resourceType\":\"Pat", "The file ends in the middle.")]
    [InlineData("{", "The file ends in the middle.")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[", "The file ends in the middle.")]
    [InlineData("[]", "not a FHIR resource")]
    [InlineData("42 ", "not a FHIR resource")]
    [InlineData("{}", "does not name its resourceType")]
    [InlineData("{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\"}", "NDJSON")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"history\",\"entry\":[]}", "history")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":{}}", "entry should be a list")]
    public void A_file_that_cannot_be_read_says_why(string text, string words)
    {
        var file = Samples.Read(text);
        Assert.Contains(words, Assert.Single(file.Faults).Sentence, StringComparison.Ordinal);
        Assert.Empty(file.People);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.Single(Samples.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Samples.Patient)]).People);

    [Fact]
    public void Utf_16_is_named() => Assert.Contains("UTF-16", Samples.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Samples.Patient)]).Faults[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_are_named() => Assert.Contains("UTF-8", Samples.Read([(byte)'{', 0xC3, 0x28]).Faults[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_a_fault_of_its_entry() =>
        Assert.Contains("half a character", Samples.Read(Samples.Patient.Replace("Ruiz", "\\ud800", StringComparison.Ordinal)).Faults[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void More_than_50_MB_are_refused_without_being_read()
    {
        var file = FhirFile.Read("big.json", new Endless(ImportBytes.Most + 1L));
        Assert.Contains("larger than 50 MB", Assert.Single(file.Faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var file = Samples.Read("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + new string('[', 5000) + new string(']', 5000) + "]}");
        Assert.Contains("nested deeper", Assert.Single(file.Faults).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("42", "This entry is not an object")]
    [InlineData("{\"fullUrl\":\"urn:uuid:1\"}", "holds no resource")]
    [InlineData("{\"resource\":[]}", "holds no resource")]
    [InlineData("{\"resource\":{\"id\":\"1\"}}", "does not name its resourceType")]
    [InlineData("{\"resource\":{\"resourceType\":7}}", "resourceType should be text, and is a number")]
    [InlineData("{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"family\":\"B\"}]}}", "no birthDate")]
    [InlineData("{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\",\"birthDate\":\"1985-07-14\"}}", "no name")]
    [InlineData("{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"family\":\"B\"}],\"birthDate\":\"1985\"}}", "The whole date is needed")]
    [InlineData("{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"family\":\"B\"}],\"birthDate\":\"14.7.1985\"}}", "“14.7.1985” is not a date")]
    [InlineData("{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"family\":\"B\"}],\"birthDate\":19850714}}", "birthDate should be text, and is a number")]
    [InlineData("{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":{\"family\":\"B\"},\"birthDate\":\"1985-07-14\"}}", "name should be a list, and is an object")]
    [InlineData("{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"family\":[\"B\"]}],\"birthDate\":\"1985-07-14\"}}", "name[0].family should be text, and is a list")]
    [InlineData("{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"x\",\"code\":{\"text\":\"a\"}}}", "does not say whom it is about")]
    [InlineData("{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"x\",\"code\":{\"text\":\"a\"},\"subject\":{\"reference\":\"Patient/nobody\"}}}", "belongs to Patient/nobody, who is not in this file")]
    [InlineData("{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"x\",\"code\":{\"text\":\"a\"},\"subject\":{\"reference\":\"Patient/p\"},\"onsetDateTime\":\"2020-13-01\"}}", "onsetDateTime: “2020-13-01” is not a date")]
    [InlineData("{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"x\",\"code\":\"depression\",\"subject\":{\"reference\":\"Patient/p\"}}}", "code should be an object, and is text")]
    public void A_broken_entry_is_named_and_nothing_of_the_file_is_taken(string entry, string words)
    {
        var file = Samples.Read($$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{Samples.Patient}}},{{entry}}]}""");
        var fault = Assert.Single(file.Faults, fault => fault.Sentence.Contains(words, StringComparison.Ordinal));
        Assert.Equal("entry 2", fault.Entry);
        Assert.Empty(file.People);
    }

    [Theory]
    [InlineData("{\"value\":\"165\",\"code\":\"kg\"}", "valueQuantity.value should be a number, and is text")]
    [InlineData("{\"value\":1e400,\"code\":\"kg\"}", "valueQuantity.value should be a number")]
    [InlineData("[]", "valueQuantity should be an object, and is a list")]
    public void A_value_of_the_wrong_type_is_a_fault(string quantity, string words) =>
        Assert.Contains(Samples.Read(Samples.Bundle(Samples.Patient, Samples.Weight(quantity))).Faults, fault => fault.Sentence.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Faults_are_all_given_at_once()
    {
        var file = Samples.Read(Samples.Bundle("{\"resourceType\":\"Patient\",\"id\":\"a\"}", "{}", Samples.Weight("{\"value\":true}")));
        Assert.Equal(["entry 1", "entry 1", "entry 2", "entry 3"], file.Faults.Select(fault => fault.Entry));
    }

    [Fact]
    public void The_same_resource_twice_with_two_meanings_is_a_fault() =>
        Assert.Contains(
            Samples.Read(Samples.Bundle(Samples.Patient, Samples.Weight("{\"value\":70,\"code\":\"kg\"}"), Samples.Weight("{\"value\":80,\"code\":\"kg\"}"))).Faults,
            fault => fault.Sentence.Contains("is in the file twice", StringComparison.Ordinal));

    [Fact]
    public void Any_cut_of_a_good_file_is_refused_with_one_sentence()
    {
        var whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "whole-person.json")).AsSpan().TrimEnd("\n "u8).ToArray();
        for (var length = 0; length < whole.Length; length += 37)
        {
            Assert.Single(Samples.Read(whole[..length]).Faults);
        }
    }

    [Fact]
    public void Any_changed_byte_of_a_good_file_is_read_or_refused_but_never_throws()
    {
        var whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "whole-person.json"));
        foreach (var replacement in "\0\"{}[],:9x\\\xFF"u8.ToArray())
        {
            for (var at = 0; at < whole.Length; at += 13)
            {
                var kept = whole[at];
                whole[at] = replacement;
                Assert.NotNull(Samples.Read(whole));
                whole[at] = kept;
            }
        }
    }

    /// <summary>A stream that says it is long, and fails when somebody reads it to the end.</summary>
    private sealed class Endless(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("It was read.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
