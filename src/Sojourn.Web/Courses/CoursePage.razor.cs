using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Screening;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Courses;

public sealed partial class CoursePage
{
    /// <param name="Words">Its programme and how many medicine sessions were held in it.</param>
    public sealed record OtherCourse(CourseId Id, string Words)
    {
        internal static OtherCourse? Of(Exchange x, CourseRow? course) => course is null ? null : new(
            course.Id,
            $"{x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion)?.Title ?? course.ProgrammeId} ({Design.Words.Count(x.Records.Value<int>("select count(*) from session where course_id = @Id and kind = 'medicine' and state = 'held'", new { course.Id }), "medicine session", "medicine sessions")})");
    }

    /// <param name="Programme">Null when the clinic no longer has its file.</param>
    /// <param name="Missing">What is still missing before medicine.</param>
    /// <param name="Findings">Empty for those who may not see the record.</param>
    public sealed record View(
        CourseRow Course,
        BannerPerson Person,
        Programme? Programme,
        IReadOnlyList<PhaseRow> Phases,
        IReadOnlyList<Refusal> Missing,
        ScreeningRow Screening,
        IReadOnlyList<FindingRow> Findings,
        IReadOnlyList<string> Conditions,
        CourseSummaries Summaries,
        string? Therapist,
        string? Prescriber,
        string? Nurse,
        IReadOnlyList<Option> Therapists,
        IReadOnlyList<Option> Prescribers,
        IReadOnlyList<Option> Nurses,
        Who Who,
        Form Form)
    {
        public string? SiteName { get; init; }

        /// <summary>The programme's months; null where it has none.</summary>
        public CourseMonths? Months { get; init; }

        /// <summary>The task that missed talking sessions have asked for, while it is open.</summary>
        public TaskRow? Review { get; init; }

        /// <summary>The course that goes on in this one; null for a beginning.</summary>
        public OtherCourse? Before { get; init; }

        /// <summary>The course in which this one goes on; null for none.</summary>
        public OtherCourse? Next { get; init; }

        /// <summary>The review after so many sessions that waits for an answer.</summary>
        public TaskRow? Choice { get; init; }

        internal static View? Make(Exchange x, Form form)
        {
            var id = new CourseId(x.Id());
            if (CourseRecords.One(x.Records, id) is not { } course || WhoItIs.Banner(x.Records, course.PersonId, x.Now) is not { } person)
            {
                return null;
            }

            var seesRecord = x.Who.May(Permission.SeeRecord);
            var programme = x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion);
            return new View(
                course,
                person,
                programme,
                CourseRecords.PhasesOf(x.Records, id),
                course.IsOpen ? Standing.Of(x.Records, x.Clinic.Programmes, id, x.Now, x.Clinic.Instruments) : [],
                ScreeningRecords.One(x.Records, id),
                seesRecord ? ScreeningRecords.Findings(x.Records, id) : [],
                seesRecord ? ScreeningRecords.Conditions(x.Records, id) : [],
                CourseSummaries.Of(x.Records, id),
                WhoItIs.StaffName(x.Records, course.TherapistId),
                WhoItIs.StaffName(x.Records, course.PrescriberId),
                WhoItIs.StaffName(x.Records, course.NurseId),
                WhoItIs.Staff(x.Records, Roles.Therapist),
                WhoItIs.Staff(x.Records, Roles.Prescriber),
                WhoItIs.Staff(x.Records, Roles.Nurse),
                x.Who,
                form)
            {
                SiteName = x.Records.Value<string>("select name from site where id = @SiteId", new { course.SiteId }),
                Months = programme is null ? null : CourseMonths.Of(x.Records, id, programme, x.Now),
                Before = OtherCourse.Of(x, course.ContinuesId is { } earlier ? CourseRecords.One(x.Records, earlier) : null),
                Next = OtherCourse.Of(x, CourseRecords.GoesOnIn(x.Records, course.Id)),
                Choice = x.Who.May(Permission.SeeMeasures) ? CourseReview.Open(x.Records, id.Value) : null,
                Review = CommitmentAtRisk.Review(x.Records, id.Value),
            };
        }
    }
}
