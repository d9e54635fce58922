namespace Sojourn.Journal.Sqlite;

/// <summary>
/// One process writes a journal at a time. The lock is the operating system's, on a file beside the journal, so a killed process
/// leaves none behind. The file itself stays: removing it would let two processes lock two files of one name.
/// </summary>
internal sealed class WritingLock : IDisposable
{
    private readonly FileStream _file;

    public WritingLock(string path)
    {
        try
        {
            _file = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new JournalUnavailableException($"The folder of {path} may not be written. Give this user the right to write it.", error);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new JournalInUseException(path);
        }
    }

    public void Dispose() => _file.Dispose();
}
