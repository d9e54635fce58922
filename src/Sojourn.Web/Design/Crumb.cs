namespace Sojourn.Web.Design;

/// <summary>One step back up: "People", "/people".</summary>
public sealed record Crumb(string Words, string Href);
