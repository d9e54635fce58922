using System.Text;

namespace Sojourn.Journal;

/// <summary>What a store refuses before it touches anything: the caller's mistakes, said plainly.</summary>
public static class Wording
{
    /// <summary>Longest stream, event name or actor, in characters, this one included.</summary>
    public const int Longest = 200;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void CheckCommand(Guid commandId, string actor)
    {
        if (commandId == Guid.Empty)
        {
            throw new ArgumentException("A command id of zeros cannot tell one command from another.", nameof(commandId));
        }

        CheckWords(actor, nameof(actor));
    }

    public static void CheckAppend(string stream, long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        CheckWords(stream, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentNullException.ThrowIfNull(events);
        foreach (var @event in events)
        {
            CheckWords(@event.Name, nameof(events));
            ArgumentOutOfRangeException.ThrowIfLessThan(@event.EventVersion, 1, nameof(events));
            if (@event.Payload.IsEmpty)
            {
                throw new ArgumentException($"The payload of {@event.Name} is empty; JSON has at least two characters.", nameof(events));
            }
        }
    }

    private static void CheckWords(string words, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(words, parameter);
        if (words.Length > Longest)
        {
            throw new ArgumentException($"“{words[..20]}…” is longer than {Longest} characters.", parameter);
        }

        foreach (var character in words)
        {
            if (char.IsControl(character))
            {
                throw new ArgumentException("A control character has no place in a stream, an event name or an actor.", parameter);
            }
        }

        try
        {
            _ = Utf8.GetByteCount(words);
        }
        catch (EncoderFallbackException half)
        {
            throw new ArgumentException("Half of a surrogate pair cannot be kept as UTF-8.", parameter, half);
        }
    }
}
