using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tests.Kernel;

public sealed class SigningWithAName
{
    [Theory] // CONS-5
    [InlineData("Ana Ruiz", true)]
    [InlineData("  ana   RUIZ ", true)]
    [InlineData("Ruiz, Ana", true)]
    [InlineData("A. Ruiz", true)]
    [InlineData("Ana Lucia Ruiz-Ortega", true)]
    [InlineData("Lucha Ruiz", true)]
    [InlineData("Ana Ortega", true)]
    [InlineData("Ana", false)]
    [InlineData("Ruiz", false)]
    [InlineData("Priya Ruiz", false)]
    [InlineData("Ana Ruiz Nair", false)]
    [InlineData("B Ruiz", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("...", false)]
    [InlineData("Мария Иванова", false)]
    public void Loosely_the_same_name(string? typed, bool same) => Assert.Equal(same, Signature.Matches(typed, new("Ana Lucía", "Ruiz Ortega", "Lucha")));

    [Theory]
    [InlineData("Søren", "Østergård", "Soren Ostergard")]
    [InlineData("Seán", "O’Brien", "sean o'brien")]
    [InlineData("Seán", "O'Brien", "Sean OBrien")]
    [InlineData("", "Suharto", "suharto")]
    [InlineData("Мария", "Иванова", "иванова мария")]
    [InlineData("太郎", "山田", "山田 太郎")]
    public void However_the_keyboard_writes_it(string given, string family, string typed) => Assert.True(Signature.Matches(typed, new(given, family)));

    [Fact]
    public void A_person_without_a_name_cannot_be_signed_for() => Assert.False(Signature.Matches("Ana Ruiz", new("", "")));
}
