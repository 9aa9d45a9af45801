using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dockstage.LanguageServer.Protocol;

/// <summary>
/// Writes the items of a completion list, up to a hundred at every keystroke: property by property under names that are encoded once. The
/// general way takes a sixth of a whole keystroke for it. LSP: CompletionItem.
/// </summary>
internal sealed class CompletionItemsConverter : JsonConverter<CompletionItem[]>
{
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");
    private static readonly JsonEncodedText LabelDetails = JsonEncodedText.Encode("labelDetails");
    private static readonly JsonEncodedText Detail = JsonEncodedText.Encode("detail");
    private static readonly JsonEncodedText Description = JsonEncodedText.Encode("description");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText SortText = JsonEncodedText.Encode("sortText");

    public override CompletionItem[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Only the server writes lists of completions.");

    public override void Write(Utf8JsonWriter writer, CompletionItem[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            if (IsPlain(item))
                WritePlain(writer, item);
            else
                JsonSerializer.Serialize(writer, item, options.GetTypeInfo(typeof(CompletionItem)));
        }

        writer.WriteEndArray();
    }

    /// <summary>Whether an item has no other properties than those that <see cref="WritePlain"/> writes.</summary>
    private static bool IsPlain(CompletionItem item) => item.Equals(new CompletionItem
    {
        Label = item.Label,
        LabelDetails = item.LabelDetails,
        Kind = item.Kind,
        Detail = item.Detail,
        SortText = item.SortText,
    });

    private static void WritePlain(Utf8JsonWriter writer, CompletionItem item)
    {
        writer.WriteStartObject();
        writer.WriteString(Label, item.Label);
        if (item.LabelDetails is { } details)
        {
            writer.WriteStartObject(LabelDetails);
            WriteIfAny(writer, Detail, details.Detail);
            WriteIfAny(writer, Description, details.Description);
            writer.WriteEndObject();
        }

        if (item.Kind is { } kind)
            writer.WriteNumber(Kind, (int)kind);
        WriteIfAny(writer, Detail, item.Detail);
        WriteIfAny(writer, SortText, item.SortText);
        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
