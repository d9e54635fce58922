namespace Sojourn.Clinic.Permissions;

/// <summary>What a route asks for. Every route names one; <see cref="Grants"/> says who has it.</summary>
public enum Permission
{
    /// <summary>Pages for everybody: the front door, sign-in, a signed link.</summary>
    Public,

    /// <summary>Any signed-in person's own pages: signing out, one's own password.</summary>
    SignedIn,

    /// <summary>A patient's own pages and answers.</summary>
    OwnRecord,

    SeeToday,
    SeeInbox,
    WorkInbox,
    SeeInquiries,
    WorkInquiries,
    SeePeople,
    RegisterPeople,
    ImportPeople,
    SeeRecord,
    WriteRecord,
    OpenCourse,
    SeeCourse,
    WriteScreening,
    DecideEligibility,
    WritePlan,
    AgreeAsTherapist,
    AgreeAsPrescriber,
    TakeConsent,
    WritePreparation,
    SeeCalendar,
    BookSessions,
    SeeRoom,
    RecordInRoom,
    GiveDose,
    OverrideLimits,
    Discharge,
    WriteIntegration,
    ReadTherapyNotes,
    AssignMeasures,
    SeeMeasures,
    SeeCases,
    WorkCases,
    ProposeBooster,
    SeeProgrammes,

    /// <summary>Change drafts, approve them, open pilots, withdraw versions, move people: each as the role one has.</summary>
    ManageProgrammes,

    /// <summary>Trying a programme on invented patients; changes nothing.</summary>
    TryProgrammes,
    ManageStaff,
    ManageClinic,

    /// <summary>The clinic's own tracks and playlists.</summary>
    ManageMusic,
    Audit,
}
