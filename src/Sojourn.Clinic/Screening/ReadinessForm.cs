using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Screening;

/// <summary>One person's readiness form as it stands.</summary>
/// <param name="Saved">Sections that were saved at least once.</param>
public sealed record ReadinessForm(
    CourseRow Course,
    ScreeningRow Screening,
    IReadOnlyList<ReadinessSection> Saved,
    IReadOnlyList<ReadinessAnswerRow> Answers,
    IReadOnlyList<TreatmentRow> Treatments)
{
    public bool IsFinished => Screening.Readiness == "finished";

    public static ReadinessForm Of(Records records, CourseRow course) => new(
        course,
        ScreeningRecords.One(records, course.Id),
        [.. ScreeningRecords.SavedSections(records, course.Id).Select(word => Enum.GetValues<ReadinessSection>().First(section => Columns.Word(section) == word))],
        ScreeningRecords.Answers(records, course.Id),
        ScreeningRecords.Treatments(records, course.Id));

    /// <summary>Of the newest open course of a person; null when none is.</summary>
    /// <param name="orClosed">Where none is open, of the last one.</param>
    public static ReadinessForm? Newest(Records records, PersonId person, bool orClosed = false) =>
        CourseRecords.Of(records, person).FirstOrDefault(course => course.IsOpen || orClosed) is { } course ? Of(records, course) : null;

    public string? Answer(string question) => Answers.FirstOrDefault(answer => answer.Question == question)?.Value;

    public DateOnly? PainSince => Readiness.MonthIn(Answer(Readiness.PainSince));

    /// <summary>Null where the pain counts as chronic, or nothing is known, or the programme is not about pain.</summary>
    public string? ChronicLabel(Records records, Programme? programme, DateTimeOffset now) =>
        PainSince is { } since && programme?.ChronicAfterMonths is { Value: var months } ? Chronic.Label(since, months, ClinicDay.In(records, now)) : null;

    /// <summary>Whether a staff member may read what was written about hard things. Without a choice only the therapist may.</summary>
    public bool TraumaIsFor(StaffId? staff) => staff is { } id && Answer(Readiness.TraumaReaders) switch
    {
        "team" => id == Course.TherapistId || id == Course.PrescriberId || id == Course.NurseId,
        "therapist-and-prescriber" => id == Course.TherapistId || id == Course.PrescriberId,
        _ => id == Course.TherapistId,
    };

    /// <summary>"2 adequate trials, 1 uncertain".</summary>
    public string TrialsInWords()
    {
        var adequate = Treatments.Count(treatment => treatment.Adequate == "yes");
        var uncertain = Treatments.Count(treatment => treatment.Adequate == "uncertain");
        return $"{adequate} {(adequate == 1 ? "adequate trial" : "adequate trials")}{(uncertain > 0 ? $", {uncertain} uncertain" : "")}";
    }
}
