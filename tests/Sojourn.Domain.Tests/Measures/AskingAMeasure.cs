using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using static Sojourn.Domain.Tests.Measures.MeasureStory;

namespace Sojourn.Domain.Tests.Measures;

public sealed class AskingAMeasure
{
    [Fact]
    public void What_is_asked_why_when_and_who_reads_it_is_kept()
    {
        var assigned = Given().When(Asking(Invented.Mood)).Then<Measure.Event.Assigned>();
        Assert.Equal((Ana, "mood", 1, new string('a', 64), "Before your session", Nurse, 24), (assigned.Person, assigned.Instrument, assigned.InstrumentVersion, assigned.InstrumentHash, assigned.Reason, assigned.Reader, assigned.ReadWithinHours));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Given().When(Asking(Invented.Mood) with { Reason = " ", Reader = default, ReadWithinHours = 0, DueAt = Now.AddDays(9), ClosesAt = Now })
            .ThenRefused("measures.no-reason", "measures.no-reader", "measures.no-reading-time", "measures.times-out-of-order", "measures.closed-before-it-is-asked");

    [Fact]
    public void It_is_asked_once() => GivenOpen(Invented.Mood).When(Asking(Invented.Mood)).ThenRefused("measures.assigned-already");

    [Fact]
    public void Declining_needs_a_reason()
    {
        GivenOpen(Invented.Mood).When(new Measure.Command.Decline(Now, "")).ThenRefused("measures.no-reason");
        Assert.Equal("Too tired today", GivenOpen(Invented.Mood).When(new Measure.Command.Decline(Now, " Too tired today ")).Then<Measure.Event.Declined>().Reason);
    }

    [Fact]
    public void It_lapses_at_its_closing_time_and_not_before()
    {
        var begun = GivenOpen(Invented.Mood).Answered(Invented.Mood, 1, null);
        begun.When(new Measure.Command.Lapse(Now.AddDays(3).AddSeconds(-1))).ThenRefused("measures.still-open");
        Assert.Equal(1, begun.When(new Measure.Command.Lapse(Now.AddDays(3))).Then<Measure.Event.Lapsed>().AnswersGiven);
    }

    [Fact]
    public void What_is_over_is_not_answered_declined_or_finished_again()
    {
        var declined = GivenOpen(Invented.Mood).When(new Measure.Command.Decline(Now, "no")).And();
        declined.When(new Measure.Command.Answer(Now, Invented.Mood, "mood-1", 1)).ThenRefused("measures.over");
        declined.When(new Measure.Command.Finish(Now, Invented.Mood)).ThenRefused("measures.over");
        declined.When(new Measure.Command.Decline(Now, "no")).ThenRefused("measures.over");
        declined.When(new Measure.Command.Lapse(Now.AddDays(9))).ThenNothing();
        declined.When(new Measure.Command.Read(Now)).ThenRefused("measures.nothing-to-read");
    }

    [Fact]
    public void What_was_never_asked_is_said_so() => Given().When(new Measure.Command.Decline(Now, "no")).ThenRefused("measures.unknown");
}
