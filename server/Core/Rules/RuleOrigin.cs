namespace Dockstage.Core.Rules;

/// <summary>Whose rule it is; it decides the default severity, the words and the page that explains it.</summary>
public enum RuleOrigin
{
    /// <summary>BuildKit refuses to build the file. The message is BuildKit's own.</summary>
    BuildKitRefusal,

    /// <summary>A rule of <c>docker build --check</c>, under its own name and with its own message.</summary>
    BuildKitLint,

    /// <summary>Dockstage's own.</summary>
    Dockstage,
}
