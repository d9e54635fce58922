using System.Numerics;
using System.Runtime.CompilerServices;

namespace Sojourn.Simulation.WhatIf;

/// <summary>
/// The slots of one day as bits of a value. <see cref="Domain.Scheduling.SlotSet"/> holds a whole calendar on the heap; a year of searching asks about single days
/// millions of times, so these live on the stack.
/// </summary>
internal readonly struct DaySlots
{
    internal const int Minutes = 5;
    internal const int PerDay = 24 * 60 / Minutes;
    private const int Words = 5;
    private readonly Bits bits;

    private DaySlots(Bits bits) => this.bits = bits;

    [InlineArray(Words)]
    private struct Bits
    {
        private ulong first;
    }

    internal static DaySlots All { get; } = Range(0, Words * 64);

    internal bool IsEmpty => (bits[0] | bits[1] | bits[2] | bits[3] | bits[4]) == 0;

    internal int Count
    {
        get
        {
            var count = 0;
            for (var word = 0; word < Words; word++)
            {
                count += BitOperations.PopCount(bits[word]);
            }

            return count;
        }
    }

    internal bool this[int slot] => (bits[slot / 64] >> (slot % 64) & 1) != 0;

    /// <summary>The slots from one up to another, that one excluded.</summary>
    internal static DaySlots Range(int from, int to)
    {
        Bits set = default;
        for (var slot = Math.Max(0, from); slot < Math.Min(Words * 64, to); slot++)
        {
            set[slot / 64] |= 1UL << (slot % 64);
        }

        return new(set);
    }

    internal DaySlots And(in DaySlots other)
    {
        var both = bits;
        for (var word = 0; word < Words; word++)
        {
            both[word] &= other.bits[word];
        }

        return new(both);
    }

    internal DaySlots Or(in DaySlots other)
    {
        var both = bits;
        for (var word = 0; word < Words; word++)
        {
            both[word] |= other.bits[word];
        }

        return new(both);
    }

    internal DaySlots Without(in DaySlots other)
    {
        var left = bits;
        for (var word = 0; word < Words; word++)
        {
            left[word] &= ~other.bits[word];
        }

        return new(left);
    }

    /// <summary>Where something of this length can begin, if all its slots, and those held before and after, must be in the set.</summary>
    internal DaySlots Beginnings(int length, int heldBefore = 0, int heldAfter = 0)
    {
        var wanted = length + heldBefore + heldAfter;
        var runs = this;
        for (var have = 1; have < wanted && !runs.IsEmpty;)
        {
            var more = Math.Min(have, wanted - have);
            runs = runs.And(runs.Earlier(more));
            have += more;
        }

        return heldBefore == 0 ? runs : runs.Later(heldBefore);
    }

    /// <summary>The first slot at or after one; -1 for none.</summary>
    internal int First(int from)
    {
        for (var word = from / 64; word < Words; word++)
        {
            var left = bits[word] & (word == from / 64 ? ulong.MaxValue << (from % 64) : ulong.MaxValue);
            if (left != 0)
            {
                return (word * 64) + BitOperations.TrailingZeroCount(left);
            }
        }

        return -1;
    }

    private DaySlots Earlier(int by)
    {
        var (far, near) = (by / 64, by % 64);
        Bits moved = default;
        for (var word = 0; word + far < Words; word++)
        {
            var above = near > 0 && word + far + 1 < Words ? bits[word + far + 1] << (64 - near) : 0;
            moved[word] = (bits[word + far] >> near) | above;
        }

        return new(moved);
    }

    private DaySlots Later(int by)
    {
        var (far, near) = (by / 64, by % 64);
        Bits moved = default;
        for (var word = Words - 1; word >= far; word--)
        {
            var below = near > 0 && word > far ? bits[word - far - 1] >> (64 - near) : 0;
            moved[word] = (bits[word - far] << near) | below;
        }

        return new(moved);
    }
}
