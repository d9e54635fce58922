namespace Sojourn.Web.Screening;

internal static class TriedWords
{
    internal static string Adequate(string word) => word switch
    {
        "yes" => "a fair trial",
        "no" => "not a fair trial",
        _ => "uncertain whether a fair trial",
    };
}
