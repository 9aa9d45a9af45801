using System.Text.Json;
using System.Text.Json.Serialization;

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

/// <summary>Writes the value inside an <see cref="OneOf{TFirst,TSecond}"/>. Only what the server sends has such properties.</summary>
internal sealed class OneOfConverter<TFirst, TSecond> : JsonConverter<OneOf<TFirst, TSecond>>
    where TFirst : class
    where TSecond : class
{
    public override OneOf<TFirst, TSecond> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Only the server writes this value.");

    public override void Write(Utf8JsonWriter writer, OneOf<TFirst, TSecond> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options.GetTypeInfo(value.Value.GetType()));
}
