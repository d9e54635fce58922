using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Tests.Running;

/// <summary>Worked out once outside of Sojourn: a journal made today is read with the same ids for ever.</summary>
public sealed class DerivingIds
{
    private static readonly Guid About = new("019e74ca-fa80-781e-804e-b4f0ed930001");

    [Fact]
    public void What_an_id_is_made_from_gives_the_id_that_lies_in_journals()
    {
        Assert.Equal(new Guid("754d1cd7-f511-8806-b947-b0295dd90f2e"), DerivedId.From("measure one"));
        Assert.Equal(new Guid("6a42c84c-ace9-8e21-969f-9f7eb071cb6f"), DerivedId.From("safety-case", About));
        Assert.Equal(new Guid("0530122a-e9ff-891c-9cbd-7106add5d1f5"), DerivedId.From("plan-next", 42));
    }
}
