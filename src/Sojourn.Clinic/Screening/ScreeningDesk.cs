using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using static Sojourn.Domain.Screening.Assessment;

namespace Sojourn.Clinic.Screening;

/// <summary>Commands of an assessment, with the facts that they need from elsewhere.</summary>
public static class ScreeningDesk
{
    /// <summary>For an open course only.</summary>
    public static void Do(Desk desk, CourseId course, Command command)
    {
        if (OpenCourse(desk, course) is { } row && desk.Do(ScreeningSlice.Slice, course.Value, command) && command is Command.AnswerReadiness answered)
        {
            TellSomebody(desk, row, answered);
        }
    }

    /// <summary>
    /// Words that may mean danger have a case with owner and clock before the answer is acknowledged. How grave it is nobody knows yet, so it is taken as grave;
    /// the pages that take these answers show whom to call at once.
    /// </summary>
    private static void TellSomebody(Desk desk, CourseRow course, Command.AnswerReadiness answered)
    {
        var words = answered.Answers.Where(answer => WorryingWords.In(answer.Value).Count > 0).Select(answer => answer.Value).ToList();
        if (words.Count > 0)
        {
            OpeningACase.About(desk, new Concern(
                course.PersonId,
                course.Id,
                ConcernLevel.High,
                "What they wrote on the readiness form may mean danger.",
                string.Join(" ", words),
                ScreeningSlice.Slice.Stream(course.Id.Value),
                HelpShown: true));
        }
    }

    /// <param name="answers">
    /// By fact id; null is "not known", and nothing ("") takes back what was said, if anything was. What the record says already is not recorded again as said.
    /// </param>
    public static void RecordFacts(Desk desk, CourseId course, IReadOnlyDictionary<string, string?> answers)
    {
        if (Weighing(desk, course) is var (rules, onRecord))
        {
            var before = ScreeningRecords.Asked(desk.Records, course).Where(fact => fact.Value is not null && Validity.Stale(rules, fact, desk.At) is null).Select(fact => fact.Fact).ToHashSet(StringComparer.Ordinal);
            var said = answers
                .Where(answer => answer.Value is not "" || before.Contains(answer.Key))
                .Select(answer => KeyValuePair.Create(answer.Key, answer.Value is "" ? null : answer.Value))
                .Where(answer => onRecord.Facts.All(fact => fact.Fact != answer.Key || fact.Value != answer.Value))
                .Select(answer => new FactAnswer(answer.Key, rules.Question(answer.Key)?.Kind ?? FactKind.YesNo, answer.Value, "asked", desk.At));
            desk.Do(ScreeningSlice.Slice, course.Value, new Command.RecordFacts([.. said], onRecord, rules, desk.At));
        }
    }

    public static void WeighAgain(Desk desk, CourseId course)
    {
        if (Weighing(desk, course) is var (rules, onRecord))
        {
            desk.Do(ScreeningSlice.Slice, course.Value, new Command.WeighAgain(onRecord, rules, desk.At));
        }
    }

    public static void Decide(Desk desk, CourseId course, Eligible eligible)
    {
        if (desk.Sender.Actor.StaffId is not { } by || !desk.Records.Any("select 1 from staff where id = @by and active = 1 and roles like '% prescriber %'", new { by }))
        {
            desk.Refuse("screening.prescriber-decides", "A prescriber of this clinic decides whether a programme is suitable. Ask the one named in the team.");
        }
        else if (Weighing(desk, course) is var (rules, onRecord))
        {
            desk.Do(ScreeningSlice.Slice, course.Value, new Command.Decide(eligible, course, onRecord, rules, by, desk.At));
        }
    }

    private static (Ruleset Rules, OnRecord OnRecord)? Weighing(Desk desk, CourseId course)
    {
        if (OpenCourse(desk, course) is not { } row)
        {
            return null;
        }

        if (desk.Programmes.Find(row.ProgrammeId, row.ProgrammeVersion) is { } programme)
        {
            return (Ruleset.Of(programme), WhatTheRecordSays.About(desk.Records, row.PersonId, course, programme, desk.At));
        }

        desk.Refuse("course.programme-gone", "This clinic no longer has the programme of this course. Put its file back, or close the course.");
        return null;
    }

    private static CourseRow? OpenCourse(Desk desk, CourseId course)
    {
        switch (CourseRecords.One(desk.Records, course))
        {
            case null:
                desk.Refuse("course.unknown", "There is no such course. Open one from the person's page.");
                return null;
            case { IsOpen: false } closed:
                desk.Refuse("course.closed", $"This course was closed: {closed.ClosedWhy} Open a new one to go on.");
                return null;
            case var open:
                return open;
        }
    }
}
