using System.Numerics;

namespace Sojourn.Domain.Scheduling;

/// <summary>A set of slots of a <see cref="SlotGrid"/>, one bit each. Two sets are only combined when they have the same length.</summary>
public sealed class SlotSet
{
    private const int PerWord = 64;
    private readonly ulong[] words;

    public SlotSet(int length)
        : this(length, new ulong[(length + PerWord - 1) / PerWord])
    {
    }

    private SlotSet(int length, ulong[] words)
    {
        Length = length;
        this.words = words;
    }

    /// <summary>Slots of the whole grid, in the set or not.</summary>
    public int Length { get; }

    public bool IsEmpty => !words.AsSpan().ContainsAnyExcept(0UL);

    public bool this[int slot] => slot >= 0 && slot < Length && (words[slot / PerWord] >> (slot % PerWord) & 1) != 0;

    /// <summary>Puts the slots from one up to another, that one excluded, into the set. What lies outside the grid is left out.</summary>
    public void Add(int from, int to)
    {
        for (var slot = Math.Max(0, from); slot < Math.Min(Length, to); slot++)
        {
            words[slot / PerWord] |= 1UL << (slot % PerWord);
        }
    }

    /// <summary>Takes the slots from one up to another, that one excluded, out of the set.</summary>
    public void Remove(int from, int to)
    {
        for (var slot = Math.Max(0, from); slot < Math.Min(Length, to); slot++)
        {
            words[slot / PerWord] &= ~(1UL << (slot % PerWord));
        }
    }

    /// <summary>The first slot of the set at or after one; -1 where there is none before the end.</summary>
    /// <param name="before">The slot before which it must be.</param>
    public int First(int from, int before = int.MaxValue)
    {
        var end = Math.Min(before, Length);
        from = Math.Max(0, from);
        if (from >= end)
        {
            return -1;
        }

        var word = from / PerWord;
        for (var bits = words[word] & (ulong.MaxValue << (from % PerWord)); ; bits = words[word])
        {
            if (bits != 0)
            {
                var slot = (word * PerWord) + BitOperations.TrailingZeroCount(bits);
                return slot < end ? slot : -1;
            }

            if (++word * PerWord >= end)
            {
                return -1;
            }
        }
    }

    public SlotSet And(SlotSet other) => Combined(other, static (one, two) => one & two);

    public SlotSet Or(SlotSet other) => Combined(other, static (one, two) => one | two);

    /// <summary>The slots at which something that takes so many slots can begin, if all of them must be in this set.</summary>
    /// <param name="length">Slots that it takes; 1 or more.</param>
    /// <param name="heldBefore">Slots before it that must be in the set as well.</param>
    /// <param name="heldAfter">Slots after it that must be in the set as well.</param>
    public SlotSet Beginnings(int length, int heldBefore = 0, int heldAfter = 0)
    {
        var wanted = length + heldBefore + heldAfter;
        var runs = this;
        for (var have = 1; have < wanted;)
        {
            var more = Math.Min(have, wanted - have);
            runs = runs.And(runs.Earlier(more));
            have += more;
        }

        return heldBefore == 0 ? runs : runs.Later(heldBefore);
    }

    /// <summary>Every slot that has a slot of the set so many slots after it.</summary>
    private SlotSet Earlier(int by)
    {
        var (far, near) = (by / PerWord, by % PerWord);
        var moved = new ulong[words.Length];
        for (var word = 0; word + far < words.Length; word++)
        {
            var above = near > 0 && word + far + 1 < words.Length ? words[word + far + 1] << (PerWord - near) : 0;
            moved[word] = (words[word + far] >> near) | above;
        }

        return new(Length, moved);
    }

    /// <summary>Every slot that has a slot of the set so many slots before it.</summary>
    private SlotSet Later(int by)
    {
        var (far, near) = (by / PerWord, by % PerWord);
        var moved = new ulong[words.Length];
        for (var word = words.Length - 1; word >= far; word--)
        {
            var below = near > 0 && word > far ? words[word - far - 1] >> (PerWord - near) : 0;
            moved[word] = (words[word - far] << near) | below;
        }

        if (Length % PerWord is > 0 and var last)
        {
            moved[^1] &= (1UL << last) - 1;
        }

        return new(Length, moved);
    }

    private SlotSet Combined(SlotSet other, Func<ulong, ulong, ulong> combine)
    {
        var both = new ulong[words.Length];
        for (var word = 0; word < both.Length; word++)
        {
            both[word] = combine(words[word], other.words[word]);
        }

        return new(Length, both);
    }
}
