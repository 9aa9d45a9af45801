namespace Dockstage.Core.Semantics;

/// <summary>One reason for which BuildKit refuses a build. It tells only of the first that it comes upon.</summary>
public abstract record BuildRefusal
{
    private BuildRefusal()
    {
    }

    /// <summary>BuildKit's text, as it ends the build with it.</summary>
    public abstract string BuildKitText { get; }

    /// <summary>A reference that names nothing: in any stage of the file, but under ONBUILD only in one that is run.</summary>
    public sealed record Reference(StageBinding Binding, ReferenceProblem Problem) : BuildRefusal
    {
        /// <inheritdoc/>
        public override string BuildKitText => Problem.BuildKitText;
    }

    /// <summary>A circle of COPY and mounts, wherever in the file.</summary>
    public sealed record Circle(StageCircle Stages) : BuildRefusal
    {
        /// <inheritdoc/>
        public override string BuildKitText => Stages.BuildKitText;
    }

    /// <summary>A stage that is run needs one that stands below it.</summary>
    public sealed record Order(StageEdge Edge) : BuildRefusal
    {
        /// <inheritdoc/>
        public override string BuildKitText => Edge.OrderText;
    }
}
