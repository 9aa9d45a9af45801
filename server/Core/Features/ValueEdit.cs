using Dockstage.Core.Consumers;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>How a value is written anew in a consumer's file, or in one that such a file takes in. The format is the consumer's affair.</summary>
internal static class ValueEdit
{
    /// <summary>The edit after which a place says another text; null where that cannot be written there.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="place">The words, without quotes.</param>
    /// <param name="said">What they say now.</param>
    /// <param name="text">What they are to say.</param>
    public static TextEdit? Of(WorkspaceSnapshot snapshot, FilePlace place, string said, string text) =>
        snapshot.Find(place.File).Document is { } document
            ? snapshot.ConsumersReading(place.File).Prepend(place.File).Select(snapshot.ConsumerAt).OfType<IStageConsumer>().FirstOrDefault()
                ?.Rewrite(document, place.Span, said, text)
            : null;
}
