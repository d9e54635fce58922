namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>Monday: a stranger asks, and books a first call.</summary>
internal static class Asking
{
    internal static async Task Play(Story story)
    {
        var phone = await story.NewPhone();
        await phone.Open(story.Clinic.Address);
        await phone.Follow("Ask a question");
        await phone.Type("Your first name", Patient.Given);
        await phone.Type("How we can reach you", Patient.Email);
        await phone.Type("Your question", "My back has hurt since an accident two years ago. Could this be something for me, and what does a day look like?");
        await phone.Select("Is it about one of these?", "Ketamine-assisted therapy for chronic pain");
        await phone.Press("Send");
        await phone.Sees("Thank you, Ana");
        await phone.Follow("Book a call as well");
        await phone.Sees($"We call Ana at {Patient.Email}");
        await phone.Select("When", "Tue 3-Nov-2026 10:00");
        await phone.Press("Book this call");
        await phone.Sees("Your call is booked");
        await phone.Sees(Colleague.Therapist.Name);
    }
}
