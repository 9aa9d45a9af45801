using System.Text.Json.Nodes;

namespace Dockstage.LanguageServer.Tests;

public class CodeActionTests
{
    private const string Uri = "untitled:Dockerfile";

    private const string Modern = """
        {
            "workspace": { "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"], "changeAnnotationSupport": {} } },
            "textDocument": { "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "source.fixAll"] } },
                "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit"] } } }
        }
        """;

    private const string Plain = """
        { "textDocument": { "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } } } }
        """;

    [Fact]
    public async Task The_list_comes_without_edits_and_the_chosen_one_gets_its_edit()
    {
        await using var client = await StartAsync(Modern, "FROM alpine AS Build\nFROM build\nCOPY --from=BUILD / /\n");
        var actions = await ActionsAsync(client, "0:17-0:17");
        Assert.Equal(
            ["quickfix* Name the stage 'build' everywhere", "quickfix Silence StageNameCasing in this file (# check=skip)",
             "source.fixAll.dockstage Fix everything that Dockstage can fix safely"],
            actions.Select(Shown));
        Assert.All(actions, action => Assert.Null(action["edit"]));
        var diagnostic = Assert.Single(actions[0]["diagnostics"]!.AsArray())!;
        Assert.Equal("StageNameCasing", (string?)diagnostic["code"]);
        Assert.Equal("0:15-0:20", Range(diagnostic["range"]!));

        var chosen = (await client.RequestAsync("codeAction/resolve", actions[0].DeepClone()))!;
        Assert.Equal(Shown(actions[0]), Shown(chosen));
        var change = Assert.Single(chosen["edit"]!["documentChanges"]!.AsArray())!;
        Assert.Equal($$"""{"uri":"{{Uri}}","version":1}""", change["textDocument"]!.ToJsonString());
        Assert.Equal(["0:15-0:20 build", "2:12-2:17 build"], Edits(change["edits"]!));
        Assert.All(change["edits"]!.AsArray(), edit => Assert.Equal("fix", (string?)edit!["annotationId"]));
        Assert.Equal(
            """{"label":"Name the stage \u0027build\u0027 everywhere","needsConfirmation":false}""",
            chosen["edit"]!["changeAnnotations"]!["fix"]!.ToJsonString());
    }

    [Fact]
    public async Task A_client_that_does_not_ask_later_gets_the_edits_at_once()
    {
        await using var client = await StartAsync(Plain, "FROM alpine as a\n");
        var actions = await ActionsAsync(client, "0:12-0:14");
        Assert.Equal(
            ["quickfix Change to 'AS'", "quickfix Silence FromAsCasing in this file (# check=skip)",
             "source.fixAll.dockstage Fix everything that Dockstage can fix safely"],
            actions.Select(Shown));
        Assert.Equal(["0:12-0:14 AS"], Edits(actions[0]["edit"]!["changes"]![Uri]!));
        Assert.Equal(["0:0-0:0 # check=skip=FromAsCasing\n"], Edits(actions[1]["edit"]!["changes"]![Uri]!));
        Assert.Equal(["0:12-0:14 AS"], Edits(actions[2]["edit"]!["changes"]![Uri]!));
        Assert.All(actions, action => Assert.Null(action["data"]));
    }

    [Theory]
    [InlineData("""["source.fixAll.dockstage"]""", 1)]
    [InlineData("""["source.fixAll"]""", 1)]
    [InlineData("""["source"]""", 1)]
    [InlineData("""[""]""", 3)]
    [InlineData("""["quickfix"]""", 2)]
    [InlineData("""["source.organizeImports", "refactor", "source.fix", "source.fixAll.dockstage.more"]""", 0)]
    public async Task Only_the_kinds_that_are_wanted_are_offered(string only, int count)
    {
        await using var client = await StartAsync(Modern, "FROM alpine as a\n");
        Assert.Equal(count, (await ActionsAsync(client, "0:13-0:13", only)).Count);
    }

