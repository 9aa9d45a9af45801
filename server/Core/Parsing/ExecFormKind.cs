namespace Dockstage.Core.Parsing;

/// <summary>What arguments are that may be a JSON array.</summary>
internal enum ExecFormKind
{
    /// <summary>No JSON array: the shell form.</summary>
    None,

    /// <summary>An array of strings: the exec form.</summary>
    Strings,

    /// <summary>An array with something else in it, which BuildKit refuses.</summary>
    Mixed,
}
