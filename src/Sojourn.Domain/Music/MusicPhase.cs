using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Music;

/// <summary>One audio file of the clinic's own.</summary>
public readonly record struct TrackId(Guid Value) : ISingleValue;

public readonly record struct PlaylistId(Guid Value) : ISingleValue;

/// <summary>The parts of a medicine session that a playlist has tracks for, in order.</summary>
public enum MusicPhase
{
    /// <summary>Arriving, lying down, before anything is felt.</summary>
    Settling,
    Onset,
    Peak,

    /// <summary>The effects are lessening.</summary>
    Return,

    /// <summary>Until the person goes home.</summary>
    After,
}

/// <summary>The tracks of one phase, in the order in which they play.</summary>
public sealed record PhaseTracks(MusicPhase Phase, IReadOnlyList<TrackId> Tracks);

/// <summary>What was found out about a file's bytes; they lie beside the journal under their hash.</summary>
/// <param name="Hash">SHA-256 of the bytes: 64 lower-case hexadecimal digits.</param>
/// <param name="Kind">wav, mp3, ogg or flac.</param>
/// <param name="Seconds">Length, rounded up to whole seconds.</param>
public sealed record Sound(string Hash, string Kind, int Seconds, long Bytes);
