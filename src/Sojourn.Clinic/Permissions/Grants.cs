using static Sojourn.Clinic.Permissions.Permission;
using static Sojourn.Clinic.Permissions.Role;

namespace Sojourn.Clinic.Permissions;

/// <summary>Who may do what. One table; a test calls every route as every role against it.</summary>
public static class Grants
{
    private static readonly Permission[] AnyCareStaff =
    [
        SignedIn, SeeToday, SeeInbox, WorkInbox, SeePeople, SeeRecord, WriteRecord, SeeCourse, SeeCalendar, BookSessions, SeeRoom, SeeMeasures, AssignMeasures,
        SeeCases, WorkCases, SeeProgrammes, TakeConsent, WritePreparation, SeeInquiries, WorkInquiries, RegisterPeople, OpenCourse, WriteScreening,
    ];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Visitor] = [Public],
        [Patient] = [Public, SignedIn, OwnRecord],
        [Therapist] = [Public, .. AnyCareStaff, WritePlan, AgreeAsTherapist, RecordInRoom, WriteIntegration, ReadTherapyNotes, ProposeBooster, ManageMusic, ManageProgrammes],
        [Nurse] = [Public, .. AnyCareStaff, RecordInRoom, GiveDose, Discharge],
        [Prescriber] =
            [Public, .. AnyCareStaff, WritePlan, DecideEligibility, AgreeAsPrescriber, RecordInRoom, GiveDose, OverrideLimits, Discharge, ProposeBooster, WriteIntegration, TryProgrammes, ManageProgrammes],
        [FrontDesk] =
            [Public, SignedIn, SeeToday, SeeInbox, WorkInbox, SeeInquiries, WorkInquiries, SeePeople, RegisterPeople, ImportPeople, SeeCourse, SeeCalendar, BookSessions, OpenCourse, SeeProgrammes],
        [Manager] =
            [Public, SignedIn, SeeToday, SeeInbox, WorkInbox, SeeInquiries, WorkInquiries, SeePeople, RegisterPeople, ImportPeople, SeeCourse, SeeCalendar, BookSessions, OpenCourse, SeeProgrammes, ManageProgrammes, TryProgrammes, ManageStaff, ManageClinic, ManageMusic, SeeCases],
        [Auditor] = [Public, SignedIn, SeeToday, SeePeople, SeeCourse, SeeProgrammes, Audit],
    };

    public static bool Has(Role role, Permission permission) => Table[role].Contains(permission);

    public static bool Has(IEnumerable<Role> roles, Permission permission) => roles.Any(r => Has(r, permission));
}
