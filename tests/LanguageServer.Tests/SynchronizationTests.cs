using System.Text.Json.Nodes;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Tests;

public class SynchronizationTests
{
    private const string Uri = "untitled:Dockerfile";
    private const string Utf8 = """{ "general": { "positionEncodings": ["utf-8", "utf-16"] } }""";

    public static MatrixTheoryData<string, string> Encodings => new(["utf-16", "utf-8"], ["\n", "\r\n"]);

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_change_lands_where_the_client_means_it(string encoding, string lineEnd)
    {
        var file = Markup.ParseOne("""
            # 🚀 é
            FROM golang AS 🚀[|old|] # 🚀
            FROM alpine AS next
            """, lineEnd: lineEnd);
        await using var client = await StartAsync(capabilities: encoding == "utf-8" ? Utf8 : "{}");
        client.Open(Uri, file.Text);
        var text = SourceText.From(file.Text);
        var unit = encoding == "utf-8" ? PositionEncoding.Utf8 : PositionEncoding.Utf16;
        client.Notify("textDocument/didChange", Change(2, Edit(text, file.Spans[0], "new", unit)));
        Assert.Equal(file.Text.Replace("old", "new", StringComparison.Ordinal), await TextAsync(client));
    }

    [Fact]
    public async Task Several_changes_each_speak_of_the_text_that_the_one_before_left()
    {
        await using var client = await StartAsync();
        client.Open(Uri, "FROM a AS b\n");
        client.Notify("textDocument/didChange", Change(
            2,
            Edit(0, 0, 0, 0, "# first\r\n"),
            Edit(1, 10, 1, 11, "stage"),
            Edit(2, 0, 9, 99, "FROM stage AS last")));
        Assert.Equal("# first\r\nFROM a AS stage\nFROM stage AS last", await TextAsync(client));
    }

    [Fact]
    public async Task A_change_without_a_range_is_the_whole_text()
    {
        await using var client = await StartAsync();
        client.Open(Uri, "FROM a AS b\n");
        client.Notify("textDocument/didChange", Change(2, new JsonObject { ["text"] = "FROM c AS d\n" }, Edit(0, 10, 0, 11, "e")));
        Assert.Equal("FROM c AS e\n", await TextAsync(client));
    }

    [Fact]
    public async Task A_range_whose_ends_are_swapped_or_beyond_the_text_is_understood()
    {
        await using var client = await StartAsync();
        client.Open(Uri, "FROM a AS b\n");
        client.Notify("textDocument/didChange", Change(2, Edit(0, 11, 0, 10, "c"), Edit(77, 5, 99, 1, "FROM c AS d")));
        Assert.Equal("FROM a AS c\nFROM c AS d", await TextAsync(client));
    }

    [Fact]
    public async Task A_change_of_a_document_that_is_not_open_is_logged_and_ignored()
    {
        await using var client = await StartAsync();
        client.Notify("textDocument/didChange", Change(2, Edit(0, 0, 0, 0, "FROM a AS b")));
        Assert.Contains("textDocument/didChange", (string?)(await client.NextAsync("window/logMessage"))!["message"]);
        Assert.Empty(await client.LensesAsync(Uri));
    }

    [Theory]
    [InlineData("""{}""", "utf-16")]
    [InlineData("""{ "general": { "positionEncodings": [] } }""", "utf-16")]
    [InlineData("""{ "general": { "positionEncodings": ["utf-16", "utf-8"] } }""", "utf-16")]
    [InlineData("""{ "general": { "positionEncodings": ["utf-32", "utf-8", "utf-16"] } }""", "utf-8")]
    [InlineData("""{ "general": { "positionEncodings": ["utf-32"] } }""", "utf-16")]
    public async Task The_client_chooses_how_positions_are_counted(string capabilities, string expected)
    {
        await using var client = TestClient.Connect();
        var result = await client.RequestAsync("initialize", $$"""{ "processId": null, "rootUri": null, "capabilities": {{capabilities}} }""");
        Assert.Equal(expected, (string?)result!["capabilities"]!["positionEncoding"]);
    }

    [Theory]
    [InlineData("{}", PositionEncoding.Utf16)]
    [InlineData(Utf8, PositionEncoding.Utf8)]
    public async Task Answers_count_as_the_client_does(string capabilities, PositionEncoding encoding)
    {
        var file = Markup.ParseOne("""
            FROM golang AS build
            RUN --mount=type=cache,id=🚀é,from=[|bu<|>ild|] true
            """);
        await using var client = await StartAsync(capabilities: capabilities);
        client.Open(Uri, file.Text);
        var hover = await client.AtAsync("textDocument/hover", Uri, file, encoding);
        Assert.True(JsonNode.DeepEquals(RangeOf(SourceText.From(file.Text), file.Spans[0], encoding), hover!["range"]), hover.ToJsonString());
    }

    /// <summary>The text that the server has of the document: a method that only this test's server knows tells it.</summary>
    private static async Task<string> TextAsync(TestClient client)
    {
        var hover = await client.RequestAsync("test/text", TestClient.Place(Uri, 0, 0));
        return (string)hover!["contents"]!["value"]!;
    }

    private static Task<TestClient> StartAsync(string capabilities = "{}") => TestClient.StartAsync(
        capabilities: capabilities,
        methods: MethodTable.All
            .Where(method => method.Name != "textDocument/definition")
            .Append(new Method<DefinitionParams, Hover>("test/text", Handling.Read, _ => new TextHandler())));

    private static string Change(int version, params JsonNode[] changes) => new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = version },
        ["contentChanges"] = new JsonArray(changes),
    }.ToJsonString();

    private static JsonObject Edit(SourceText text, TextSpan span, string newText, PositionEncoding encoding) =>
        new() { ["range"] = RangeOf(text, span, encoding), ["text"] = newText };

    private static JsonObject Edit(int line, int character, int endLine, int endCharacter, string text) =>
        new() { ["range"] = RangeOf(new LinePosition(line, character), new LinePosition(endLine, endCharacter)), ["text"] = text };

    private static JsonObject RangeOf(SourceText text, TextSpan span, PositionEncoding encoding) =>
        RangeOf(text.PositionAt(span.Start, encoding), text.PositionAt(span.End, encoding));

    private static JsonObject RangeOf(LinePosition start, LinePosition end) => new()
    {
        ["start"] = new JsonObject { ["line"] = start.Line, ["character"] = start.Character },
        ["end"] = new JsonObject { ["line"] = end.Line, ["character"] = end.Character },
    };

    private sealed class TextHandler : IRequestHandler<Request<DefinitionParams, Hover>, Hover?>
    {
        public Task<Hover?> Handle(Request<DefinitionParams, Hover> request, CancellationToken cancellationToken)
        {
            var text = request.State.Open[DocumentPath.FromUri(request.Params.TextDocument.Uri)].Document.Text.ToString();
            return Task.FromResult<Hover?>(new Hover { Contents = new MarkupContent { Kind = MarkupKind.PlainText, Value = text } });
        }
    }
}
