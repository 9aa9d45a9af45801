using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Tests;

public class DispatchTests
{
    private const string AnyPlace = """{ "textDocument": { "uri": "untitled:x" }, "position": { "line": 0, "character": 0 } }""";

    [Fact]
    public async Task A_slow_read_holds_nobody_up()
    {
        var release = new TaskCompletionSource();
        await using var client = await StartAsync(async (_, _) =>
        {
            await release.Task;
            return Hover("slow");
        });
        var slow = client.AskAsync("test/read", JsonNode.Parse(AnyPlace));
        client.Open("untitled:x", "FROM a AS meanwhile\n");
        Assert.Equal(["▷ Build meanwhile"], await client.LensesAsync("untitled:x"));
        Assert.False(slow.IsCompleted);
        release.SetResult();
        Assert.Equal("slow", (string?)(await slow)["result"]!["contents"]!["value"]);
    }

    [Fact]
    public async Task A_read_answers_about_the_text_at_its_turn()
    {
        var release = new TaskCompletionSource();
        await using var client = await StartAsync(async (request, _) =>
        {
            await release.Task;
            return Hover(request.State.Open.Values.Single().Document.Text.ToString());
        });
        client.Open("untitled:x", "before");
        var read = client.AskAsync("test/read", JsonNode.Parse(AnyPlace));
        client.Replace("untitled:x", "after");
        // The answer to a later request says that the change has been made.
        await client.LensesAsync("untitled:x");
        release.SetResult();
        Assert.Equal("before", (string?)(await read)["result"]!["contents"]!["value"]);
    }

    [Fact]
    public async Task Nothing_starts_before_the_mutation_ahead_of_it_has_ended()
    {
        var events = new ConcurrentQueue<string>();
        await using var client = await StartAsync(
            (_, _) =>
            {
                events.Enqueue("read");
                return Task.FromResult<Hover?>(null);
            },
            async (_, _) =>
            {
                events.Enqueue("mutation begins");
                await Task.Delay(20, CancellationToken.None);
                events.Enqueue("mutation ends");
                return null;
            });
        Task[] all =
        [
            client.AskAsync("test/mutation", JsonNode.Parse(AnyPlace)),
            client.AskAsync("test/mutation", JsonNode.Parse(AnyPlace)),
            client.AskAsync("test/read", JsonNode.Parse(AnyPlace)),
        ];
        await Task.WhenAll(all);
        Assert.Equal(["mutation begins", "mutation ends", "mutation begins", "mutation ends", "read"], events);
    }

    [Fact]
    public async Task Changes_are_made_in_the_order_in_which_they_came()
    {
        await using var client = await TestClient.StartAsync();
        client.Open("untitled:x", "");
        for (var i = 0; i < 200; i++)
            client.Replace("untitled:x", $"FROM a AS s{i}\n", i);
        Assert.Equal(["▷ Build s199"], await client.LensesAsync("untitled:x"));
    }

