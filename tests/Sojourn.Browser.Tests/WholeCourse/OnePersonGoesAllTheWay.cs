using Sojourn.Browser.Tests.WholeCourse.Acts;

namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>
/// One person through one whole course, clicked by those who would click it, each in their own browser: from the first question to the booster.
/// Only the clinic itself, its rooms and its staff are there before.
/// </summary>
public sealed class OnePersonGoesAllTheWay(CourseClinic clinic, Browser browser) : IClassFixture<CourseClinic>, IClassFixture<Browser>
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task From_the_first_question_to_the_booster_every_step_is_a_click_in_a_page()
    {
        var story = new Story(clinic, browser);
        await story.Tell(
        [
            Asking.Play,
            Registering.Play,
            TellingAboutOneself.Play,
            Assessing.Play,
            Planning.Play,
            Consenting.Play,
            Preparing.Play,
            BookingTheSessions.Play,
            told => TheMedicineDay.Play(told, 1),
            Integrating.Play,
            CheckingIn.Play,
            TheRestOfTheSeries.Play,
            Looking.Play,
            TheBooster.Play,
        ]);
    }
}
