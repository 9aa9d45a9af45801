using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Handlers;
using StreamJsonRpc;

namespace Dockstage.LanguageServer.Protocol;

/// <summary>How everything on the wire is read and written: the types of the protocol and the few of our own.</summary>
internal static class ServerJson
{
    /// <summary>The options of every serializer call in this server.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A value as JSON, for the places where the protocol says <c>LSPAny</c>.</summary>
    public static JsonElement ToElement<T>(T value) =>
        JsonSerializer.SerializeToElement(value, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(ProtocolJson.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ProtocolJson.Default, OwnJson.Default),
        };
        options.Converters.Add(new CompletionItemsConverter());
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>Types on the wire that LSP does not know.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RequestId))] // StreamJsonRpc reads it in $/cancelRequest.
[JsonSerializable(typeof(ShutdownParams))]
[JsonSerializable(typeof(ExitParams))]
[JsonSerializable(typeof(BuildCommandArguments))]
[JsonSerializable(typeof(StageToBuild))]
[JsonSerializable(typeof(ConsumerToBuild))]
[JsonSerializable(typeof(PickedToBuild))]
[JsonSerializable(typeof(CompletionData))]
[JsonSerializable(typeof(CodeActionData))]
[JsonSerializable(typeof(BuildCommandAnswer))]
[JsonSerializable(typeof(BakeFile))]
[JsonSerializable(typeof(ShowReferencesArguments))]
[JsonSerializable(typeof(StageToShow))]
[JsonSerializable(typeof(GraphParams))]
[JsonSerializable(typeof(GraphAnswer))]
[JsonSerializable(typeof(GraphTextParams))]
[JsonSerializable(typeof(GraphTextAnswer))]
[JsonSerializable(typeof(TargetFilesParams))]
[JsonSerializable(typeof(TargetFileAnswer[]))]
[JsonSerializable(typeof(TargetsParams))]
[JsonSerializable(typeof(TargetsAnswer))]
[JsonSerializable(typeof(ChangedParams))]
internal sealed partial class OwnJson : JsonSerializerContext;
