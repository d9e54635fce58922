using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Sojourn.Domain.People;

namespace Sojourn.Clinic.People.Importing;

/// <summary>
/// Reads people from a CSV file with one row each. Columns, in any order: last_name, first_name, date_of_birth (needed); mrn, sex, preferred_name, pronouns, phone,
/// email, address, city, state, zip, country, language, allergies and medications (several parted by semicolons; "none" says that there are none).
/// </summary>
public static class CsvFile
{
    /// <summary>For a row without a number of its own: the same name and birth date are the same row when it is imported again.</summary>
    private const string NameAndBirth = "urn:sojourn:name-and-birth";

    private static readonly string[] Columns =
    [
        "mrn", "last_name", "first_name", "date_of_birth", "sex", "preferred_name", "pronouns", "phone", "email", "address", "city", "state", "zip", "country", "language",
        "allergies", "medications",
    ];

    public static ImportedFile Read(string name, Stream stream)
    {
        if (ImportBytes.Of(stream) is not { } bytes)
        {
            return ImportedFile.Unreadable(name, "", ImportBytes.TooLarge);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (!Utf8.IsValid(bytes.Span))
        {
            return ImportedFile.Unreadable(name, sha256, "The file is not text in UTF-8. Save it as “CSV UTF-8” and import it again.");
        }

        var text = Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF');
        if (text.AsSpan().Trim().IsEmpty)
        {
            return ImportedFile.Unreadable(name, sha256, "The file is empty. Export it again.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return ImportedFile.Unreadable(name, sha256, "The file holds characters that no text has. Save it as “CSV UTF-8” and import it again.");
        }

        var (rows, broken) = CsvRows.Of(text, Separator(text));
        if (broken is { } line)
        {
            return ImportedFile.Unreadable(name, sha256, $"A quote in line {line} is not closed where its field ends. Close it, or double the quotes inside the field.");
        }

        return People(name, sha256, rows);
    }

    private static char Separator(string text)
    {
        var head = text.Split('\n', 2)[0];
        return new[] { ',', ';', '\t' }.MaxBy(separator => head.Count(c => c == separator));
    }

    private static ImportedFile People(string name, string sha256, IReadOnlyList<CsvRows.Row> rows)
    {
        List<ImportLine> notes = [];
        List<ImportLine> faults = [];
        var head = rows[0].Fields.Select(column => column.Trim().ToLowerInvariant().Replace(' ', '_')).ToList();
        faults.AddRange(new[] { "last_name", "first_name", "date_of_birth" }
            .Where(needed => !head.Contains(needed, StringComparer.Ordinal))
            .Select(needed => new ImportLine("line 1", null, $"There is no column {needed}. Name the columns in the first line: {string.Join(", ", Columns)}.")));
        faults.AddRange(head.Where(column => column.Length > 0).GroupBy(column => column, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => new ImportLine("line 1", null, $"The column {same.Key} is there twice. Take out the one that is wrong.")));
        notes.AddRange(head.Where(column => column.Length > 0 && !Columns.Contains(column, StringComparer.Ordinal))
            .Select(column => new ImportLine("line 1", null, $"The column {column} is not known and not taken.")));
        var people = faults.Count > 0 ? [] : rows.Skip(1).Select(row => new CsvPerson(head, row, notes, faults).Read()).OfType<ImportedPerson>().ToList();
        faults.AddRange(people.GroupBy(person => person.Resource, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => new ImportLine(same.Last().Entry, null, $"This is the person of {same.First().Entry} again. Keep one of the two lines.")));
        if (rows.Count == 1)
        {
            notes.Add(new ImportLine(null, null, "There is nobody below the column names, so there is nobody to take in."));
        }

        return new ImportedFile(name, sha256, faults.Count > 0 ? [] : people, notes, faults, new Dictionary<string, int>(StringComparer.Ordinal));
    }

    /// <summary>One row, read once.</summary>
    private sealed class CsvPerson(List<string> head, CsvRows.Row row, List<ImportLine> notes, List<ImportLine> faults)
    {
        private string Line => $"line {row.Line}";

        internal ImportedPerson? Read()
        {
            if (row.Fields.Count != head.Count)
            {
                Fault($"There are {row.Fields.Count} fields, and {head.Count} columns. A field with a separator in it needs quotes around it.");
                return null;
            }

            var (family, given) = (this["last_name"] ?? "", this["first_name"] ?? "");
            var born = Born();
            if (family.Length + given.Length == 0)
            {
                Fault("There is no name. Fill in last_name or first_name.");
            }

            if (born is not { } birthDate || family.Length + given.Length == 0)
            {
                return null;
            }

            var identifier = this["mrn"] is { } number
                ? new Identifier(Identifier.ClinicRecordNumber, number, "record number")
                : new Identifier(NameAndBirth, $"{Folding.NameKey(family, given)}|{Folding.Word(birthDate)}", "name and birth date");
            var details = new Demographics(
                new PersonName(given, family, this["preferred_name"]),
                birthDate,
                SexOf(),
                this["pronouns"],
                [identifier],
                new Contacts(Sound("phone", Person.PhoneIsSound), Sound("email", Person.EmailIsSound), AddressOf()),
                this["language"],
                null,
                null);
            var allergies = Parts("allergies").ToList();
            var noneKnown = allergies is [var only] && only.ToLowerInvariant() is "none" or "none known" or "no known allergies" or "nka" or "nkda";
            var entries = (noneKnown ? [] : allergies.Select(Allergic)).Concat(Parts("medications").Where(part => !string.Equals(part, "none", StringComparison.OrdinalIgnoreCase)).Select(Taking));
            return new ImportedPerson(
                Line, identifier.Key, details, Died: false, null, noneKnown, [.. entries.DistinctBy(entry => entry.Fact).Select(entry => new ImportedEntry(Line, $"{identifier.Key}/{entry.Resource}", entry.Fact))], []);
        }

        private string? this[string column] => head.IndexOf(column) is var at and >= 0 && row.Fields[at].Trim() is { Length: > 0 } text ? text : null;

        private DateOnly? Born()
        {
            if (this["date_of_birth"] is not { } text)
            {
                Fault("There is no date_of_birth. Fill it in like 1985-07-14.");
                return null;
            }

            if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d-MMM-yyyy", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            Fault($"date_of_birth “{text}” cannot be read without guessing which is the day and which the month. Write it like 1985-07-14.");
            return null;
        }

        private Sex SexOf()
        {
            switch (this["sex"]?.ToLowerInvariant())
            {
                case "f" or "female":
                    return Sex.Female;
                case "m" or "male":
                    return Sex.Male;
                case "x" or "o" or "other":
                    return Sex.Other;
                case null or "u" or "unknown":
                    return Sex.NotKnown;
                case var other:
                    notes.Add(new ImportLine(Line, null, $"sex “{other}” is not one of F, M, X, U. Taken as not known: ask the person."));
                    return Sex.NotKnown;
            }
        }

        private string? Sound(string column, Func<string?, string, IEnumerable<Domain.Kernel.Refusal>> check)
        {
            if (this[column] is { } text && check(text, column).FirstOrDefault() is { } refusal)
            {
                notes.Add(new ImportLine(Line, null, $"{column} is not taken. {refusal.Sentence}"));
                return null;
            }

            return this[column];
        }

        private Address? AddressOf()
        {
            var address = new Address(this["address"], this["city"], this["state"], this["zip"], this["country"]);
            return address.ToString().Length == 0 ? null : address;
        }

        private IEnumerable<string> Parts(string column) => (this[column] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        /// <summary>"penicillin (rash)" is a substance and its reaction.</summary>
        private static (string Resource, Fact Fact) Allergic(string text)
        {
            var open = text.IndexOf('(', StringComparison.Ordinal);
            var substance = open > 0 ? text[..open].Trim() : text;
            var reaction = open > 0 ? text[(open + 1)..].TrimEnd(')').Trim() : null;
            return ($"allergy/{substance.ToLowerInvariant()}", new Allergy(substance, null, string.IsNullOrEmpty(reaction) ? null : reaction, AllergySeverity.NotStated, AllergyStatus.Active));
        }

        /// <summary>"sertraline 50 mg daily" is a name and, from the first figure on, a dose.</summary>
        private static (string Resource, Fact Fact) Taking(string text)
        {
            var figure = text.IndexOfAny([.. "0123456789"]);
            var cut = figure > 0 && text[figure - 1] == ' ';
            var name = cut ? text[..figure].Trim() : text;
            return ($"medicine/{name.ToLowerInvariant()}", new Medicine(name, null, cut ? text[figure..] : null, null, null, null, MedicineStatus.Current));
        }

        private void Fault(string sentence) => faults.Add(new ImportLine(Line, null, sentence));
    }
}
