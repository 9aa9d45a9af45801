using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Transport;
using Nerdbank.Streams;

namespace Dockstage.LanguageServer.Tests;

/// <summary>
/// An editor in miniature: a server in this process at the other end of a stream, spoken to in raw frames, so that a test sees exactly
/// what is on the wire. Questions of the server are answered with null unless <see cref="Answers"/> says otherwise.
/// </summary>
internal sealed class TestClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Stream _stream;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly ConcurrentDictionary<string, Channel<JsonObject>> _received = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Lock _writing = new();
    private int _lastId;

    private TestClient(ServerOptions options, IEnumerable<Method> methods)
    {
        var (mine, theirs) = FullDuplexStream.CreatePair(new PipeOptions(pauseWriterThreshold: 0));
        _stream = mine;
        Server = Task.Run(() => LanguageServer.Server.RunAsync(theirs, theirs, options, methods));
        _ = Task.Run(ReadAsync);
    }

    /// <summary>Ends with the server's exit code.</summary>
    public Task<int> Server { get; }

    /// <summary>How questions of the server are answered, by method.</summary>
    public ConcurrentDictionary<string, Func<JsonNode?, JsonNode?>> Answers { get; } = new();

    /// <summary>A server that was not spoken to yet.</summary>
    public static TestClient Connect(TimeProvider? time = null, Func<int, bool>? isAlive = null, IEnumerable<Method>? methods = null) =>
        new(
            new ServerOptions { Version = "1.2.3", Time = time ?? TimeProvider.System, IsAlive = isAlive ?? (_ => true) },
            methods ?? MethodTable.All);

    /// <summary>A server that is initialized.</summary>
    public static async Task<TestClient> StartAsync(
        TestFolder? folder = null,
        string capabilities = "{}",
        string? options = null,
        string? locale = null,
        TimeProvider? time = null,
        IEnumerable<Method>? methods = null,
        Action<TestClient>? prepare = null)
    {
        var client = Connect(time, methods: methods);
        prepare?.Invoke(client);
        var parameters = new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = null,
            ["locale"] = locale,
            ["capabilities"] = JsonNode.Parse(capabilities),
            ["initializationOptions"] = options is null ? null : JsonNode.Parse(options),
            ["workspaceFolders"] = folder is null ? null : new JsonArray(new JsonObject { ["uri"] = folder.Uri, ["name"] = "w" }),
        };
        await client.RequestAsync("initialize", parameters);
        client.Notify("initialized", "{}");
        return client;
    }

    /// <summary>Asks, and waits for the result.</summary>
    public async Task<JsonNode?> RequestAsync(string method, JsonNode? parameters)
    {
        var response = await AskAsync(method, parameters);
        Assert.False(response.ContainsKey("error"), $"{method}: {response.ToJsonString()}");
        return response["result"];
    }

    /// <summary>Asks, and waits for the result.</summary>
    public Task<JsonNode?> RequestAsync(string method, string parameters) => RequestAsync(method, JsonNode.Parse(parameters));

    /// <summary>Asks, and waits for the code of the error.</summary>
    public async Task<int> ErrorAsync(string method, string? parameters)
    {
        var response = await AskAsync(method, parameters is null ? null : JsonNode.Parse(parameters));
        Assert.True(response.ContainsKey("error"), $"{method}: {response.ToJsonString()}");
        return (int)response["error"]!["code"]!;
    }

    /// <summary>Asks, and waits for the whole response.</summary>
    public Task<JsonObject> AskAsync(string method, JsonNode? parameters) => Send(method, parameters, out _);

    /// <summary>Asks; the id can be used to cancel.</summary>
    public Task<JsonObject> Send(string method, JsonNode? parameters, out int id)
    {
        id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id.ToString(CultureInfo.InvariantCulture)] = answer;
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method };
        if (parameters is not null)
            message["params"] = parameters;
        SendFrame(message.ToJsonString());
        return answer.Task.WaitAsync(Patience);
    }

    /// <summary>Tells.</summary>
    public void Notify(string method, string? parameters)
    {
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method };
        if (parameters is not null)
            message["params"] = JsonNode.Parse(parameters);
        SendFrame(message.ToJsonString());
    }

    /// <summary>Opens a document.</summary>
    public void Open(string uri, string text, string language = "dockerfile") =>
        Notify("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = language, ["version"] = 1, ["text"] = text },
        }.ToJsonString());

    /// <summary>Replaces the whole text of a document.</summary>
    public void Replace(string uri, string text, int version = 2) =>
        Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
        }.ToJsonString());

    /// <summary>Closes a document.</summary>
    public void Close(string uri) =>
        Notify("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } }.ToJsonString());

    /// <summary>Says that files changed: 1 created, 2 changed, 3 deleted.</summary>
    public void FileChanged(string uri, int type) =>
        Notify("workspace/didChangeWatchedFiles", new JsonObject
        {
            ["changes"] = new JsonArray(new JsonObject { ["uri"] = uri, ["type"] = type }),
        }.ToJsonString());

    /// <summary>Asks something about the place of the cursor.</summary>
    public Task<JsonNode?> AtAsync(string method, string uri, MarkedFile file, PositionEncoding encoding = PositionEncoding.Utf16)
    {
        var position = SourceText.From(file.Text).PositionAt(file.Cursor!.Value, encoding);
        return RequestAsync(method, Place(uri, position.Line, position.Character));
    }

    /// <summary>The stages that completion offers at the cursor, which stands in a document that the server knows.</summary>
    public async Task<string[]> LabelsAsync(string uri, MarkedFile file)
    {
        var list = await AtAsync("textDocument/completion", uri, file);
        return list is null ? [] : [.. list["items"]!.AsArray().Select(item => (string)item!["label"]!)];
    }

    /// <summary>The titles of a document's build lenses: the shortest way to see which text the server has.</summary>
    public async Task<string[]> LensesAsync(string uri)
    {
        var lenses = await RequestAsync("textDocument/codeLens", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        return lenses is null ? [] : [.. lenses.AsArray().Select(lens => (string)lens!["command"]!["title"]!).Where(title => title.StartsWith('▷'))];
    }

    /// <summary>The codes of the next diagnostics that are published for a document.</summary>
    public async Task<string[]> PublishedAsync(string uri) =>
        [.. (await PublicationAsync(uri))["diagnostics"]!.AsArray().Select(item => (string)item!["code"]!)];

    /// <summary>The next publication for a document; those for others are dropped.</summary>
    public async Task<JsonNode> PublicationAsync(string uri)
    {
        while (true)
        {
            var parameters = await NextAsync("textDocument/publishDiagnostics");
            if ((string)parameters!["uri"]! == uri)
                return parameters;
        }
    }

    /// <summary>Waits for the next notification or question with this method.</summary>
    /// <returns>Its parameters.</returns>
    public async Task<JsonNode?> NextAsync(string method)
    {
        using var timeout = new CancellationTokenSource(Patience);
        return (await Received(method).Reader.ReadAsync(timeout.Token))["params"];
    }

    /// <summary>Whether something with this method has come that nobody has asked for yet.</summary>
    public bool HasReceived(string method) => Received(method).Reader.TryPeek(out _);

    /// <summary>The code of the next error that answers none of this client's own requests.</summary>
    /// <param name="id">The id that it must carry; null for JSON's null.</param>
    public async Task<int> NextErrorWithoutIdAsync(JsonNode? id = null)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var message = await Received("").Reader.ReadAsync(timeout.Token);
        Assert.True(JsonNode.DeepEquals(id, message["id"]), message.ToJsonString());
        return (int)message["error"]!["code"]!;
    }

    /// <summary>Sends one frame.</summary>
    public void SendFrame(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        SendBytes([.. Encoding.ASCII.GetBytes($"Content-Length: {bytes.Length}\r\n\r\n"), .. bytes]);
    }

    /// <summary>Sends bytes as they are.</summary>
    public void SendBytes(byte[] bytes)
    {
        lock (_writing)
        {
            _stream.Write(bytes);
            _stream.Flush();
        }
    }

    /// <summary>The end of the input.</summary>
    /// <summary>Whether the server has sent a message in which certain words stand.</summary>
    public bool HasSaid(string words) => _said.Any(message => message.Contains(words, StringComparison.Ordinal));

    public void HangUp() => _stream.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (!Server.IsCompleted)
            HangUp();
        await Server.WaitAsync(Patience);
    }

    public static JsonObject Place(string uri, int line, int character) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
    };

    private Channel<JsonObject> Received(string method) => _received.GetOrAdd(method, _ => Channel.CreateUnbounded<JsonObject>());

    private async Task ReadAsync()
    {
        var frames = new FrameReader(PipeReader.Create(_stream));
        try
        {
            while (await frames.ReadAsync(CancellationToken.None) is { Problem: null } frame)
                Take(JsonNode.Parse(frame.Body)!.AsObject());
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is closed.
        }
    }

    private void Take(JsonObject message)
    {
        _said.Enqueue(message.ToJsonString());
        var id = message["id"]?.ToJsonString();
        var method = (string?)message["method"];
        if (method is null)
        {
            if (id is not null && _waiting.TryRemove(id, out var answer))
                answer.SetResult(message);
            else
                Received("").Writer.TryWrite(message);
            return;
        }

        Received(method).Writer.TryWrite(message);
        if (id is null)
            return;
        var result = Answers.TryGetValue(method, out var answerTo) ? answerTo(message["params"]) : null;
        SendFrame(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = message["id"]!.DeepClone(), ["result"] = result }.ToJsonString());
    }
}
