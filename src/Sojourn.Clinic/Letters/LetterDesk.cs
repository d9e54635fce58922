using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Letters;

namespace Sojourn.Clinic.Letters;

public sealed record LetterRow
{
    public LetterId Id { get; init; }

    public CourseId CourseId { get; init; }

    public string Addressee { get; init; } = "";

    public string? Practice { get; init; }

    public string Text { get; init; } = "";

    public string TypedName { get; init; } = "";

    public DateTimeOffset PreparedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? SentHow { get; init; }
}

/// <summary>Letters about a plan, and the words of one.</summary>
public static class LetterDesk
{
    /// <param name="read">The <see cref="Mark"/> of the words that the patient was shown.</param>
    public static void Prepare(Desk desk, CourseId course, LetterId letter, string read, string typedName)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            var doctor = PeopleRecords.Contact(desk.Records, at.Person.Value, "family-doctor");
            var text = Words(desk.Records, at, desk.At);
            desk.Do(LetterSlice.Slice, letter.Value, new Letter.Command.Prepare(course, at.Person, doctor?.Name, doctor?.Practice, text, Mark(text) == read, typedName, at.Name, at.LockAt(desk.At)));
        }
    }

    public static void Send(Desk desk, CourseId course, LetterId letter, string how)
    {
        if (One(desk.Records, course.Value, letter.Value) is null)
        {
            desk.Refuse("letter.unknown", "There is no such letter.");
            return;
        }

        desk.Do(LetterSlice.Slice, letter.Value, new Letter.Command.Send(how));
    }

    public static IReadOnlyList<LetterRow> Of(Records records, Guid course) => records.All<LetterRow>("select * from letter where course_id = @course order by prepared_at desc, id desc", new { course });

    public static LetterRow? One(Records records, Guid course, Guid id) => records.One<LetterRow>("select * from letter where course_id = @course and id = @id", new { course, id });

    /// <summary>Tells one text from another.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>The letter as it would be written now: the plan in force, what goes on beside it, and the treatments that stay as they are.</summary>
    public static string Words(Records records, CourseAtHand course, DateTimeOffset now)
    {
        var doctor = PeopleRecords.Contact(records, course.Person.Value, "family-doctor");
        var born = records.Value<string>("select born_on from person where id = @person", new { person = course.Person });
        var medicines = records.All<Line>("select name, dose from person_medicine where person_id = @person and status = 'current' order by name", new { person = course.Person });
        var beside = LaneRecords.Items(records, course.Id.Value).Where(item => item.State == "open" && item.DutyOn.Count == 0).ToList();
        var plan = PlanRecords.Of(records, course.Id.Value).Active;
        var said = new StringBuilder();
        said.Append(Day(ClinicDay.In(records, now))).Append("\n\n")
            .Append("Dear ").Append(doctor?.Name ?? "colleague").Append(",\n\n")
            .Append(course.Name.Plain);
        if (DateOnly.TryParse(born, CultureInfo.InvariantCulture, out var date))
        {
            said.Append(", born ").Append(Day(date)).Append(',');
        }

        said.Append(" has a plan with us: ").Append(course.Programme.Title).Append(". They agreed that we write to you. What we do complements your care and does not replace it.\n\n## The plan\n\n");
        if (plan is null)
        {
            said.Append("No plan is in force yet.\n\n");
        }
        else
        {
            foreach (var line in plan.Lines.Where(line => line.Sessions > 0))
            {
                said.Append("- ").Append(course.Programme.Session(line.Session)?.Title ?? line.Session).Append(": ").Append(line.Sessions.ToString(CultureInfo.InvariantCulture)).Append('\n');
            }

            said.Append('\n');
        }

        said.Append("## Current treatments, unchanged by us\n\n");
        foreach (var medicine in medicines)
        {
            said.Append("- ").Append(medicine.Name).Append(medicine.Dose is { } dose ? $", {dose}" : "").Append('\n');
        }

        said.Append(medicines.Count == 0 ? "None is recorded here.\n\n" : "\n");
        if (beside.Count > 0)
        {
            said.Append("## Beside the sessions\n\n");
            foreach (var item in beside)
            {
                said.Append("- ").Append(item.Words).Append(", since ").Append(Day(item.FromOn)).Append('\n');
            }

            said.Append('\n');
        }

        var ended = LaneRecords.Items(records, course.Id.Value).Where(item => item is { State: "ended", Lane: "medicine" }).ToList();
        if (ended.Count > 0)
        {
            said.Append("## Ended, as agreed with the prescriber\n\n");
            foreach (var item in ended)
            {
                said.Append("- ").Append(item.Words).Append(", last day ").Append(item.ToOn is { } on ? Day(on) : "not written down").Append(". Agreed: ").Append(item.Agreed).Append('\n');
            }

            said.Append('\n');
        }

        return said.Append("Please tell us if any of this should be otherwise.\n\n").Append(records.Value<string>("select name from clinic")).ToString();
    }

    private static string Day(DateOnly date) => date.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture);

    private sealed record Line
    {
        public string Name { get; init; } = "";

        public string? Dose { get; init; }
    }
}
