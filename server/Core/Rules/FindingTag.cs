namespace Dockstage.Core.Rules;

/// <summary>How editors show the words at fault beyond the severity. LSP: DiagnosticTag.</summary>
public enum FindingTag
{
    /// <summary>As any other.</summary>
    None,

    /// <summary>Faded: nothing needs them.</summary>
    Unnecessary,

    /// <summary>Struck through: they are out of date.</summary>
    Deprecated,
}
