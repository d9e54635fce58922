namespace Sojourn.Clinic.Music;

/// <summary>One frame of an MP3, read from its four first bytes (ISO 11172-3 and 13818-3, layer III).</summary>
/// <param name="Length">Bytes to the next frame.</param>
internal sealed record Mp3Frame(int Length, double Seconds)
{
    private static readonly int[] First = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Second = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Rates = [44_100, 48_000, 32_000];

    /// <returns>Null when no frame begins here.</returns>
    internal static Mp3Frame? Read(ReadOnlySpan<byte> at)
    {
        var version = (at[1] >> 3) & 3;
        var (bits, rateCode) = (at[2] >> 4, (at[2] >> 2) & 3);
        if (at[0] != 0xff || (at[1] & 0xe0) != 0xe0 || version == 1 || ((at[1] >> 1) & 3) != 1 || bits is 0 or 15 || rateCode == 3)
        {
            return null;
        }

        var isFirst = version == 3;
        var rate = Rates[rateCode] / (isFirst ? 1 : version == 2 ? 2 : 4);
        var samples = isFirst ? 1152 : 576;
        var length = (samples / 8 * 1000 * (isFirst ? First : Second)[bits] / rate) + ((at[2] >> 1) & 1);
        return new(length, (double)samples / rate);
    }
}
