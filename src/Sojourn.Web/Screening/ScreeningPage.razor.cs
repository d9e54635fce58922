using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using Sojourn.Web.Courses;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Screening;

public sealed partial class ScreeningPage
{
    /// <param name="Known">What is known of each fact, by id.</param>
    /// <param name="Evaluation">What the facts known now come to.</param>
    /// <param name="Weighed">Rule ids that a prescriber has decided knowing, with the notes.</param>
    /// <param name="Section">The heading whose questions are open.</param>
    /// <param name="OpenCase">The open safety case about what they wrote; null when there is none.</param>
    /// <param name="ClinicPhone">For the words to whom the person may call.</param>
    public sealed record View(
        CourseRow Course,
        BannerPerson Person,
        Programme Programme,
        ReadinessForm Readiness,
        IReadOnlyDictionary<string, FactAnswer> Known,
        Evaluation Evaluation,
        IReadOnlyDictionary<string, FindingRow> Weighed,
        IReadOnlyList<string> Conditions,
        IReadOnlyList<Fit> Fits,
        string? ChronicLabel,
        string? DecidedBy,
        string? Prescriber,
        string Section,
        string ClinicPhone,
        Guid? OpenCase,
        Who Who,
        Form Form)
    {
        internal bool MaySee => Who.May(Permission.SeeRecord);

        internal bool MayDecide => Course.IsOpen && Who.May(Permission.DecideEligibility);

        internal bool MayWrite => Course.IsOpen && Who.May(Permission.WriteScreening);

        internal static View? Make(Exchange x, Form form)
        {
            var id = new CourseId(x.Id());
            if (CourseRecords.One(x.Records, id) is not { } course
                || WhoItIs.Banner(x.Records, course.PersonId, x.Now) is not { } person
                || x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is not { } programme)
            {
                return null;
            }

            var onRecord = WhatTheRecordSays.About(x.Records, course.PersonId, id, programme, x.Now);
            var known = ScreeningRecords.Known(x.Records, id, onRecord);
            var readiness = ReadinessForm.Of(x.Records, course);
            var evaluation = Eligibility.Evaluate(Ruleset.Of(programme), known, onRecord.Medicines, x.Now);
            return new View(
                course,
                person,
                programme,
                readiness,
                known.ToDictionary(answer => answer.Fact, StringComparer.Ordinal),
                evaluation,
                ScreeningRecords.Findings(x.Records, id).ToDictionary(finding => finding.RuleId, StringComparer.Ordinal),
                ScreeningRecords.Conditions(x.Records, id),
                FitsOf(x, course, readiness),
                readiness.ChronicLabel(x.Records, programme, x.Now),
                WhoItIs.StaffName(x.Records, readiness.Screening.DecidedBy),
                WhoItIs.StaffName(x.Records, course.PrescriberId),
                Open(programme, evaluation, form.Value("section") ?? x.Query("section"), x.Query("after")),
                x.Records.Value<string>("select phone from clinic") ?? "",
                ScreeningRecords.OpenCase(x.Records, id),
                x.Who,
                form);
        }

        private static IReadOnlyList<Fit> FitsOf(Exchange x, CourseRow course, ReadinessForm readiness)
        {
            var hopes = new[] { "hopes", "goal-1", "goal-2", "goal-3" }.Select(readiness.Answer).OfType<string>().ToList();
            var today = ClinicDay.In(x.Records, x.Now);
            return [.. x.Clinic.Programmes.ById.Values
                .Select(programme => Fit.Of(programme, course.OwnWords ?? course.Condition, hopes, readiness.PainSince, today))
                .OrderBy(fit => fit.Level)
                .ThenBy(fit => fit.Programme.Title, StringComparer.Ordinal)];
        }

        /// <summary>The section asked for; else the next one after the one just saved, else any, in which a question is left; none when nothing is.</summary>
        private static string Open(Programme programme, Evaluation evaluation, string? asked, string? saved)
        {
            var sections = programme.Facts.Select(question => question.Section).Distinct().ToList();
            var missing = evaluation.Missing.Select(question => question.Section).ToHashSet(StringComparer.Ordinal);
            var left = evaluation.NotAsked.Select(question => question.Section).Concat(missing).ToHashSet(StringComparer.Ordinal);
            return sections.Find(section => section == asked)
                ?? (sections.Contains(saved ?? "") ? sections.SkipWhile(section => section != saved).Skip(1).FirstOrDefault(left.Contains) : sections.Find(left.Contains))
                ?? sections.Find(missing.Contains)
                ?? "";
        }
    }
}
