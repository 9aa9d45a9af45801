using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dockstage.LanguageServer.Protocol;

/// <summary>A value of one of two types, where the protocol allows both (LSP: <c>A | B</c>) and the client's abilities decide which.</summary>
/// <typeparam name="TFirst">The first alternative.</typeparam>
/// <typeparam name="TSecond">The second alternative.</typeparam>
public sealed class OneOf<TFirst, TSecond> : IUnion
    where TFirst : class
    where TSecond : class
{
    private OneOf(object value) => Value = value;

    /// <inheritdoc/>
    public object Value { get; }

    /// <summary>The first alternative.</summary>
    public static implicit operator OneOf<TFirst, TSecond>(TFirst value) => new(value);

    /// <summary>The second alternative.</summary>
    public static implicit operator OneOf<TFirst, TSecond>(TSecond value) => new(value);
}

/// <summary>Any <see cref="OneOf{TFirst,TSecond}"/>: JSON knows only the value inside.</summary>
public interface IUnion
{
    /// <summary>The value.</summary>
    object Value { get; }
}

/// <summary>Reads and writes the value inside an <see cref="OneOf{TFirst,TSecond}"/>.</summary>
internal sealed class OneOfConverter<TFirst, TSecond> : JsonConverter<OneOf<TFirst, TSecond>>
    where TFirst : class
    where TSecond : class
{
    /// <summary>
    /// The first alternative that the value fits. The server's own answers come back so (<c>completionItem/resolve</c>); the alternatives
    /// of LSP differ in the properties that they require.
    /// </summary>
    public override OneOf<TFirst, TSecond> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = JsonElement.ParseValue(ref reader);
        try
        {
            return Read<TFirst>(value, options);
        }
        catch (JsonException)
        {
            return Read<TSecond>(value, options);
        }
    }

    public override void Write(Utf8JsonWriter writer, OneOf<TFirst, TSecond> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options.GetTypeInfo(value.Value.GetType()));

    private static T Read<T>(JsonElement value, JsonSerializerOptions options)
        where T : class =>
        value.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))) ?? throw new JsonException("null");
}

/// <summary>The same for a list of such values.</summary>
internal sealed class OneOfArrayConverter<TFirst, TSecond> : JsonConverter<OneOf<TFirst, TSecond>[]>
    where TFirst : class
    where TSecond : class
{
    private readonly OneOfConverter<TFirst, TSecond> _one = new();

    public override OneOf<TFirst, TSecond>[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("not an array");
        var values = new List<OneOf<TFirst, TSecond>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(_one.Read(ref reader, typeof(OneOf<TFirst, TSecond>), options));
        return [.. values];
    }

    public override void Write(Utf8JsonWriter writer, OneOf<TFirst, TSecond>[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var one in value)
            _one.Write(writer, one, options);
        writer.WriteEndArray();
    }
}
