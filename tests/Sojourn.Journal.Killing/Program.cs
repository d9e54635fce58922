using Sojourn.Journal.Killing;

// The process that is killed. It writes until then; nothing else ends it.
if (args is not [var file])
{
    await Console.Error.WriteLineAsync("Usage: Sojourn.Journal.Killing FILE: writes to the journal in FILE until it is killed.");
    return 64;
}

await Victim.Write(file);
return 0;
