using Sojourn.Clinic.People;
using Sojourn.Clinic.People.Importing;
using Sojourn.Domain.People;

namespace Sojourn.Clinic.Tests.People;

/// <summary>PEOPLE-12 to PEOPLE-15, for rows.</summary>
public sealed class ImportingACsvFile : IAsyncDisposable
{
    private const string Three =
        """"
        mrn,last_name,first_name,date_of_birth,sex,phone,email,address,city,state,zip,allergies,medications
        A-1,Trần,Minh,1990-03-14,F,+1 415 555 0101,minh@example.test,12 Elm St,Oakland,CA,94601,"penicillin (rash); latex","sertraline 50 mg daily"
        A-2,D'Arcy,Zoë,1978-11-02,M,(206) 555-0102,,"9 Pike Pl, Apt 4",Seattle,WA,98101,none,
        A-3,de la Cruz,Jo,1985-06-30,X,,jo@example.test,,,,,,"lamotrigine 200 mg; ""as needed"" lorazepam 0.5 mg"

        """";

    private readonly RegisterAtWork clinic = new();

    [Fact]
    public async Task Every_row_is_a_person_with_allergies_and_medicines()
    {
        var report = await clinic.Csv(Three);
        Assert.Equal("3 people registered, 0 updated, 0 unchanged, 5 entries recorded, 0 amended, 0 known already", report.Summary);
        var minh = clinic.Read(records => PeopleRecords.Search(records, "tran")).Single();
        Assert.Equal(("female", "+1 415 555 0101", "12 Elm St, Oakland, CA 94601"), (minh.Sex, minh.Phone, minh.Address));
        Assert.Equal([("latex", null), ("penicillin", "rash")], clinic.Read(records => PeopleRecords.Allergies(records, minh.Id.Value)).Select(row => (row.Substance, row.Reaction)));
        Assert.Equal([("sertraline", "50 mg daily")], clinic.Read(records => PeopleRecords.Medicines(records, minh.Id.Value)).Select(row => (row.Name, row.Dose)));
        Assert.True(clinic.Read(records => PeopleRecords.Search(records, "darcy")).Single().NoKnownAllergies);
    }

    [Fact]
    public async Task The_same_file_again_records_nothing()
    {
        await clinic.Csv(Three);
        var before = await clinic.Events();
        Assert.True((await clinic.Csv(Three)).Before);
        Assert.Equal(before, await clinic.Events());
    }

    [Fact]
    public async Task The_same_people_in_another_file_change_nothing()
    {
        await clinic.Csv(Three);
        var before = await clinic.Events();
        var report = await clinic.Csv(Three + "\n\n");
        Assert.Equal((3, before), (report.Of(Taken.Unchanged), await clinic.Events()));
    }

    [Fact]
    public async Task A_changed_dose_is_an_amendment()
    {
        await clinic.Csv(Three);
        var report = await clinic.Csv(Three.Replace("50 mg daily", "100 mg daily", StringComparison.Ordinal));
        Assert.Equal((1, 0, 1), (report.Of(Taken.Updated), report.People.Sum(person => person.Recorded), report.People.Sum(person => person.Amended)));
    }

    [Fact]
    public async Task Nothing_is_taken_where_one_row_is_wrong()
    {
        var report = await clinic.Csv(Three.Replace("1985-06-30", "30/06/1985", StringComparison.Ordinal));
        Assert.Equal("line 4: date_of_birth “30/06/1985” cannot be read without guessing which is the day and which the month. Write it like 1985-07-14.", Assert.Single(report.Refused).ToString());
        Assert.Equal(0, await clinic.Events());
    }

    [Fact]
    public async Task A_birth_date_in_the_future_is_refused_with_its_line()
    {
        var report = await clinic.Csv(Three.Replace("1985-06-30", "2985-06-30", StringComparison.Ordinal));
        Assert.StartsWith("line 4", Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await clinic.Events());
    }

    [Fact]
    public async Task Somebody_here_under_another_number_is_named_with_how_to_go_on()
    {
        await clinic.Register("Trần", "Minh", "1990-03-14", "77");
        var before = await clinic.Events();
        var refused = Assert.Single((await clinic.Csv(Three)).Refused).Sentence;
        Assert.Contains("Minh Trần, born 14-Mar-1990, is here already under other numbers. If it is the same person, add A-1", refused, StringComparison.Ordinal);
        Assert.Equal(before, await clinic.Events());
    }

    [Fact]
    public async Task Somebody_here_under_the_same_number_is_filled_in()
    {
        var id = await clinic.Register(RegisterAtWork.Ana with { Name = new PersonName("Minh", "Trần"), BirthDate = new DateOnly(1990, 3, 14), Identifiers = [new Identifier(Identifier.ClinicRecordNumber, "A-1")] });
        var report = await clinic.Csv(Three);
        Assert.Contains(report.People, person => person.Id.Value == id && person.Taken == Taken.Updated && person.Recorded == 3);
    }

    [Fact]
    public async Task The_same_person_twice_in_one_file_is_refused()
    {
        var report = await clinic.Csv("last_name,first_name,date_of_birth\nAbara,Nkechi,1970-01-01\nAbara,Nkechi,1970-01-01\n");
        Assert.Equal("line 3: This is the person of line 2 again. Keep one of the two lines.", Assert.Single(report.Refused).ToString());
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("name\nx\n", "There is no column last_name.")]
    [InlineData("last_name,first_name,date_of_birth\nA,B\n", "There are 2 fields, and 3 columns.")]
    [InlineData("last_name,first_name,date_of_birth\n\"A,B,1990-01-01\n", "A quote in line 2 is not closed")]
    [InlineData("last_name,first_name,date_of_birth\n,,1990-01-01\n", "There is no name.")]
    [InlineData("last_name,first_name,date_of_birth\nA,B,\n", "There is no date_of_birth.")]
    [InlineData("last_name,last_name,first_name,date_of_birth\n", "The column last_name is there twice.")]
    [InlineData("last_name,first_name,date_of_birth\nA,B\0,1990-01-01\n", "characters that no text has")]
    public async Task A_broken_file_is_refused_with_a_sentence(string text, string words)
    {
        var report = await clinic.Csv(text);
        Assert.Contains(report.Refused, line => line.Sentence.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Semicolons_and_a_byte_order_mark_are_read()
    {
        var report = await clinic.Csv("\uFEFFLast name;First name;Date of birth\r\nAbara;Nkechi;01-Jan-1970\r\n");
        Assert.Equal(1, report.Of(Taken.Registered));
    }

    [Fact]
    public async Task A_telephone_number_that_is_none_is_left_out_and_named()
    {
        var report = await clinic.Csv("last_name,first_name,date_of_birth,phone,shoe\nAbara,Nkechi,1970-01-01,n/a,42\n");
        Assert.Equal(
            ["line 1: The column shoe is not known and not taken.", "line 2: phone is not taken. “n/a” is not a telephone number. It should read like +1 206 555 0102."],
            report.Notes.Select(note => note.ToString()));
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();
}
