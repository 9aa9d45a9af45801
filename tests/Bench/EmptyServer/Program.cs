using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using StreamJsonRpc;

namespace Dockstage.Bench;

/// <summary>
/// A language server that knows nothing: it answers <c>initialize</c> with no more than it must, ignores documents, and answers every
/// <c>textDocument/completion</c> with the bytes of a file given on the command line, so that it returns as many items as Dockstage.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        var initialized = JsonDocument.Parse("""{"capabilities":{"textDocumentSync":2,"completionProvider":{}}}""").RootElement;
        var completion = arguments is [var path] ? JsonDocument.Parse(await File.ReadAllBytesAsync(path)).RootElement : default(JsonElement?);
        using var rpc = new JsonRpc(new HeaderDelimitedMessageHandler(
            Console.OpenStandardOutput(), Console.OpenStandardInput(), CreateFormatter()));
        Answer(rpc, "initialize", _ => initialized);
        Answer(rpc, "textDocument/completion", _ => completion);
        Answer(rpc, "shutdown", _ => null);
        foreach (var ignored in (string[])["initialized", "textDocument/didOpen", "textDocument/didChange"])
            Answer(rpc, ignored, _ => null);
        Answer(rpc, "exit", _ =>
        {
            Environment.Exit(0);
            return null;
        });
        rpc.StartListening();
        await rpc.Completion;
    }

    private static void Answer(JsonRpc rpc, string method, Func<JsonElement, JsonElement?> answer) =>
        rpc.AddLocalRpcMethod(
            answer.Method, answer.Target, new JsonRpcMethodAttribute(method) { UseSingleObjectParameterDeserialization = true });

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options name a source-generated context.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The options name a source-generated context.")]
    private static SystemTextJsonFormatter CreateFormatter() =>
        new() { JsonSerializerOptions = new(EmptyJson.Default.Options) };
}

/// <summary>The only type that is read and written.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonElement?))]
internal sealed partial class EmptyJson : JsonSerializerContext;
