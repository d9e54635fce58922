using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Courses;

public static partial class Course
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="Condition">Id of one of the programme's conditions; null when none of them fits the words.</param>
        /// <param name="OwnWords">What the person comes for, as they said it.</param>
        /// <param name="AlreadyOpen">The person's open course in this programme; null when there is none.</param>
        /// <param name="PatientsSoFar">People who have ever begun this programme here.</param>
        /// <param name="PeopleAreInvented">True in a demonstration clinic.</param>
        /// <param name="Continues">The course that goes on in this one; null for a beginning.</param>
        public sealed record Open(
            PersonId Person,
            Programme Programme,
            SiteId Site,
            string? Condition,
            string? OwnWords,
            Team Team,
            CourseId? AlreadyOpen,
            int PatientsSoFar,
            bool PeopleAreInvented,
            CourseId? Continues = null) : Command;

        /// <summary>The whole team as it is from now on.</summary>
        public sealed record NameTeam(Team Team) : Command;

        /// <summary>The course goes on at another site, with its plan and all that was agreed.</summary>
        /// <param name="Team">The whole team from now on.</param>
        public sealed record MoveToSite(SiteId Site, bool IsOpen, string Why, Team Team) : Command;

        /// <param name="FoundSuitable">A prescriber has decided that the programme is suitable.</param>
        public sealed record EnterPhase(CourseId Course, Phase Phase, bool FoundSuitable) : Command;

        /// <summary>The person goes on by another version of the same programme.</summary>
        /// <param name="From">The version they are on.</param>
        /// <param name="Programme">The version to go on by.</param>
        /// <param name="PatientsSoFar">People who have begun with that version.</param>
        /// <param name="PeopleAreInvented">In a demo clinic.</param>
        public sealed record MoveToVersion(int From, Programme Programme, int PatientsSoFar, bool PeopleAreInvented, string Why) : Command;

        /// <param name="Alternatives">What else may help, as told to the person.</param>
        public sealed record Close(string Why, string? Alternatives) : Command;
    }
}
