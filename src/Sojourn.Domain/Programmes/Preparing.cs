namespace Sojourn.Domain.Programmes;

public enum PreparationKind
{
    Reading,
    Understanding,
    Escort,
    NoDriving,
    Intention,
    Playlist,
    Fasting,
    Choices,
    Commitment,
    Task,
}

/// <summary>One line of the patient's checklist before medicine.</summary>
/// <param name="Required">True: the medicine session waits for it.</param>
/// <param name="EachSession">True: asked anew for every medicine session; false: once a course.</param>
/// <param name="DueHoursBefore">Due so many hours before the medicine session; 0 means by arrival.</param>
/// <param name="Version">Version of the text, recorded with what was read.</param>
/// <param name="Text">What to read or do; null when the title says it all.</param>
public sealed record PreparationItem(string Id, string Title, PreparationKind Kind, bool Required, bool EachSession, int DueHoursBefore, int Version, string? Text, Source Source);

/// <summary>Asked after reading, to see that it was understood. A wrong answer explains.</summary>
/// <param name="Right">Id of the right choice.</param>
public sealed record UnderstandingQuestion(string Id, string Question, IReadOnlyList<Named> Choices, string Right, string Explanation);
