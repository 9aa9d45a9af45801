using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>A value of a JSON text.</summary>
/// <param name="Span">Where it is written; of an object or array that is not closed, up to the end of what was read.</param>
public abstract record JsonNode(TextSpan Span);

/// <summary>An object.</summary>
/// <param name="Span">With its braces.</param>
/// <param name="Members">In the order of the text, repeated keys included; of those the last counts.</param>
public sealed record JsonObject(TextSpan Span, ImmutableArray<JsonMember> Members) : JsonNode(Span);

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">Null while nothing is written behind the key.</param>
public sealed record JsonMember(JsonText Key, JsonNode? Value);

/// <summary>An array.</summary>
/// <param name="Span">With its brackets.</param>
/// <param name="Items">The values.</param>
public sealed record JsonArray(TextSpan Span, ImmutableArray<JsonNode> Items) : JsonNode(Span);

/// <summary>A string.</summary>
/// <param name="Span">With its quotes.</param>
/// <param name="Content">Without them.</param>
/// <param name="Value">What it says, escapes resolved.</param>
public sealed record JsonText(TextSpan Span, TextSpan Content, string Value) : JsonNode(Span);

/// <summary>A number, as it is written.</summary>
public sealed record JsonNumber(TextSpan Span, string Written) : JsonNode(Span);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record JsonFlag(TextSpan Span, bool Value) : JsonNode(Span);

/// <summary><c>null</c>.</summary>
public sealed record JsonNull(TextSpan Span) : JsonNode(Span);

/// <summary>Something that is no JSON but stands where a value belongs; the file has an error for it.</summary>
public sealed record JsonGarbage(TextSpan Span) : JsonNode(Span);
