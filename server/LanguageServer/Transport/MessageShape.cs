using System.Text.Json;
using StreamJsonRpc;

namespace Dockstage.LanguageServer.Transport;

/// <summary>
/// What stands at the top of one message, read without building it: enough to say whether it is a request, a notification or a
/// response (JSON-RPC 2.0, sections 4 and 5).
/// </summary>
internal sealed record MessageShape
{
    /// <summary>The method, or null for a response and for what is no message.</summary>
    public string? Method { get; private init; }

    /// <summary>The id; <see cref="RequestId.NotSpecified"/> when there is none, <see cref="RequestId.Null"/> when it cannot be used.</summary>
    public RequestId Id { get; private init; } = RequestId.NotSpecified;

    /// <summary>The kind of the parameters; <see cref="JsonTokenType.None"/> when there are none.</summary>
    public JsonTokenType Parameters { get; private init; }

    /// <summary>Where the parameters begin, in bytes.</summary>
    public int ParametersAt { get; private init; }

    /// <summary>Why this is no message, or null.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether the sender waits for an answer.</summary>
    public bool IsRequest => Method is not null && Id != RequestId.NotSpecified;

    /// <summary>Reads the shape of a body that is known to be JSON.</summary>
    public static MessageShape Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
            return new MessageShape { Problem = "LSP knows no batches" };
        if (reader.TokenType != JsonTokenType.StartObject)
            return new MessageShape { Problem = "a message is an object" };

        var shape = new MessageShape();
        var (isVersion2, hasMethod, isResponse) = (false, false, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("jsonrpc"u8))
            {
                reader.Read();
                isVersion2 = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                shape = shape with { Id = ReadId(reader) };
            }
            else if (reader.ValueTextEquals("method"u8))
            {
                reader.Read();
                hasMethod = true;
                shape = shape with { Method = reader.TokenType == JsonTokenType.String ? reader.GetString() : null };
            }
            else if (reader.ValueTextEquals("params"u8))
            {
                reader.Read();
                shape = shape with { Parameters = reader.TokenType, ParametersAt = (int)reader.TokenStartIndex };
            }
            else
            {
                isResponse |= reader.ValueTextEquals("result"u8) || reader.ValueTextEquals("error"u8);
                reader.Read();
            }

            reader.Skip();
        }

        return shape with { Problem = FindProblem(shape, isVersion2, hasMethod, isResponse) };
    }

    private static string? FindProblem(MessageShape shape, bool isVersion2, bool hasMethod, bool isResponse)
    {
        if (!isVersion2)
            return "\"jsonrpc\" is not \"2.0\"";
        if (!hasMethod && !isResponse)
            return "neither a request nor a response";
        if (hasMethod && shape.Method is null)
            return "\"method\" is not a string";
        if (shape.Id.IsNull && (hasMethod || !isResponse))
            return "\"id\" is neither a whole number nor a string";
        if (shape.Parameters is not (JsonTokenType.None or JsonTokenType.Null or JsonTokenType.StartObject or JsonTokenType.StartArray))
            return "\"params\" is neither an object nor an array";
        return null;
    }

    private static RequestId ReadId(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var number) => new RequestId(number),
        JsonTokenType.String => new RequestId(reader.GetString()),
        _ => RequestId.Null,
    };
}
