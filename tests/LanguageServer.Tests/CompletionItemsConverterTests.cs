using System.Text.Json;
using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Tests;

/// <summary>The quick way of writing completion items writes what the general way writes.</summary>
public class CompletionItemsConverterTests
{
    public static TheoryData<CompletionItem> Items =>
    [
        new CompletionItem { Label = "a" },
        new CompletionItem { Label = "\"é\\😀\n", Detail = "<d>", SortText = "0001", Kind = CompletionItemKind.Reference },
        new CompletionItem { Label = "a", LabelDetails = new CompletionItemLabelDetails() },
        new CompletionItem { Label = "a", LabelDetails = new CompletionItemLabelDetails { Detail = "x", Description = "y" } },
        new CompletionItem { Label = "a", SortText = "0", FilterText = "f" },
        new CompletionItem { Label = "a", TextEditText = "t" },
        new CompletionItem { Label = "a", Data = JsonDocument.Parse("[1]").RootElement },
        new CompletionItem { Label = "a", Documentation = new MarkupContent { Kind = MarkupKind.Markdown, Value = "*d*" } },
        new CompletionItem
        {
            Label = "a",
            TextEdit = new TextEdit
            {
                NewText = "n",
                Range = new Protocol.Range { Start = new Position { Line = 0, Character = 1 }, End = new Position { Line = 0, Character = 2 } },
            },
        },
    ];

    [Theory]
    [MemberData(nameof(Items), DisableDiscoveryEnumeration = true)]
    public void Items_are_written_as_the_general_way_writes_them(CompletionItem item)
    {
        var general = JsonSerializer.Serialize(item, ProtocolJson.Default.CompletionItem);
        var quick = ServerJson.ToElement(new CompletionList { IsIncomplete = false, Items = [item, item] }).GetProperty("items");
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse($"[{general},{general}]").RootElement, quick), $"{general}\n{quick}");
    }
}
