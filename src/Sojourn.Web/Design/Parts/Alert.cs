namespace Sojourn.Web.Design;

/// <summary>Three levels only. Amber: look and act. Red: act now, prescriber. Emergency: stop.</summary>
public enum AlertLevel
{
    Amber,
    Red,
    Emergency,
}

public enum AlertState
{
    New,
    Acknowledged,
    Closed,
}
