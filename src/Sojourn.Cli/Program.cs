using System.CommandLine;
using Sojourn.Cli.Verbs;

var root = new RootCommand("Sojourn runs a clinic's ketamine-assisted psychotherapy programmes. Not a medical device, not advice.")
{
    DemoVerb.Make(),
    ServeVerb.Make(),
    VerifyVerb.Make(),
    RebuildVerb.Make(),
    ImportVerb.Make(),
    BackupVerbs.MakeBackup(),
    BackupVerbs.MakeRestore(),
    ProgrammeVerb.Make(),
    ScoreVerb.Make(),
    PkVerb.Make(),
    ReliefVerb.Make(),
};
return await Exit.With(root, args);
