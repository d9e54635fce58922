using System.Data.Common;

namespace Sojourn.Journal.Sqlite;

internal sealed partial class Writer
{
    /// <summary>Runs work on tables beside the journal in a transaction of its own, on disk when it returns.</summary>
    public bool Keep(Action<DbConnection> work)
    {
        InOneTransaction(() => work(Connection));
        return true;
    }
}
