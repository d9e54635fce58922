using System.Globalization;
using System.Text.RegularExpressions;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Publishing;
using Sojourn.Programmes;
using Sojourn.Programmes.Compiling;
using Sojourn.Programmes.Editing;
using Sojourn.Programmes.Yaml;
using static Sojourn.Domain.Publishing.ProgrammeVersions;

namespace Sojourn.Clinic.Publishing;

/// <summary>A draft as the checker sees it.</summary>
/// <param name="Claims">What is proved of it; empty while it has faults.</param>
public sealed record DraftSheet(string Text, ProgrammeText Read, IReadOnlyList<Claim> Claims)
{
    public IReadOnlyList<FileFault> Faults => Read.File.Faults;

    public IReadOnlyList<FileNote> Notes => Read.File.Notes;
}

/// <summary>Commands about a programme's versions, with the facts that they need.</summary>
public static partial class PublishingDesk
{
    /// <summary>A text read and proved as it would be published here.</summary>
    public static DraftSheet Sheet(ProgrammeLibrary programmes, Records records, string id, string text)
    {
        ArgumentNullException.ThrowIfNull(programmes);
        var read = ProgrammeFiles.ReadText(id, text, programmes.Folder, programmes.InstrumentIds, open: OpenOn(records));
        return new(text, read, read.File.Programme is { } good ? Claims.Of(good) : []);
    }

    /// <summary>Days of the week on which any site is open; Monday to Friday where none has said.</summary>
    public static OpenDays OpenOn(Records records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var days = records.All<int>("select distinct day from site_hours");
        return days.Count == 0 ? OpenDays.Weekdays : new(days.Select(day => (DayOfWeek)day));
    }

    /// <summary>The text of the version in use: as published, or as its file has it.</summary>
    public static string? InUse(ProgrammeLibrary programmes, Records records, string id)
    {
        ArgumentNullException.ThrowIfNull(programmes);
        var version = programmes.Find(id)?.Version;
        return PublishingRecords.Versions(records, id).FirstOrDefault(row => row.Version == version)?.Text ?? (version is null ? null : FileText(programmes, id));
    }

    /// <summary>The version that lies in the programme's file; null where there is none.</summary>
    public static int? OfFile(ProgrammeLibrary programmes, string id) => FileText(programmes, id) is { } text ? VersionIn(text) : null;

    /// <summary>The text of any version that is still known.</summary>
    public static string? TextOf(ProgrammeLibrary programmes, Records records, string id, int version) =>
        PublishingRecords.Versions(records, id).FirstOrDefault(row => row.Version == version)?.Text ?? (FileText(programmes, id) is { } text && VersionIn(text) == version ? text : null);

