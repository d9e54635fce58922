using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Sojourn.Simulation.Demo;

/// <summary>
/// A quiet pad of sine waves as a WAV file: four chords that flow into each other. Every wave fits the length a whole number of times, so the end runs
/// into the beginning without a seam. The same chords give the same file.
/// </summary>
internal static class Pad
{
    internal const int Seconds = 40;

    private const int Rate = 16_000;
    private const int Samples = Rate * Seconds;
    private const int Head = 44;
    private const double Loudest = 0.5;

    /// <param name="chords">Notes in Hz, each chord a quarter of the length.</param>
    internal static byte[] Wave(IReadOnlyList<double[]> chords)
    {
        var sum = new float[Samples];
        for (var i = 0; i < chords.Count; i++)
        {
            foreach (var note in chords[i])
            {
                Add(sum, note, 1.0, i, chords.Count);
                Add(sum, note * 1.003, 0.6, i, chords.Count);
                Add(sum, note * 2, 0.18, i, chords.Count);
            }
        }

        return Written(sum);
    }

    /// <summary>One wave under its chord's swell, which begins and ends half a chord outside it. Turned from sample to sample, without asking for a sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Runs once: it would be over before it was compiled well.
    private static void Add(float[] sum, double hertz, double strength, int chord, int chords)
    {
        var turns = Math.Round(hertz * Seconds);
        var length = Samples / chords * 2;
        var first = (Samples / chords * chord) - (length / 4);
        var (turn, swell) = (Math.Tau * turns / Samples, Math.Tau / length);
        var (sine, cosine) = Math.SinCos(turn * first);
        var (turnSine, turnCosine) = Math.SinCos(turn);
        var (low, high) = (0.0, 1.0);
        var (swellSine, swellCosine) = Math.SinCos(swell);
        for (var i = 0; i < length; i++)
        {
            var at = first + i;
            sum[at < 0 ? at + Samples : at >= Samples ? at - Samples : at] += (float)(strength * (0.5 - (0.5 * high)) * sine);
            (sine, cosine) = ((sine * turnCosine) + (cosine * turnSine), (cosine * turnCosine) - (sine * turnSine));
            (low, high) = ((low * swellCosine) + (high * swellSine), (high * swellCosine) - (low * swellSine));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte[] Written(float[] sum)
    {
        var scale = Loudest * short.MaxValue / sum.Max(Math.Abs);
        var file = new byte[Head + (Samples * 2)];
        var head = file.AsSpan(0, Head);
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 16);
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], Samples * 2);
        for (var i = 0; i < Samples; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(Head + (i * 2)), (short)(sum[i] * scale));
        }

        return file;
    }
}
