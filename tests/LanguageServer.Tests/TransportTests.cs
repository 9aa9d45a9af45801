using System.Text;
using Dockstage.LanguageServer.Transport;

namespace Dockstage.LanguageServer.Tests;

public class TransportTests
{
    private const string Probe = "untitled:Probe";

    [Theory]
    [InlineData("{ bad", -32700)]
    [InlineData("", -32700)]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1, "method": "x" } {}""", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("""[{ "jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": {} }]""", -32600)]
    [InlineData("42", -32600)]
    [InlineData("null", -32600)]
    [InlineData("\"text\"", -32600)]
    [InlineData("{}", -32600)]
    [InlineData("""{ "id": 1, "method": "textDocument/hover" }""", -32600, 1)]
    [InlineData("""{ "jsonrpc": "1.0", "method": "textDocument/hover" }""", -32600)]
    [InlineData("""{ "jsonrpc": "2.0", "method": 1, "params": "bar" }""", -32600)]
    [InlineData("""{ "jsonrpc": "2.0", "id": {}, "method": "textDocument/hover" }""", -32600)]
    [InlineData("""{ "jsonrpc": "2.0", "id": 1.5, "method": "textDocument/hover" }""", -32600)]
    [InlineData("""{ "jsonrpc": "2.0", "method": "textDocument/hover", "params": 5 }""", -32600)]
    public async Task What_is_no_request_is_answered_and_the_next_one_too(string body, int code, int? id = null)
    {
        await using var client = await StartAsync();
        client.SendFrame(body);
        Assert.Equal(code, await client.NextErrorWithoutIdAsync(id));
        await AssertGoesOnAsync(client);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_a_parse_error()
    {
        await using var client = await StartAsync();
        client.SendBytes([.. "Content-Length: 4\r\n\r\n"u8, (byte)'"', 0xFF, 0xFE, (byte)'"']);
        Assert.Equal(-32700, await client.NextErrorWithoutIdAsync());
        await AssertGoesOnAsync(client);
    }

    [Theory]
    [InlineData("Content-Length: many\r\n\r\n{}")]
    [InlineData("Content-Length: -5\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n{}")]
    [InlineData("Content-Length: 5000000000\r\n\r\n{}")]
    [InlineData("Content-Type: application/json\r\n\r\n{}")]
    [InlineData("no header at all\r\n\r\n{}")]
    [InlineData("garbage")]
    [InlineData("Content-Length: 10\r\n\r\n{\"jsonrpc\": \"2.0\", \"method\": \"longer\"}")]
    [InlineData("Content-Length: 60\r\n\r\n{\"jsonrpc\": \"2.0\"}")]
    public async Task After_a_broken_frame_reading_goes_on_at_the_next_header(string bytes)
    {
        await using var client = await StartAsync();
        client.SendBytes(Encoding.UTF8.GetBytes(bytes));
        await AssertGoesOnAsync(client);
        Assert.Equal(-32700, await client.NextErrorWithoutIdAsync());
    }

    [Fact]
    public async Task A_header_without_an_end_is_given_up()
    {
        await using var client = await StartAsync();
        client.SendBytes(Encoding.UTF8.GetBytes(new string('x', 3 * FrameReader.MaxHeaderBytes)));
        Assert.Equal(-32700, await client.NextErrorWithoutIdAsync());
        await AssertGoesOnAsync(client);
    }

    [Fact]
    public async Task A_frame_may_come_byte_by_byte()
    {
        await using var client = await StartAsync();
        var body = """{"jsonrpc":"2.0","id":"slow","method":"nobody/knows/this"}""";
        foreach (var letter in Encoding.ASCII.GetBytes($"Content-Type: x\r\ncontent-length: {body.Length}\r\n\r\n{body}"))
            client.SendBytes([letter]);
        Assert.Equal(-32601, await client.NextErrorWithoutIdAsync("slow"));
    }

    [Fact]
    public async Task An_answer_to_a_question_that_was_not_asked_is_ignored()
    {
        await using var client = await StartAsync();
        client.SendFrame("""{ "jsonrpc": "2.0", "id": 999, "result": null }""");
        client.SendFrame("""{ "jsonrpc": "2.0", "id": null, "error": { "code": -32700, "message": "?" } }""");
        await AssertGoesOnAsync(client);
    }

    [Fact]
    public async Task Two_requests_with_one_id_do_not_end_the_connection()
    {
        await using var client = await StartAsync();
        var request = """{"jsonrpc":"2.0","id":"twin","method":"textDocument/codeLens","params":{"textDocument":{"uri":"untitled:Probe"}}}""";
        for (var i = 0; i < 50; i++)
            client.SendFrame(request);
        await AssertGoesOnAsync(client);
    }

    [Fact]
    public async Task Unknown_requests_are_answered_and_unknown_notifications_ignored()
    {
        await using var client = await StartAsync();
        client.Notify("nobody/knows/this", "{}");
        client.Notify("$/nobodyKnowsThis", "{}");
        Assert.Equal(-32601, await client.ErrorAsync("nobody/knows/this", "{}"));
        Assert.Equal(-32601, await client.ErrorAsync("$/nobodyKnowsThis", "{}"));
        Assert.Equal(-32601, await client.ErrorAsync("", null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "textDocument": null, "position": null }""")]
    [InlineData("""{ "textDocument": { "uri": "untitled:Probe" }, "position": { "line": "1", "character": 0 } }""")]
    [InlineData("""{ "textDocument": { "uri": "no scheme" }, "position": { "line": 1, "character": 0 } }""")]
    public async Task Parameters_that_do_not_fit_are_an_error(string? parameters)
    {
        await using var client = await StartAsync();
        Assert.Equal(-32602, await client.ErrorAsync("textDocument/hover", parameters));
        await AssertGoesOnAsync(client);
    }

    [Theory]
    [InlineData("a\\ud83d", "a\\ufffd")]
    [InlineData("\\ude00b", "\\ufffdb")]
    [InlineData("\\uD83D\\uDE00", "\\uD83D\\uDE00")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\\ufffd\\ud83d\\ude00")]
    [InlineData("\\\\ud83d", "\\\\ud83d")]
    [InlineData("\\u00e9\\n\\ud83", "\\u00e9\\n\\ud83")]
    public void Half_a_surrogate_pair_becomes_one_replacement_character(string json, string expected)
    {
        var bytes = Encoding.ASCII.GetBytes(json);
        LoneSurrogates.Replace(bytes);
        Assert.Equal(expected, Encoding.ASCII.GetString(bytes));
    }

    [Fact]
    public async Task A_text_with_half_an_emoji_can_be_opened()
    {
        await using var client = await StartAsync();
        client.SendFrame(
            """{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:h","languageId":"dockerfile","version":1,"text":"# \ud83d\nFROM a AS half\n"}}}""");
        Assert.Equal(["▷ Build half"], await client.LensesAsync("untitled:h"));
    }

    private static async Task<TestClient> StartAsync()
    {
        var client = await TestClient.StartAsync();
        client.Open(Probe, "FROM a AS probe\n");
        return client;
    }

    private static async Task AssertGoesOnAsync(TestClient client) => Assert.Equal(["▷ Build probe"], await client.LensesAsync(Probe));
}