    /// <summary>Begins to change the version in use, or the newest where all are withdrawn.</summary>
    public static void Begin(Desk desk, string id)
    {
        var text = InUse(desk.Programmes, desk.Records, id)
            ?? (desk.Programmes.Withdrawn.FirstOrDefault(one => one.Id == id) is { } last ? TextOf(desk.Programmes, desk.Records, id, last.Version) : null);
        if (text is null)
        {
            desk.Refuse("programme.unknown", "This clinic has no such programme.");
        }
        else if (PublishingRecords.Draft(desk.Records, id) is null)
        {
            var next = ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal) { ["version"] = (Newest(desk, id) + 1).ToString(CultureInfo.InvariantCulture) });
            Save(desk, id, next ?? text);
        }
    }

    /// <summary>A new programme, begun as a copy of one in use, as a pilot.</summary>
    public static void BeginNew(Desk desk, string id, string title, string from)
    {
        if (!IdForm().IsMatch(id))
        {
            desk.Refuse("programme.id", "Write a short name in small letters with hyphens, such as pain-evening-group.", field: "id");
        }
        else if (desk.Programmes.Find(id) is not null || PublishingRecords.Draft(desk.Records, id) is not null || PublishingRecords.Versions(desk.Records, id).Count > 0)
        {
            desk.Refuse("programme.id-taken", $"There is a programme “{id}” already. Choose another name.", field: "id");
        }
        else if (InUse(desk.Programmes, desk.Records, from) is not { } text)
        {
            desk.Refuse("programme.unknown", "Choose the programme to begin from.", field: "from");
        }
        else
        {
            Save(desk, id, ProgrammeEdit.With(text, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id,
                ["title"] = title,
                ["version"] = "1",
                ["pilot.trial-only"] = "yes",
            }) ?? text);
        }
    }

    public static void Save(Desk desk, string id, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > ProgrammeFiles.MostCharacters)
        {
            desk.Refuse("programme.too-long", string.Create(CultureInfo.InvariantCulture, $"The text has {text.Length:N0} characters; {ProgrammeFiles.MostCharacters:N0} at most."), field: "text");
            return;
        }

        desk.Do(PublishingSlice.Slice, PublishingSlice.IdOf(id), new Command.SaveDraft(id, text));
    }

    public static void Approve(Desk desk, string id, string role, StaffId by, string read)
    {
        var draft = PublishingRecords.Draft(desk.Records, id)?.Text ?? "";
        var sheet = Sheet(desk.Programmes, desk.Records, id, draft);
        desk.Do(PublishingSlice.Slice, PublishingSlice.IdOf(id), new Command.Approve(role, by, read, new(
            sheet.Faults.Count, sheet.Read.File.Programme?.Version ?? 0, Newest(desk, id), sheet.Read.File.Programme?.Title ?? id, sheet.Read.File.Programme?.GivesMedicine ?? false, sheet.Read.Beside)));
    }

    /// <summary>Names who leads a programme that is in use or being written.</summary>
    public static void NameLeads(Desk desk, string id, StaffId? therapy, StaffId? medical)
    {
        if (desk.Programmes.Find(id) is null && PublishingRecords.Draft(desk.Records, id) is null)
        {
            desk.Refuse("programme.unknown", "This clinic has no such programme.");
            return;
        }

        Check(therapy, Roles.Therapist);
        Check(medical, Roles.Prescriber);
        var givesMedicine = desk.Programmes.Find(id)?.GivesMedicine
            ?? Sheet(desk.Programmes, desk.Records, id, PublishingRecords.Draft(desk.Records, id)!.Text).Read.File.Programme?.GivesMedicine ?? true;
        desk.Do(PublishingSlice.Slice, PublishingSlice.IdOf(id), new Command.NameLeads(id, givesMedicine, therapy, medical));

        void Check(StaffId? who, string role)
        {
            if (who is { } chosen && !desk.Records.Any($"select 1 from staff where id = @Value and active = 1 and roles like '% {role} %'", new { chosen.Value }))
            {
                desk.Refuse("programme.not-in-role", $"Choose somebody who is a {role} here.", field: role);
            }
        }
    }

    public static void AgreeToPilot(Desk desk, string id, int version, string role, StaffId by, int cap)
    {
        if (desk.Programmes.Find(id, version) is not { } programme || programme.Version != version)
        {
            desk.Refuse("programme.unknown", "This clinic has no such version.");
            return;
        }

        desk.Do(PublishingSlice.Slice, PublishingSlice.IdOf(id), new Command.AgreeToPilot(version, programme.Pilot.IsPilot, role, by, cap));
    }

    /// <summary>Moves one person to the version in use.</summary>
    public static void Move(Desk desk, CourseId course, string why)
    {
        if (CourseRecords.One(desk.Records, course) is not { } row || desk.Programmes.Find(row.ProgrammeId) is not { } programme)
        {
            desk.Refuse("course.unknown", "There is no such course any longer.");
            return;
        }

        desk.Do(CourseSlice.Slice, course.Value, new Domain.Courses.Course.Command.MoveToVersion(
            row.ProgrammeVersion,
            programme,
            CourseRecords.Begun(desk.Records, programme.Id, programme.Version),
            CourseDesk.PeopleAreInvented(desk.Records),
            why));
    }

    private static int Newest(Desk desk, string id) => PublishingRecords.Versions(desk.Records, id).Select(row => row.Version).Append(desk.Programmes.Find(id)?.Version ?? 0).Max();

    private static string? FileText(ProgrammeLibrary programmes, string id)
    {
        var path = Path.Combine(programmes.Folder, id + ".yaml");
        return IdForm().IsMatch(id) && File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static int? VersionIn(string text) =>
        ProgrammeEdit.Sections(text).FirstOrDefault(section => section.Key == "version")?.Value is { } value && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdForm();
}
