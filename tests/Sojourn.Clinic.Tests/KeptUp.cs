using System.Text;
using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Tests;

/// <summary>Every row of every table of some projections, to be compared with what a rebuild makes of them.</summary>
internal static class KeptUp
{
    internal static string Everything(Records records, IEnumerable<string> projections)
    {
        var text = new StringBuilder();
        foreach (var table in projections.SelectMany(name => Projection.Shipped.Single(projection => projection.Name == name).Tables))
        {
            var rows = records.All<dynamic>($"select * from {table} order by 1, 2, 3").Select(row => string.Join(' ', ((IDictionary<string, object?>)row).Select(cell => $"{cell.Key}={cell.Value}"))).ToList();
            Assert.True(rows.Count > 0, $"{table} is empty, so that nothing is compared");
            text.AppendLine(table).AppendJoin('\n', rows).AppendLine();
        }

        return text.ToString();
    }
}
