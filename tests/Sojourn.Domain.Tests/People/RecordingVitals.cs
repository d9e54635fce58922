using Sojourn.Domain.People;
using static Sojourn.Domain.People.VitalKind;

namespace Sojourn.Domain.Tests.People;

/// <summary>PEOPLE-10, PEOPLE-11.</summary>
public sealed class RecordingVitals
{
    [Fact]
    public void A_set_of_readings_is_recorded_one_fact_each()
    {
        var story = Story.GivenAna().When(Vitals((Systolic, 128), (Diastolic, 82), (Oxygen, 98)));
        Assert.Equal([128m, 82m, 98m], story.Events.Cast<Person.Event.VitalRecorded>().Select(recorded => recorded.Vital.Value));
    }

    [Fact]
    public void Pounds_for_kilograms_are_caught()
    {
        var refusal = Story.GivenAna().When(Vitals((Weight, 165))).ThenRefused("people.weight-unusual");
        Assert.StartsWith("That is 165 kg. Did you mean pounds? 165 lb is 74.8 kg.", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal("weight", refusal.Field);
    }

    [Fact]
    public void Pounds_for_kilograms_are_caught_above_the_greatest_weight() =>
        Assert.Equal("That is 400 kg. Did you mean pounds? 400 lb is 181.4 kg.", Story.GivenAna().When(Vitals((Weight, 400))).ThenRefused("people.not-a-reading").Sentence);

    [Fact]
    public void A_heavy_person_is_recorded_once_somebody_has_looked_again() =>
        Assert.Single(Story.GivenAna().When(Vitals((Weight, 165)) with { Checked = true }).Events);

    [Fact]
    public void Pounds_are_caught_from_the_last_weight_where_they_would_be_believed_alone()
    {
        var story = Story.GivenAna().When(Vitals((Weight, 52))).And().When(Vitals((Weight, 115)));
        Assert.StartsWith("The last weight was 52 kg. That is 115 kg. Did you mean pounds?", story.ThenRefused("people.weight-unusual").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_given_in_pounds_asks_nothing() =>
        Assert.Single(Story.GivenAna().When(new Person.Command.RecordVitals(Story.Now, [new(Story.Id(1), Weight, 136.1m, "300 lb")], Story.Now, "clinic")).Events);

    [Theory]
    [InlineData(24.9, false)]
    [InlineData(25, true)]
    [InlineData(350, true)]
    [InlineData(350.1, false)]
    public void A_grown_persons_weight_is_believed_from_25_to_350_kg(double weight, bool believed) =>
        Assert.Equal(believed, !Person.FactIsSound(new Vital(Weight, (decimal)weight, null, Story.Now, "clinic"), Story.Ana, Story.Now).Any());

    [Fact]
    public void A_child_weighs_less() =>
        Assert.Empty(Person.FactIsSound(new Vital(Weight, 8.2m, null, new DateTimeOffset(1986, 3, 1, 0, 0, 0, TimeSpan.Zero), "import"), Story.Ana, Story.Now));

    [Theory]
    [InlineData(Systolic, 39, 40, 300, 301)]
    [InlineData(Diastolic, 19, 20, 200, 201)]
    [InlineData(Pulse, 19, 20, 250, 251)]
    [InlineData(Oxygen, 39, 40, 100, 101)]
    [InlineData(Respiration, 2, 3, 90, 91)]
    [InlineData(Temperature, 24, 25, 45, 46)]
    [InlineData(Pain, -1, 0, 10, 11)]
    [InlineData(Height, 89, 90, 260, 261)]
    public void Both_ends_of_what_is_believed_are_believed(VitalKind kind, int below, int least, int most, int above)
    {
        Assert.Equal([false, true, true, false], new[] { below, least, most, above }.Select(Believed));

        bool Believed(int value) => !Person.FactIsSound(new Vital(kind, value, null, Story.Now, "clinic"), Story.Ana, Story.Now).Any();
    }

    [Theory]
    [InlineData(Systolic, 1200, "That is 1200 mmHg. Is there a digit too many? For systolic pressure, 40 to 300 mmHg is believed here.")]
    [InlineData(Temperature, 98.6, "That is 98.6 °C. Did you mean Fahrenheit? 98.6 °F is 37 °C.")]
    [InlineData(Height, 1.75, "That is 1.75 cm. Did you mean metres? 1.75 m is 175 cm.")]
    [InlineData(Height, 70, "That is 70 cm. Did you mean inches? 70 in is 177.8 cm.")]
    [InlineData(Oxygen, 5, "That is 5 % for oxygen saturation, which cannot be right. 40 to 100 % is believed here: read it again.")]
    public void A_slip_is_named_with_what_was_probably_meant(VitalKind kind, double value, string sentence) =>
        Assert.Equal(sentence, Story.GivenAna().When(Vitals((kind, (decimal)value))).ThenRefused("people.not-a-reading").Sentence);

    [Fact]
    public void Swapped_pressures_are_caught() =>
        Story.GivenAna().When(Vitals((Systolic, 80), (Diastolic, 120))).ThenRefused("people.pressures-swapped");

    [Fact]
    public void A_reading_does_not_come_from_the_future() =>
        Story.GivenAna().When(Vitals((Pulse, 70)) with { HappenedAt = Story.Now.AddMinutes(1) }).ThenRefused("people.reading-in-the-future");

    [Theory]
    [InlineData(23, true)]
    [InlineData(25, false)]
    public void A_day_without_a_time_from_a_file_may_be_today(int hoursAhead, bool believed) =>
        Assert.Equal(believed, !Person.FactIsSound(new Vital(Pulse, 70, null, Story.Now.AddHours(hoursAhead), Vital.Imported), Story.Ana, Story.Now).Any());

    [Fact]
    public void A_reading_does_not_come_from_before_birth() =>
        Story.GivenAna().When(Vitals((Pulse, 70)) with { HappenedAt = Story.Now.AddYears(-50) }).ThenRefused("people.reading-before-birth");

    [Fact]
    public void A_set_without_a_reading_is_refused() => Story.GivenAna().When(Vitals()).ThenRefused("people.no-reading");

    private static int next = 100;

    private static Person.Command.RecordVitals Vitals(params (VitalKind Kind, decimal Value)[] readings) =>
        new(Story.Now, [.. readings.Select(reading => new Person.VitalReading(Story.Id(Interlocked.Increment(ref next)), reading.Kind, reading.Value))], Story.Now, "clinic");
}
