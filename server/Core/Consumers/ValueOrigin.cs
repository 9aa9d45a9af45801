using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>One step from a build to a value that does not simply stand in it.</summary>
public abstract record ValueOrigin
{
    private ValueOrigin()
    {
    }

    /// <summary>It is taken over by a name that the same file gives to it (YAML: an anchor).</summary>
    /// <param name="Name">The name.</param>
    public sealed record Anchor(string Name) : ValueOrigin;

    /// <summary>It is what stands with a variable for when it is not set (the default), or for when it is.</summary>
    /// <param name="Expression">The variable as written: <c>${STAGE:-dev}</c>.</param>
    /// <param name="IsAlternative">Whether it counts when the variable is set: <c>${STAGE:+dev}</c>.</param>
    public sealed record Fallback(string Expression, bool IsAlternative) : ValueOrigin;

    /// <summary>It is what a file of variables says.</summary>
    /// <param name="Variable">The variable's name.</param>
    /// <param name="File">The file.</param>
    public sealed record EnvironmentFile(string Variable, DocumentPath File) : ValueOrigin;
}