    [Fact]
    public async Task On_saving_everything_safe_is_fixed_wherever_the_cursor_is()
    {
        await using var client = await StartAsync(Modern, "FROM alpine as Build\nrun true\nRUNN x\n\n");
        var action = Assert.Single(await ActionsAsync(client, "3:0-3:0", """["source.fixAll.dockstage"]""", "[]"));
        var fixedAll = (await client.RequestAsync("codeAction/resolve", action.DeepClone()))!;
        Assert.Equal(["0:12-0:14 AS", "0:15-0:20 build", "1:0-1:3 RUN"], Edits(fixedAll["edit"]!["documentChanges"]![0]!["edits"]!));
    }

    [Fact]
    public async Task When_nothing_is_safe_to_fix_there_is_no_action_on_saving()
    {
        await using var client = await StartAsync(Modern, "FROM alpine\nRUNN x\n");
        Assert.Empty(await ActionsAsync(client, "0:0-0:0", """["source.fixAll"]"""));
    }

    [Fact]
    public async Task Findings_of_others_may_have_any_shape_and_get_nothing()
    {
        await using var client = await StartAsync(Modern, "FROM alpine as a\n");
        Assert.Empty(await ActionsAsync(client, "0:13-0:13", diagnostics: """
            [{ "message": "x", "code": 1, "source": "other" }, { "message": "x", "code": { "value": "FromAsCasing", "target": "y:" } },
             { "message": "x", "code": "FromAsCasing", "source": "docker" }, 7]
            """));
    }

    [Fact]
    public async Task Where_nothing_is_found_nothing_is_offered()
    {
        await using var client = await StartAsync(Modern, "FROM alpine as a\n");
        Assert.Empty(await ActionsAsync(client, "0:0-0:4"));
    }

    [Fact]
    public async Task A_fix_whose_finding_is_gone_is_an_error_for_people()
    {
        await using var client = await StartAsync(Modern, "FROM alpine as a\n");
        var actions = await ActionsAsync(client, "0:13-0:13");
        client.Replace(Uri, "FROM alpine AS a\n");
        var error = (await client.AskAsync("codeAction/resolve", actions[0].DeepClone()))["error"]!;
        Assert.Equal(-32801, (int?)error["code"]);
        Assert.Equal("The text has changed since; ask for the fixes again.", (string?)error["message"]);
    }

