using Dockstage.Core.Formats;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Settings;

/// <summary>The mistakes of a JSON text in words.</summary>
internal static class JsonErrorText
{
    /// <summary>What a person is told.</summary>
    public static LocalizedText Of(JsonErrorKind kind) => kind switch
    {
        JsonErrorKind.NotQuoted => MessageTable.JsonNotQuoted.With(),
        JsonErrorKind.UnclosedText => MessageTable.JsonUnclosedText.With(),
        JsonErrorKind.Unclosed => MessageTable.JsonUnclosed.With(),
        JsonErrorKind.MissingColon => MessageTable.JsonMissingColon.With(),
        JsonErrorKind.MissingValue => MessageTable.JsonMissingValue.With(),
        JsonErrorKind.MissingComma => MessageTable.JsonMissingComma.With(),
        JsonErrorKind.InvalidEscape => MessageTable.JsonInvalidEscape.With(),
        JsonErrorKind.TooDeep => MessageTable.JsonTooDeep.With(),
        _ => MessageTable.JsonUnexpected.With(),
    };
}
