using Sojourn.Clinic.Running;
using static Sojourn.Domain.Inquiries.Inquiry;

namespace Sojourn.Clinic.Inquiries;

internal sealed class InquiryEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Received>("inquiry.received"),
        EventName.Of<Event.Answered>("inquiry.answered"),
        EventName.Of<Event.CallBooked>("inquiry.call-booked"),
        EventName.Of<Event.ConversationRecorded>("inquiry.conversation-recorded"),
        EventName.Of<Event.BecamePerson>("inquiry.became-person"),
        EventName.Of<Event.Closed>("inquiry.closed"),
    ];
}

public static class InquirySlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("inquiry", State.Initial, Decide, Evolve);
}
