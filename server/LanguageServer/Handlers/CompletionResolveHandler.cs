using System.Text.Json;
using Dockstage.Core.Features;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;
using CompletionItem = Dockstage.LanguageServer.Protocol.CompletionItem;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>completionItem/resolve</c>. Adds the description of the stage; an item that is not ours stays as it is.</summary>
internal sealed class CompletionResolveHandler : IRequestHandler<Request<CompletionItem, CompletionItem>, CompletionItem?>
{
    public Task<CompletionItem?> Handle(Request<CompletionItem, CompletionItem> request, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionItem?>(Resolve(request));

    private static CompletionItem Resolve(Request<CompletionItem, CompletionItem> request)
    {
        var (item, state) = (request.Params, request.State);
        if (ReadData(item.Data) is not { } data)
            return item;
        var file = FromProtocol.Path(data.Dockerfile);
        var text = Completion.Describe(
            state.Workspace, data.Inside is { } start ? file.Embedded(start) : file, item.Label, data.Above, FromProtocol.Path(data.Document), state.Language);
        return text is null ? item : item with { Documentation = ToProtocol.Markup(text, state.Client.MarkdownCompletion) };
    }

    private static CompletionData? ReadData(JsonElement? data)
    {
        try
        {
            return data?.Deserialize(OwnJson.Default.CompletionData);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
