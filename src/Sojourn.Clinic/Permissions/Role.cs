namespace Sojourn.Clinic.Permissions;

/// <summary>What somebody is in this clinic. A staff member may be several.</summary>
public enum Role
{
    Visitor,
    Patient,
    Therapist,
    Nurse,
    Prescriber,
    FrontDesk,
    Manager,
    Auditor,
}