    [Theory]
    [InlineData("""{ "title": "x" }""")]
    [InlineData("""{ "title": "x", "data": { "other": 1 } }""")]
    [InlineData("""{ "title": "x", "data": [7] }""")]
    public async Task An_action_that_is_not_ours_stays_as_it_is(string action)
    {
        await using var client = await StartAsync(Modern, "FROM alpine\n");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(action), await client.RequestAsync("codeAction/resolve", action)));
    }

    [Fact]
    public async Task A_missing_Dockerfile_is_made_by_a_client_that_can()
    {
        using var folder = new TestFolder();
        folder.Write("compose.yaml", "services:\n  web:\n    build: {context: ., dockerfile: my dir/prod.df, target: run}\n");
        await using var client = await TestClient.StartAsync(folder, Modern);
        var action = Assert.Single(await ActionsOnDiskAsync(client, folder));
        Assert.Equal("quickfix Create my dir/prod.df", Shown(action));
        var edit = (await client.RequestAsync("codeAction/resolve", action.DeepClone()))!["edit"]!;
        var changes = edit["documentChanges"]!.AsArray();
        var uri = (string)changes[0]!["uri"]!;
        Assert.EndsWith("/my%20dir/prod.df", uri, StringComparison.Ordinal);
        Assert.Equal("create", (string?)changes[0]!["kind"]);
        Assert.Equal($$"""{"uri":"{{uri}}","version":null}""", changes[1]!["textDocument"]!.ToJsonString());
        Assert.Equal(["0:0-0:0 FROM scratch AS run\n"], Edits(changes[1]!["edits"]!));
    }

    [Fact]
    public async Task A_client_that_cannot_make_files_is_not_offered_one()
    {
        using var folder = new TestFolder();
        folder.Write("compose.yaml", "services:\n  web:\n    build: {context: ., dockerfile: prod.df}\n");
        await using var client = await TestClient.StartAsync(folder, Plain);
        Assert.Empty(await ActionsOnDiskAsync(client, folder));
    }

    [Fact]
    public async Task It_is_announced_with_its_kinds_to_clients_that_know_actions()
    {
        await using var modern = TestClient.Connect();
        var provider = (await InitializeAsync(modern, Modern))["codeActionProvider"]!;
        Assert.Equal("""["quickfix","source.fixAll.dockstage"]""", provider["codeActionKinds"]!.ToJsonString());
        Assert.True((bool?)provider["resolveProvider"]);
        await using var old = TestClient.Connect();
        Assert.Null((await InitializeAsync(old, "{}"))["codeActionProvider"]);
    }

    [Fact]
    public async Task About_a_document_that_is_not_known_there_is_nothing_to_do()
    {
        await using var client = await StartAsync(Modern, "FROM alpine\n");
        Assert.Null(await client.RequestAsync("textDocument/codeAction", Question("file:///no/such/Dockerfile", "0:0-0:0", null, "[]")));
    }

    private static async Task<JsonNode> InitializeAsync(TestClient client, string capabilities) =>
        (await client.RequestAsync("initialize", $$"""{ "processId": null, "rootUri": null, "capabilities": {{capabilities}} }"""))!["capabilities"]!;

    private static async Task<TestClient> StartAsync(string capabilities, string text)
    {
        var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, text);
        return client;
    }

    /// <summary>What is offered for everything that is found in the folder's compose file.</summary>
    private static async Task<List<JsonNode>> ActionsOnDiskAsync(TestClient client, TestFolder folder)
    {
        var uri = folder.UriOf("compose.yaml");
        var published = await client.PublicationAsync(uri);
        var answer = await client.RequestAsync("textDocument/codeAction", Question(uri, "0:0-9:0", null, published["diagnostics"]!.ToJsonString()));
        return [.. answer!.AsArray().Select(action => action!)];
    }

    /// <summary>What is offered; the client shows what was published last, unless told otherwise.</summary>
    private static async Task<List<JsonNode>> ActionsAsync(TestClient client, string range, string? only = null, string? diagnostics = null)
    {
        diagnostics ??= (await client.PublicationAsync(Uri))["diagnostics"]!.ToJsonString();
        var answer = await client.RequestAsync("textDocument/codeAction", Question(Uri, range, only, diagnostics));
        return [.. answer!.AsArray().Select(action => action!)];
    }

    private static JsonNode Question(string uri, string range, string? only, string diagnostics)
    {
        var numbers = range.Split(':', '-').Select(int.Parse).ToArray();
        return JsonNode.Parse($$"""
            {
                "textDocument": { "uri": "{{uri}}" },
                "range": {
                    "start": { "line": {{numbers[0]}}, "character": {{numbers[1]}} }, "end": { "line": {{numbers[2]}}, "character": {{numbers[3]}} } },
                "context": { "diagnostics": {{diagnostics}}{{(only is null ? "" : ", \"only\": " + only)}} }
            }
            """)!;
    }

    private static string Shown(JsonNode action) =>
        $"{action["kind"]}{((bool?)action["isPreferred"] == true ? "*" : "")} {action["title"]}";

    private static IEnumerable<string> Edits(JsonNode edits) => edits.AsArray().Select(edit => $"{Range(edit!["range"]!)} {edit["newText"]}");

    private static string Range(JsonNode range) =>
        $"{range["start"]!["line"]}:{range["start"]!["character"]}-{range["end"]!["line"]}:{range["end"]!["character"]}";
}