    [Fact]
    public async Task A_cancelled_request_is_answered_with_RequestCancelled()
    {
        var started = new TaskCompletionSource();
        await using var client = await StartAsync(async (_, cancellationToken) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        });
        var answer = client.Send("test/read", JsonNode.Parse(AnyPlace), out var id);
        await started.Task;
        client.Notify("$/cancelRequest", $$"""{ "id": {{id}} }""");
        Assert.Equal(-32800, (int)(await answer)["error"]!["code"]!);
    }

    [Fact]
    public async Task Cancelling_what_is_unknown_or_done_does_nothing()
    {
        await using var client = await TestClient.StartAsync();
        client.Open("untitled:x", "FROM a AS b\n");
        client.Notify("$/cancelRequest", """{ "id": 12345 }""");
        client.Notify("$/cancelRequest", """{ "id": "no such" }""");
        client.Notify("$/cancelRequest", "{}");
        client.Notify("$/cancelRequest", null);
        Assert.Equal(["▷ Build b"], await client.LensesAsync("untitled:x"));
    }

    [Fact]
    public async Task A_fault_in_one_request_is_its_answer_and_a_line_in_the_log_and_the_next_is_answered()
    {
        await using var client = await StartAsync(
            (_, _) => throw new InvalidOperationException("a bug"),
            (_, _) => throw new InvalidOperationException("another bug"));
        Assert.Equal(-32603, await client.ErrorAsync("test/read", AnyPlace));
        Assert.Contains("a bug", (string?)(await client.NextAsync("window/logMessage"))!["message"]);
        Assert.Equal(-32603, await client.ErrorAsync("test/mutation", AnyPlace));
        client.Open("untitled:x", "FROM a AS b\n");
        Assert.Equal(["▷ Build b"], await client.LensesAsync("untitled:x"));
    }

    [Fact]
    public async Task A_fault_on_the_way_to_the_handler_is_an_answer_too()
    {
        await using var client = await TestClient.StartAsync(
            methods: MethodTable.All.Append(new Unreadable()));
        Assert.Equal(-32603, await client.ErrorAsync("test/unreadable", AnyPlace));
        Assert.Contains("cannot be read", (string?)(await client.NextAsync("window/logMessage"))!["message"]);
        client.Open("untitled:x", "FROM a AS b\n");
        Assert.Equal(["▷ Build b"], await client.LensesAsync("untitled:x"));
    }

    [Fact]
    public async Task A_client_that_traces_is_told_how_long_things_took()
    {
        await using var client = await TestClient.StartAsync();
        client.Notify("$/setTrace", """{ "value": "messages" }""");
        await client.LensesAsync("untitled:x");
        Assert.Matches(@" ms$", (string?)(await client.NextAsync("$/logTrace"))!["message"]);
    }

    [Fact]
    public void Every_method_stands_in_the_table_once() =>
        Assert.Distinct(MethodTable.All.Select(method => method.Name));

    [Fact]
    public void Every_message_has_a_type_of_its_own() =>
        Assert.Distinct(MethodTable.All.Select(method => method.RequestType));

    [Fact]
    public void Every_answer_is_a_class_because_MediatR_fails_with_structs_in_the_native_binary() =>
        Assert.All(MethodTable.All, method => Assert.False(method.ResultType.IsValueType));

    [Fact]
    public void Every_handler_in_this_assembly_stands_in_the_table()
    {
        var handlers = typeof(MethodTable).Assembly.GetTypes()
            .Where(type => !type.IsAbstract)
            .SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(type => type.GetGenericArguments()[0]);
        Assert.Equal(MethodTable.All.Select(method => method.RequestType).ToHashSet(), handlers.ToHashSet());
    }

    private static Hover Hover(string text) => new() { Contents = new MarkupContent { Kind = MarkupKind.PlainText, Value = text } };

    /// <summary>A server whose hover and definition are replaced by a read and a mutation of the test's own.</summary>
    private static Task<TestClient> StartAsync(
        Func<Request<HoverParams, Hover>, CancellationToken, Task<Hover?>> read,
        Func<Request<DefinitionParams, Hover>, CancellationToken, Task<Hover?>>? mutation = null)
    {
        var methods = MethodTable.All
            .Where(method => method.Name is not ("textDocument/hover" or "textDocument/definition"))
            .Append(new Method<HoverParams, Hover>("test/read", Handling.Read, _ => new Handler<HoverParams>(read)));
        if (mutation is not null)
            methods = methods.Append(new Method<DefinitionParams, Hover>("test/mutation", Handling.Mutation, _ => new Handler<DefinitionParams>(mutation)));
        return TestClient.StartAsync(methods: methods);
    }

    /// <summary>A method that fails before its handler is asked.</summary>
    private sealed class Unreadable() : Method("test/unreadable", Handling.Read)
    {
        public override Type RequestType => typeof(object);

        public override Type ResultType => typeof(object);

        public override void Register(HandlerFactory handlers, Server server)
        {
        }

        public override Task<object?> SendAsync(
            IMediator mediator, System.Text.Json.JsonElement parameters, Session.SessionState state, CancellationToken cancellationToken) =>
            throw new NotSupportedException("cannot be read");
    }

    private sealed class Handler<TParams>(Func<Request<TParams, Hover>, CancellationToken, Task<Hover?>> answer)
        : IRequestHandler<Request<TParams, Hover>, Hover?>
        where TParams : class
    {
        public Task<Hover?> Handle(Request<TParams, Hover> request, CancellationToken cancellationToken) => answer(request, cancellationToken);
    }
}
