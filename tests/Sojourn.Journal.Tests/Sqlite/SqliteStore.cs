using Microsoft.Data.Sqlite;
using Sojourn.Journal.Sqlite;
using Sojourn.Journal.Tests.Conformance;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class SqliteStore : Store
{
    private readonly TemporaryFolder _folder = new();
    private SqliteJournal? _journal;

    public string File => _folder.File("clinic.db");

    public SqliteJournalOptions Options { get; set; } = new();

    public override async Task<IJournal> Open(params IProjector[] projectors)
    {
        await Close();
        return _journal = SqliteJournal.Open(File, projectors, Time, Options);
    }

    public override async Task<BrokenLink?> VerifyAfter(Tampering tampering)
    {
        await Close();
        Tamper(tampering);
        return await SqliteJournal.VerifyFile(File);
    }

    public override async ValueTask DisposeAsync()
    {
        await Close();
        _folder.Dispose();
    }

    public async Task Close()
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync();
            _journal = null;
        }
    }

    public void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Tamper(Tampering tampering) => Run("pragma ignore_check_constraints = on; " + tampering switch
    {
        Tampering.Flip flip => $"update journal set {Flipped(flip)} where position = {flip.Position}",
        Tampering.Remove remove => $"delete from journal where position = {remove.Position}",
        Tampering.CutOff cut => $"delete from journal where position > {cut.After}",
        Tampering.Swap swap =>
            $"""
            update journal set position = 1000000 where position = {swap.One};
            update journal set position = {swap.One} where position = {swap.Other};
            update journal set position = {swap.Other} where position = 1000000;
            """,
        _ => throw new InvalidOperationException($"{tampering} is not known."),
    });

    private static string Flipped(Tampering.Flip flip) => flip.Column switch
    {
        Column.Stream => Text("stream", flip.Byte),
        Column.Version => "version = version + 1000",
        Column.Name => Text("name", flip.Byte),
        Column.EventVersion => "event_version = event_version | 2",
        Column.RecordedAt => "recorded_at = recorded_at + 1",
        Column.Actor => Text("actor", flip.Byte),
        Column.CommandId => Blob("command_id", flip.Byte),
        Column.Payload => Blob("payload", flip.Byte),
        Column.PayloadHash => Blob("payload_hash", flip.Byte),
        Column.PreviousHash => Blob("previous_hash", flip.Byte),
        Column.Hash => Blob("hash", flip.Byte),
        _ => throw new InvalidOperationException($"{flip.Column} is not known."),
    };

    private static string Text(string column, int at) =>
        $"{column} = substr({column}, 1, {at}) || case substr({column}, {at + 1}, 1) when 'x' then 'y' else 'x' end || substr({column}, {at + 2})";

    private static string Blob(string column, int at) =>
        $"{column} = cast(substr({column}, 1, {at}) || case hex(substr({column}, {at + 1}, 1)) when '01' then x'00' else x'01' end || substr({column}, {at + 2}) as blob)";
}
