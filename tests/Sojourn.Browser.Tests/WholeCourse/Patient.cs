namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>Whose course it is. She does not exist.</summary>
internal static class Patient
{
    internal const string Given = "Ana";
    internal const string Family = "Reyes";
    internal const string FullName = $"{Given} {Family}";
    internal const string Listed = "REYES, Ana";
    internal const string Email = "ana.reyes@mail.example";
    internal const string Password = "river dog seven lamps";
    internal const string Escort = "Marisol Reyes";
}
