namespace Dockstage.Core.Rules;

/// <summary>How grave a finding is. The names are those of <c>dockstage.rules</c>.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
    Off,

    /// <summary>A remark.</summary>
    Hint,

    /// <summary>Information.</summary>
    Info,

    /// <summary>Probably wrong.</summary>
    Warning,

    /// <summary>The build will fail.</summary>
    Error,
}
