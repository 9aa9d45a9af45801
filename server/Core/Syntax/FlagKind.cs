namespace Dockstage.Core.Syntax;

/// <summary>What value a flag takes. BuildKit: <c>instructions/bflag.go</c>.</summary>
public enum FlagKind
{
    /// <summary><c>--link</c>, <c>--link=true</c>, <c>--link=false</c>, in any letter case.</summary>
    Boolean,

    /// <summary><c>--from=value</c>, once.</summary>
    Text,

    /// <summary><c>--mount=value</c>, any number of times.</summary>
    List,
}
