using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Tests.Courses;

/// <summary>Steps of a course in a clinic at work.</summary>
internal static class CoursesAtWork
{
    internal const string Pain = "rise-chronic-pain";

    /// <summary>Answers of a person against whom nothing speaks, to every question of a programme that the record does not answer.</summary>
    internal static Dictionary<string, string?> Healthy(this ClinicAtWork clinic, string programme = Pain) =>
        clinic.Runner.Programmes.Find(programme)!.Facts.ToDictionary(question => question.Id, Unremarkable, StringComparer.Ordinal);

    private static string? Unremarkable(FactQuestion question) => question.Id switch
    {
        "resting-systolic" => "122",
        "resting-diastolic" => "78",
        "days-since-cardiac-event" or "days-since-stroke" => "9000",
        "liver-enzymes-times-normal" => "1",
        "egfr" => "90",
        "bmi" => "24",
        "age" => "41",
        "audit-c" => "0",
        "pain-months" => "36",
        "adequate-trials" => "3",
        "pregnancy" => "not-possible",
        "pregnancy-test-last-7-days" or "escort-arranged" or "therapeutic-goal" => "yes",
        _ when question.Kind == FactKind.YesNo => "no",
        _ when question.Kind == FactKind.Choice => question.Choices[0].Id,
        _ => null,
    };

    internal static async Task<CourseId> OpenCourse(this ClinicAtWork clinic, PersonId person, string programme = Pain, string? condition = "crps", string? words = "chronic regional pain")
    {
        var course = new CourseId(Guid.CreateVersion7());
        await clinic.Do(desk => CourseDesk.Open(desk, course, clinic.Beginning(person, programme, condition, words)));
        return course;
    }

    internal static Task RecordFacts(this ClinicAtWork clinic, CourseId course, params (string Fact, string? Value)[] others)
    {
        var answers = clinic.Healthy();
        foreach (var (fact, value) in others)
        {
            answers[fact] = value;
        }

        return clinic.Do(desk => ScreeningDesk.RecordFacts(desk, course, answers), Actor.Staff(clinic.Nurse));
    }

    internal static Eligible Decision(EligibilityDecision decision, params (string Rule, string Note)[] notes) =>
        new(decision, null, notes.ToDictionary(note => note.Rule, note => note.Note, StringComparer.Ordinal), [], null, null, null, null);

    internal static Task Decide(this ClinicAtWork clinic, CourseId course, Eligible eligible) =>
        clinic.Do(desk => ScreeningDesk.Decide(desk, course, eligible), Actor.Staff(clinic.Prescriber));

    internal static IReadOnlyList<string> Standing(this ClinicAtWork clinic, CourseId course) =>
        [.. clinic.Read(records => Clinic.Courses.Standing.Of(records, clinic.Runner.Programmes, course, clinic.Now)).Select(missing => missing.Code)];

    internal static CourseDesk.Beginning Beginning(this ClinicAtWork clinic, PersonId person, string programme = Pain, string? condition = "crps", string? words = "chronic regional pain") =>
        new(person, programme, clinic.Site, condition, words, new Team(clinic.Therapist, clinic.Prescriber, clinic.Nurse));
}
