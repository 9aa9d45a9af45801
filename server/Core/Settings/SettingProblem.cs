using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Settings;

/// <summary>Something in a settings file that counts as not written.</summary>
/// <param name="Span">The words at fault.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">The same in words.</param>
public sealed record SettingProblem(TextSpan Span, SettingProblemKind Kind, LocalizedText Message)
{
    /// <summary>The setting's whole name, where it is about one.</summary>
    public string? Name { get; init; }

    /// <summary>What surely was meant in place of the words at fault, or null.</summary>
    public string? Replacement { get; init; }
}

/// <summary>What can be wrong with settings.</summary>
public enum SettingProblemKind
{
    /// <summary>The text is not JSON.</summary>
    Syntax,

    /// <summary>There is no such setting.</summary>
    UnknownSetting,

    /// <summary>The setting is the editor's own.</summary>
    OfEditor,

    /// <summary>A value of a wrong kind.</summary>
    WrongValue,

    /// <summary>The value is <c>null</c>: for clients that send every setting, not chosen.</summary>
    Null,
}
