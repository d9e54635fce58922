namespace Sojourn.Browser.Tests.WholeCourse.Acts;

/// <summary>The text is read part by part, checked and signed, at home.</summary>
internal static class Consenting
{
    internal static async Task Play(Story story)
    {
        var phone = story.Phone;
        await Answering.Home(story);
        await phone.Follow("Consent");
        await phone.Follow("Consent to ketamine-assisted therapy for chronic pain");
        await story.Pictures.Take(phone, "consent");
        foreach (var part in await phone.Page.GetByLabel("I have read this part and it is clear to me").AllAsync())
        {
            await part.CheckAsync();
        }

        await phone.Press("Continue");
        await phone.Type("Type your name to sign", Patient.FullName);
        await phone.Press("Sign");
        await phone.Sees("You have signed all that we ask for.");
    }
}
