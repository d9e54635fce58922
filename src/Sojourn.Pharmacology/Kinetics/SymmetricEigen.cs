namespace Sojourn.Pharmacology.Kinetics;

/// <summary>
/// Eigenvalues and orthonormal eigenvectors of a small symmetric matrix by Jacobi's rotations. Flows between compartments are symmetric once
/// amounts are scaled by the root of the volume, so that coinciding or missing compartments need no case of their own.
/// </summary>
internal static class SymmetricEigen
{
    /// <summary>The most compartments that a model here has.</summary>
    public const int Most = 4;

    private const int MostSweeps = 30;

    /// <param name="matrix">Row by row, <paramref name="size"/> squared; overwritten, its diagonal holds the eigenvalues afterwards.</param>
    /// <param name="vectors">Column k is the eigenvector of diagonal element k.</param>
    /// <param name="size">From 1 to <see cref="Most"/>.</param>
    public static void Solve(Span<double> matrix, Span<double> vectors, int size)
    {
        vectors.Clear();
        for (var at = 0; at < size; at++)
        {
            vectors[(at * size) + at] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var turned = false;
            for (var row = 0; row < size - 1; row++)
            {
                for (var column = row + 1; column < size; column++)
                {
                    turned |= Turn(matrix, vectors, size, row, column);
                }
            }

            if (!turned)
            {
                return;
            }
        }
    }

    private static bool Turn(Span<double> matrix, Span<double> vectors, int size, int row, int column)
    {
        var off = matrix[(row * size) + column];
        var first = matrix[(row * size) + row];
        var second = matrix[(column * size) + column];
        if (Math.Abs(off) <= 1e-17 * Math.Sqrt(Math.Abs(first * second)) || off == 0)
        {
            return false;
        }

        var half = (second - first) / (2 * off);
        var tangent = Math.CopySign(1, half) / (Math.Abs(half) + Math.Sqrt(1 + (half * half)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sine = tangent * cosine;
        matrix[(row * size) + row] = first - (tangent * off);
        matrix[(column * size) + column] = second + (tangent * off);
        matrix[(row * size) + column] = matrix[(column * size) + row] = 0;
        for (var other = 0; other < size; other++)
        {
            if (other != row && other != column)
            {
                var left = matrix[(other * size) + row];
                var right = matrix[(other * size) + column];
                matrix[(other * size) + row] = matrix[(row * size) + other] = (cosine * left) - (sine * right);
                matrix[(other * size) + column] = matrix[(column * size) + other] = (sine * left) + (cosine * right);
            }

            var here = vectors[(other * size) + row];
            var there = vectors[(other * size) + column];
            vectors[(other * size) + row] = (cosine * here) - (sine * there);
            vectors[(other * size) + column] = (sine * here) + (cosine * there);
        }

        return true;
    }
}
