using System.Text;
using Dockstage.LanguageServer.Session;
using Microsoft.Extensions.Time.Testing;

namespace Dockstage.LanguageServer.Tests;

public class LifecycleTests
{
    [Fact]
    public async Task A_request_before_initialize_is_answered_with_ServerNotInitialized()
    {
        await using var client = TestClient.Connect();
        Assert.Equal(-32002, await client.ErrorAsync("textDocument/hover", "{}"));
        Assert.Equal(-32002, await client.ErrorAsync("nobody/knows/this", null));
        Assert.Equal(-32002, await client.ErrorAsync("shutdown", null));
    }

    [Fact]
    public async Task A_notification_before_initialize_is_dropped()
    {
        await using var client = TestClient.Connect();
        client.Open("untitled:Dockerfile", "FROM a AS early");
        await client.RequestAsync("initialize", """{ "processId": null, "rootUri": null, "capabilities": {} }""");
        Assert.Empty(await client.LensesAsync("untitled:Dockerfile"));
    }

    [Fact]
    public async Task A_second_initialize_is_an_invalid_request()
    {
        await using var client = await TestClient.StartAsync();
        Assert.Equal(-32600, await client.ErrorAsync("initialize", """{ "processId": null, "rootUri": null, "capabilities": {} }"""));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "processId": null, "rootUri": null, "capabilities": null, "workspaceFolders": null, "trace": null, "locale": null }""")]
    [InlineData("""{ "capabilities": { "workspace": null, "textDocument": { "completion": null }, "general": { "positionEncodings": null } } }""")]
    [InlineData("""{ "capabilities": { "workspace": 5, "textDocument": { "completion": [] }, "general": { "positionEncodings": "utf-8" } } }""")]
    [InlineData("""{ "capabilities": { "general": { "positionEncodings": [8, {}] }, "textDocument": { "publishDiagnostics": { "tagSupport": { "valueSet": ["x", 1.5] } } } } }""")]
    public async Task A_client_that_says_nothing_about_itself_is_served(string parameters)
    {
        await using var client = TestClient.Connect();
        var result = await client.RequestAsync("initialize", parameters);
        Assert.Equal("utf-16", (string?)result!["capabilities"]!["positionEncoding"]);
        Assert.Equal("1.2.3", (string?)result["serverInfo"]!["version"]);
        client.Notify("initialized", "{}");
        client.Open("untitled:Untitled-1", "FROM a AS b\n");
        Assert.Equal(["▷ Build b"], await client.LensesAsync("untitled:Untitled-1"));
    }

    [Theory]
    [InlineData("""{ "rootUri": "not a uri", "capabilities": {} }""")]
    [InlineData("""{ "workspaceFolders": [{ "uri": 5, "name": "w" }], "capabilities": {} }""")]
    [InlineData("""{ "capabilities": [] }""")]
    public async Task Initialize_with_bad_parameters_is_an_error_and_may_be_tried_again(string parameters)
    {
        await using var client = TestClient.Connect();
        Assert.Equal(-32602, await client.ErrorAsync("initialize", parameters));
        await client.RequestAsync("initialize", """{ "processId": null, "rootUri": null, "capabilities": {} }""");
    }

    [Fact]
    public async Task After_shutdown_every_request_is_invalid_and_exit_ends_with_0()
    {
        await using var client = await TestClient.StartAsync();
        Assert.Null(await client.RequestAsync("shutdown", "null"));
        Assert.Equal(-32600, await client.ErrorAsync("textDocument/hover", "{}"));
        Assert.Equal(-32600, await client.ErrorAsync("nobody/knows/this", null));
        Assert.Equal(-32600, await client.ErrorAsync("shutdown", null));
        client.Notify("exit", null);
        Assert.Equal(0, await client.Server);
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_with_1()
    {
        await using var client = await TestClient.StartAsync();
        client.Notify("exit", null);
        Assert.Equal(1, await client.Server);
    }

    [Fact]
    public async Task Exit_before_initialize_ends_with_1()
    {
        await using var client = TestClient.Connect();
        client.Notify("exit", null);
        Assert.Equal(1, await client.Server);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_server_with_1()
    {
        await using var client = await TestClient.StartAsync();
        client.HangUp();
        Assert.Equal(1, await client.Server);
    }

    [Fact]
    public async Task The_end_of_the_input_after_shutdown_ends_the_server_with_0()
    {
        await using var client = await TestClient.StartAsync();
        await client.RequestAsync("shutdown", "{}");
        client.HangUp();
        Assert.Equal(0, await client.Server);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"jsonrpc":"2.0","method":"exit"}""")]
    public async Task What_was_asked_before_the_end_is_answered(string last)
    {
        string[] bodies =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}""",
            """{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"a:b"},"position":{"line":0,"character":0}}}""",
            """{"jsonrpc":"2.0","id":3,"method":"shutdown"}""",
            .. last.Length == 0 ? (string[])[] : [last],
        ];
        using var input = new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(bodies.Select(body => $"Content-Length: {body.Length}\r\n\r\n{body}"))));
        using var output = new MemoryStream();
        Assert.Equal(0, await Server.RunAsync(input, output, new ServerOptions { Version = "1" }));
        var answers = Encoding.UTF8.GetString(output.ToArray());
        Assert.All(["\"id\":1,", "\"id\":2,", "\"id\":3,"], id => Assert.Contains(id, answers));
    }

    [Fact]
    public async Task The_death_of_the_parent_ends_the_server()
    {
        var time = new FakeTimeProvider();
        var looks = 0;
        // Alive at the first look, which begins the watch, and dead from then on.
        await using var client = TestClient.Connect(time, id => id == 4711 && Interlocked.Increment(ref looks) == 1);
        await client.RequestAsync("initialize", """{ "processId": 4711, "rootUri": null, "capabilities": {} }""");
        Assert.Equal(1, await time.AdvanceUntilAsync(client.Server, ParentProcess.Interval));
    }

    [Fact]
    public void A_process_that_is_not_there_is_not_alive()
    {
        Assert.True(ParentProcess.IsAlive(Environment.ProcessId));
        Assert.False(ParentProcess.IsAlive(int.MaxValue));
    }

    [Fact]
    public async Task A_parent_on_another_machine_is_not_watched()
    {
        var time = new FakeTimeProvider();
        await using var client = TestClient.Connect(time, _ => false);
        await client.RequestAsync("initialize", """{ "processId": 4711, "rootUri": null, "capabilities": {} }""");
        time.Advance(ParentProcess.Interval * 3);
        client.Open("untitled:x", "FROM a AS b\n");
        Assert.Equal(["▷ Build b"], await client.LensesAsync("untitled:x"));
    }
}
