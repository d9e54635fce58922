using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Conformance;

public abstract class Appending(Store store) : JournalConformance(store)
{
    [Fact]
    public async Task The_first_event_is_at_position_1_and_version_1()
    {
        var receipt = await Journal.Append("session/a", Noted());

        Assert.Equal(new Receipt(Recorded: true, Repeated: false, 1, 1), receipt);
        var envelope = Assert.Single(await Journal.ReadAll());
        Assert.Equal((1, "session/a", 1, "moment.noted", 1, Nurse), (envelope.Position, envelope.Stream, envelope.Version, envelope.Name, envelope.EventVersion, envelope.Actor));
        Assert.Equal(SetTime.Start, envelope.RecordedAt);
    }

    [Fact]
    public async Task Positions_run_through_the_journal_and_versions_through_each_stream()
    {
        await Journal.Append("session/a", Noted(), Noted());
        await Journal.Append("session/b", Noted());
        await Journal.Append("session/a", Noted());

        Assert.Equal(
            [(1, "session/a", 1), (2, "session/a", 2), (3, "session/b", 1), (4, "session/a", 3)],
            (await Journal.ReadAll()).Select(envelope => (envelope.Position, envelope.Stream, envelope.Version)));
    }

    [Fact]
    public async Task Work_may_append_to_several_streams_and_sees_what_it_has_appended()
    {
        var receipt = await Journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/a", 0, [Noted("one")]);
            Assert.Equal(1, transaction.VersionOf("session/a"));
            transaction.Append("case/b", 0, [Noted("two")]);
            transaction.Append("session/a", 1, [Noted("three")]);
            Assert.Equal(["""{"text":"one"}""", """{"text":"three"}"""], transaction.ReadStream("session/a").Select(envelope => envelope.Text()));
            Assert.Equal(2, Assert.Single(transaction.ReadStream("session/a", afterVersion: 1)).Version);
            return true;
        });

        Assert.Equal(new Receipt(Recorded: true, Repeated: false, 1, 3), receipt);
    }

    [Fact]
    public async Task A_stream_that_has_moved_on_is_a_conflict_and_nothing_is_recorded()
    {
        await Journal.Append("session/a", Noted());

        var conflict = await Assert.ThrowsAsync<JournalConflictException>(() => Journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/b", 0, [Noted()]);
            transaction.Append("session/a", 0, [Noted()]);
            return true;
        }));

        Assert.Equal(("session/a", 0, 1), (conflict.Stream, conflict.ExpectedVersion, conflict.ActualVersion));
        Assert.Equal(1, (await Journal.Head()).Position);
    }

    [Fact]
    public async Task A_version_ahead_of_the_stream_is_a_conflict_too() =>
        await Assert.ThrowsAsync<JournalConflictException>(() => Journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/a", 1, [Noted()]);
            return true;
        }));

    [Fact]
    public async Task Work_that_says_no_leaves_nothing()
    {
        var receipt = await Journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/a", 0, [Noted()]);
            return false;
        });

        Assert.Equal(new Receipt(Recorded: false, Repeated: false, 0, 0), receipt);
        Assert.Empty(await Journal.ReadAll());
        Assert.Equal(1, (await Journal.Append("session/a", Noted())).FirstPosition);
    }

    [Fact]
    public async Task Work_that_throws_leaves_nothing_and_only_its_caller_hears_of_it()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/a", 0, [Noted()]);
            throw new InvalidTimeZoneException();
        }));

        Assert.Empty(await Journal.ReadAll());
        Assert.Equal(1, (await Journal.Append("session/a", Noted())).FirstPosition);
    }

    [Fact]
    public async Task Accepted_work_with_no_events_records_nothing()
    {
        var receipt = await Journal.Write(NewId(), Nurse, _ => true);

        Assert.Equal(new Receipt(Recorded: false, Repeated: false, 0, 0), receipt);
        Assert.Equal(0, (await Journal.Head()).Position);
    }

    [Fact]
    public async Task A_transaction_is_of_no_use_after_its_work()
    {
        IJournalTransaction? kept = null;
        await Journal.Write(NewId(), Nurse, transaction =>
        {
            kept = transaction;
            return true;
        });

        Assert.Throws<InvalidOperationException>(() => kept!.Append("session/a", 0, [Noted()]));
        Assert.Throws<InvalidOperationException>(() => kept!.ReadStream("session/a"));
    }

    [Fact]
    public async Task The_recorded_instant_has_whole_microseconds_and_is_what_the_work_saw()
    {
        Store.Time.Now = SetTime.Start.AddTicks(19);
        var seen = default(DateTimeOffset);
        await Journal.Write(NewId(), Nurse, transaction =>
        {
            seen = transaction.RecordedAt;
            transaction.Append("session/a", 0, [Noted()]);
            return true;
        });

        Assert.Equal(SetTime.Start.AddTicks(10), Assert.Single(await Journal.ReadAll()).RecordedAt);
        Assert.Equal(SetTime.Start.AddTicks(10), seen);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_take_the_journal_with_it()
    {
        await Journal.Append("session/a", Noted());
        Store.Time.Now = SetTime.Start.AddMinutes(-5);
        await Journal.Append("session/a", Noted());
        Store.Time.Now = SetTime.Start.AddMinutes(1);
        await Journal.Append("session/a", Noted());

        Assert.Equal([SetTime.Start, SetTime.Start, SetTime.Start.AddMinutes(1)], (await Journal.ReadAll()).Select(envelope => envelope.RecordedAt));
    }

    [Fact]
    public async Task The_payload_is_kept_as_it_was_when_it_was_appended()
    {
        var payload = "{\"text\":\"calm\"}"u8.ToArray();
        await Journal.Append("session/a", new NewEvent("moment.noted", 1, payload));
        payload[0] = (byte)'!';

        Assert.Equal("""{"text":"calm"}""", (await Journal.ReadAll())[0].Text());
    }

    [Fact]
    public async Task A_stream_that_cannot_be_kept_is_refused()
    {
        foreach (var stream in new[] { "", "session/\0", "session/\ud800" })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Journal.Append(stream, Noted()));
        }
    }

    [Fact]
    public async Task A_name_of_200_characters_is_kept_and_one_of_201_is_refused()
    {
        await Journal.Append(new string('s', 200), Noted());
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Append(new string('s', 201), Noted()));
    }

    [Fact]
    public async Task What_cannot_be_an_event_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Append("session/a", new NewEvent("moment.noted", 1, default)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.Append("session/a", Noted() with { EventVersion = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Append("session/a", Noted() with { Name = "" }));
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Write(NewId(), "", _ => true));
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Write(Guid.Empty, Nurse, _ => true));
        Assert.Empty(await Journal.ReadAll());
    }

    [Fact]
    public async Task Listeners_hear_of_a_new_head_and_of_nothing_else()
    {
        var heard = new List<long>();
        Journal.Committed += heard.Add;
        await Journal.Append("session/a", Noted(), Noted());
        await Journal.Write(NewId(), Nurse, _ => false);
        await Journal.Append("session/a", Noted());
        await Journal.DisposeAsync();

        Assert.Equal([2, 3], heard);
    }

    [Fact]
    public async Task A_closed_journal_says_that_it_is_closed()
    {
        await Journal.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Journal.Append("session/a", Noted()));
        await Journal.DisposeAsync();
    }

    [Fact]
    public async Task Work_whose_caller_has_gone_is_not_begun()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Journal.Write(NewId(), Nurse, _ => throw new InvalidOperationException("It ran."), gone.Token));
    }
}
