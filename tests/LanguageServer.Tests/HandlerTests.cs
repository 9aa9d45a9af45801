using System.Text.Json.Nodes;

namespace Dockstage.LanguageServer.Tests;

public class HandlerTests
{
    private const string Uri = "untitled:Dockerfile";

    [Fact]
    public async Task Definition_is_a_link_whose_selection_is_the_name_where_the_client_knows_links()
    {
        var links = await DefinitionAsync("""{ "textDocument": { "definition": { "linkSupport": true } } }""");
        var link = Assert.Single(links.AsArray())!;
        Assert.Equal(Uri, (string?)link["targetUri"]);
        Assert.Equal("1:5-1:10", Range(link["originSelectionRange"]!));
        Assert.Equal("0:0-0:20", Range(link["targetRange"]!));
        Assert.Equal("0:15-0:20", Range(link["targetSelectionRange"]!));
    }

    [Fact]
    public async Task Definition_is_the_place_of_the_name_where_it_does_not()
    {
        var location = Assert.Single((await DefinitionAsync("{}")).AsArray())!;
        Assert.Equal(Uri, (string?)location["uri"]);
        Assert.Equal("0:15-0:20", Range(location["range"]!));
    }

    [Fact]
    public async Task Completion_keeps_our_order_and_replaces_the_word()
    {
        var item = await CompletionAsync("{}");
        Assert.Equal("0000", (string?)item["sortText"]);
        Assert.Equal("1:5-1:9", Range(item["textEdit"]!["range"]!));
        Assert.Equal("build", (string?)item["textEdit"]!["newText"]);
        Assert.Equal("alpine", (string?)item["detail"]);
    }

    [Fact]
    public async Task Completion_tells_inserting_from_replacing_where_the_client_does()
    {
        var item = await CompletionAsync(
            """{ "textDocument": { "completion": { "completionItem": { "insertReplaceSupport": true, "labelDetailsSupport": true } } } }""");
        Assert.Equal("1:5-1:7", Range(item["textEdit"]!["insert"]!));
        Assert.Equal("1:5-1:9", Range(item["textEdit"]!["replace"]!));
        Assert.Equal("alpine", (string?)item["labelDetails"]!["description"]);
        Assert.Null(item["detail"]);
    }

    [Fact]
    public async Task What_all_items_share_is_said_once_where_the_client_understands_that()
    {
        var file = Markup.ParseOne("FROM alpine AS build\nFROM bu<|>ld\n");
        await using var client = await TestClient.StartAsync(capabilities: """
            { "textDocument": { "completion": {
                "completionItem": { "insertReplaceSupport": true, "labelDetailsSupport": true },
                "completionList": { "itemDefaults": ["editRange", "data"] } } } }
            """);
        client.Open(Uri, file.Text);
        var list = (await client.AtAsync("textDocument/completion", Uri, file))!;
        Assert.Equal("1:5-1:7", Range(list["itemDefaults"]!["editRange"]!["insert"]!));
        Assert.Equal("1:5-1:9", Range(list["itemDefaults"]!["editRange"]!["replace"]!));
        var item = Assert.Single(list["items"]!.AsArray())!.DeepClone().AsObject();
        Assert.Equal("""{"label":"build","labelDetails":{"description":"alpine"},"kind":18,"sortText":"0000"}""", item.ToJsonString());

        // LSP: the client puts the default data into the item that it sends back.
        item["data"] = list["itemDefaults"]!["data"]!.DeepClone();
        var resolved = (await client.RequestAsync("completionItem/resolve", item))!;
        Assert.Contains("`alpine ← build`", (string?)resolved["documentation"]!["value"]);
    }

    [Fact]
    public async Task A_default_range_goes_with_what_is_written_where_that_is_not_the_label()
    {
        await using var client = await TestClient.StartAsync(
            capabilities: """{ "textDocument": { "completion": { "completionList": { "itemDefaults": ["editRange"] } } } }""");
        client.Open("untitled:/w/Dockerfile", "FROM alpine AS build\n");
        client.Open("untitled:/w/compose.yaml", "services:\n  web:\n    build:\n      context: .\n      target:\n", "dockercompose");
        var place = TestClient.Place("untitled:/w/compose.yaml", 4, "      target:".Length);
        var list = (await client.RequestAsync("textDocument/completion", place))!;
        var item = Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal("4:13-4:13", Range(list["itemDefaults"]!["editRange"]!));
        Assert.Equal(" build", (string?)item["textEditText"]);
        Assert.NotNull(item["data"]);
        Assert.Null(item["textEdit"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "textDocument": { "completion": { "completionItem": { "insertReplaceSupport": true } } } }""")]
    public async Task An_item_comes_back_as_it_was_with_its_description(string capabilities)
    {
        var file = Markup.ParseOne("FROM alpine AS build\nFROM bu<|>ld\n");
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, file.Text);
        var item = Assert.Single((await client.AtAsync("textDocument/completion", Uri, file))!["items"]!.AsArray())!;
        var resolved = (await client.RequestAsync("completionItem/resolve", item.DeepClone().AsObject()))!;
        Assert.Contains("`alpine ← build`", (string?)resolved["documentation"]!["value"]);
        resolved.AsObject().Remove("documentation");
        Assert.Equal(item.ToJsonString(), resolved.ToJsonString());
    }

    [Theory]
    [InlineData(true, "0:15-0:20 1:5-1:10")]
    [InlineData(false, "1:5-1:10")]
    public async Task References_are_locations_with_or_without_the_declaration(bool includesDeclaration, string expected)
    {
        await using var client = await TestClient.StartAsync();
        client.Open(Uri, "FROM alpine AS build\nFROM build\n");
        var parameters = TestClient.Place(Uri, 1, 6);
        parameters["context"] = new JsonObject { ["includeDeclaration"] = includesDeclaration };
        var locations = (await client.RequestAsync("textDocument/references", parameters))!.AsArray();
        Assert.All(locations, location => Assert.Equal(Uri, (string?)location!["uri"]));
        Assert.Equal(expected, string.Join(' ', locations.Select(location => Range(location!["range"]!))));
    }

    [Fact]
    public async Task A_highlight_tells_the_declaration_from_its_uses()
    {
        await using var client = await TestClient.StartAsync();
        client.Open(Uri, "FROM alpine AS build\nFROM build\n");
        var highlights = (await client.RequestAsync("textDocument/documentHighlight", TestClient.Place(Uri, 1, 6)))!.AsArray();
        Assert.Equal(["3 0:15-0:20", "2 1:5-1:10"], highlights.Select(one => $"{one!["kind"]} {Range(one["range"]!)}"));
    }

    [Fact]
    public async Task A_rename_is_prepared_with_the_place_and_the_name_as_written()
    {
        await using var client = await TestClient.StartAsync();
        client.Open(Uri, "FROM alpine AS Build\nFROM build\n");
        var ready = (await client.RequestAsync("textDocument/prepareRename", TestClient.Place(Uri, 0, 17)))!;
        Assert.Equal("0:15-0:20", Range(ready["range"]!));
        Assert.Equal("Build", (string?)ready["placeholder"]);
    }

    [Theory]
    [InlineData("textDocument/prepareRename", 0, 7, "fine", "'alpine' is an image or a named context, not a stage of this Dockerfile.")]
    [InlineData("textDocument/rename", 0, 7, "fine", "'alpine' is an image or a named context, not a stage of this Dockerfile.")]
    [InlineData("textDocument/rename", 1, 7, "scratch", "'scratch' is reserved and cannot be the name of a stage.")]
    public async Task A_rename_that_cannot_be_done_is_an_error_for_people(string method, int line, int character, string newName, string message)
    {
        await using var client = await TestClient.StartAsync();
        client.Open(Uri, "FROM alpine AS build\nFROM build\n");
        var parameters = TestClient.Place(Uri, line, character);
        parameters["newName"] = newName;
        var error = (await client.AskAsync(method, parameters))["error"]!;
        Assert.Equal(-32803, (int?)error["code"]);
        Assert.Equal(message, (string?)error["message"]);
    }

    [Fact]
    public async Task A_rename_gives_plain_changes_to_a_client_that_knows_no_versions()
    {
        var edit = await RenameAsync("{}");
        Assert.Null(edit["documentChanges"]);
        Assert.Null(edit["changeAnnotations"]);
        var edits = edit["changes"]![Uri]!.AsArray();
        Assert.Equal(["0:15-0:20 tools", "1:5-1:10 tools"], edits.Select(one => $"{Range(one!["range"]!)} {one["newText"]}"));
    }

    [Fact]
    public async Task A_rename_is_meant_for_the_version_that_is_open_and_says_what_it_does()
    {
        var edit = await RenameAsync("""{ "workspace": { "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": {} } } }""");
        Assert.Null(edit["changes"]);
        var change = Assert.Single(edit["documentChanges"]!.AsArray())!;
        Assert.Equal($$"""{"uri":"{{Uri}}","version":1}""", change["textDocument"]!.ToJsonString());
        Assert.All(change["edits"]!.AsArray(), one => Assert.Equal("rename", (string?)one!["annotationId"]));
        Assert.Equal(
            """{"label":"Rename stage build to Tools","needsConfirmation":false}""", edit["changeAnnotations"]!["rename"]!.ToJsonString());
    }

    [Fact]
    public async Task A_rename_without_annotations_has_none()
    {
        var edit = await RenameAsync("""{ "workspace": { "workspaceEdit": { "documentChanges": true } } }""");
        Assert.Null(edit["changeAnnotations"]);
        Assert.Null(edit["documentChanges"]![0]!["edits"]![0]!["annotationId"]);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{ "workspace": { "fileOperations": { "willRename": true } } }""", true)]
    public async Task Clients_that_rename_files_are_told_to_ask_before(string capabilities, bool areTold)
    {
        await using var client = TestClient.Connect();
        var result = (await client.RequestAsync("initialize", $$"""{ "processId": null, "rootUri": null, "capabilities": {{capabilities}} }"""))!;
        var told = result["capabilities"]!["workspace"]!["fileOperations"];
        Assert.Equal(areTold ? """{"willRename":{"filters":[{"pattern":{"glob":"**/*"}}]}}""" : null, told?.ToJsonString());
    }

    [Fact]
    public async Task A_file_that_is_to_be_renamed_is_renamed_in_open_text_for_its_version()
    {
        const string compose = "file:///nowhere/compose.yaml";
        await using var client = await TestClient.StartAsync(
            capabilities: """{ "workspace": { "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": {} } } }""");
        client.Open(compose, "services:\n  web:\n    build: ./api\n", "dockercompose");
        var renamed = new JsonObject { ["oldUri"] = "file:///nowhere/api", ["newUri"] = "file:///nowhere/b%20c" };
        var edit = (await client.RequestAsync("workspace/willRenameFiles", new JsonObject { ["files"] = new JsonArray(renamed) }))!;
        var change = Assert.Single(edit["documentChanges"]!.AsArray())!;
        Assert.Equal($$"""{"uri":"{{compose}}","version":1}""", change["textDocument"]!.ToJsonString());
        var only = Assert.Single(change["edits"]!.AsArray())!;
        Assert.Equal(("2:11-2:16", "./b c", "renameFiles"), (Range(only["range"]!), (string?)only["newText"], (string?)only["annotationId"]));
        Assert.Equal("Correct the paths to what is renamed or moved", (string?)edit["changeAnnotations"]!["renameFiles"]!["label"]);
    }

    [Fact]
    public async Task The_outline_is_a_tree_where_the_client_knows_trees()
    {
        var outline = await OutlineAsync("""{ "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } } }""");
        var stage = Assert.Single(outline.AsArray())!;
        Assert.Equal("build", (string?)stage["name"]);
        Assert.Equal("0:0-1:8", Range(stage["range"]!));
        Assert.Equal("0:15-0:20", Range(stage["selectionRange"]!));
        var child = Assert.Single(stage["children"]!.AsArray())!;
        Assert.Equal("RUN", (string?)child["name"]);
        Assert.Null(child["children"]);
    }

    [Fact]
    public async Task The_outline_is_a_list_where_it_does_not()
    {
        var outline = (await OutlineAsync("{}")).AsArray();
        Assert.Equal(["build", "RUN"], outline.Select(item => (string?)item!["name"]));
        Assert.Null(outline[0]!["containerName"]);
        Assert.Equal("build", (string?)outline[1]!["containerName"]);
        Assert.Equal(Uri, (string?)outline[1]!["location"]!["uri"]);
    }

    [Theory]
    [InlineData("{}", """[{"startLine":0,"endLine":1,"kind":"comment"},{"startLine":2,"endLine":4,"kind":"region"},{"startLine":3,"endLine":4}]""")]
    [InlineData("""{ "textDocument": { "foldingRange": { "rangeLimit": 1 } } }""", """[{"startLine":0,"endLine":1,"kind":"comment"}]""")]
    public async Task Folding_ranges_are_as_many_as_the_client_wants(string capabilities, string expected)
    {
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, "# a\n# b\nFROM alpine\nRUN a \\\n  b\n");
        Assert.Equal(expected, (await AskAboutAsync(client, "textDocument/foldingRange"))!.ToJsonString());
    }

    [Fact]
    public async Task Semantic_tokens_are_relative_and_speak_the_legend()
    {
        await using var client = await TestClient.StartAsync();
        client.Open(Uri, "FROM alpine AS build\nFROM build\nARG X\n");
        var tokens = await AskAboutAsync(client, "textDocument/semanticTokens/full");
        Assert.Equal("[0,5,6,1,0,0,10,5,0,1,1,5,5,0,0,1,4,1,2,1]", tokens!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Workspace_symbols_have_a_place()
    {
        await using var client = await TestClient.StartAsync();
        client.Open(Uri, "FROM alpine AS build\n");
        var symbol = Assert.Single((await client.RequestAsync("workspace/symbol", """{ "query": "BUI" }"""))!.AsArray())!;
        Assert.Equal("build", (string?)symbol["name"]);
        // Clients show the file themselves.
        Assert.Null(symbol["containerName"]);
        Assert.Equal("0:15-0:20", Range(symbol["location"]!["range"]!));
    }

    [Theory]
    [InlineData("{}", "dockstage.buildCommand")]
    [InlineData("""{ "experimental": { "dockstageCommands": ["other", 5] } }""", "dockstage.buildCommand")]
    [InlineData("""{ "experimental": "none" }""", "dockstage.buildCommand")]
    [InlineData("""{ "experimental": { "dockstageCommands": ["dockstage.buildTarget"] } }""", "dockstage.buildTarget")]
    public async Task A_lens_carries_a_command_that_the_client_can_run(string capabilities, string command)
    {
        await using var client = await TestClient.StartAsync(
            capabilities: capabilities, options: """{ "codeLens": { "references": false, "consumers": false, "status": false } }""");
        client.Open(Uri, "FROM alpine AS build\nFROM build\n");
        var lenses = await client.RequestAsync("textDocument/codeLens", $$"""{ "textDocument": { "uri": "{{Uri}}" } }""");
        Assert.Equal(2, lenses!.AsArray().Count);
        Assert.All(lenses.AsArray(), lens => Assert.Equal(command, (string?)lens!["command"]!["command"]));
        Assert.Equal($$"""[{"dockerfile":"{{Uri}}","stage":"build"}]""", lenses[0]!["command"]!["arguments"]!.ToJsonString());
        Assert.Equal($$"""[{"dockerfile":"{{Uri}}","stage":null}]""", lenses[1]!["command"]!["arguments"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "experimental": { "dockstageCommands": ["dockstage.showReferences"] } }""", "dockstage.showReferences", "")]
    [InlineData("{}", "", "")]
    public async Task A_lens_shows_references_where_the_client_can_and_else_is_text(string capabilities, string references, string status)
    {
        await using var client = await TestClient.StartAsync(
            capabilities: capabilities, options: """{ "codeLens": { "build": false } }""");
        client.Open(Uri, "FROM alpine AS build\nFROM build\n");
        var lenses = (await AskAboutAsync(client, "textDocument/codeLens"))!.AsArray().Select(lens => lens!["command"]!).ToList();
        Assert.Equal(["1 reference", "default target"], lenses.Select(lens => (string?)lens["title"]));
        Assert.Equal([references, status], lenses.Select(lens => (string?)lens["command"]));
        if (references.Length == 0)
            return;
        var argument = lenses[0]["arguments"]![0]!;
        Assert.Equal(Uri, (string?)argument["uri"]);
        Assert.Equal(15, (int?)argument["position"]!["character"]);
        Assert.Equal("1:5-1:10", Range(argument["locations"]![0]!["range"]!));
    }

    [Theory]
    [InlineData("{}", "dockstage.buildCommand")]
    [InlineData("""{ "experimental": { "dockstageCommands": ["dockstage.buildTarget"] } }""", "dockstage.buildTarget")]
    public async Task A_lens_over_a_service_names_its_file_and_itself(string capabilities, string command)
    {
        const string Compose = "file:///x/compose.yaml";
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Compose, "services:\n  web: {build: {target: build}}\n", "dockercompose");
        var lenses = await client.RequestAsync("textDocument/codeLens", $$"""{ "textDocument": { "uri": "{{Compose}}" } }""");
        var lens = Assert.Single(lenses!.AsArray())!;
        Assert.Equal("1:2-1:5", Range(lens["range"]!));
        Assert.Equal("▷ Build web (target build)", (string?)lens["command"]!["title"]);
        Assert.Equal(command, (string?)lens["command"]!["command"]);
        var arguments = lens["command"]!["arguments"]!;
        Assert.Equal($$"""[{"consumer":"{{Compose}}","build":"web"}]""", arguments.ToJsonString());

        // What the lens carries is what our own command takes.
        var built = await client.RequestAsync(
            "workspace/executeCommand", $$"""{ "command": "dockstage.buildCommand", "arguments": {{arguments.ToJsonString()}} }""");
        Assert.Equal("""["docker","compose","-f","compose.yaml","build","web"]""", built!["argv"]!.ToJsonString());
        Assert.Null(built["tag"]);
        Assert.Empty(built["stages"]!.AsArray());

        client.Open("file:///x/Dockerfile", "FROM alpine AS build\n");
        built = await client.RequestAsync(
            "workspace/executeCommand", $$"""{ "command": "dockstage.buildCommand", "arguments": {{arguments.ToJsonString()}} }""");
        Assert.Equal("""[{"name":"web","dockerfile":"file:///x/Dockerfile","stage":"build"}]""", built!["stages"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "consumer": "file:///x/compose.yaml" }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "build": "web" }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///x/Dockerfile", "consumer": "file:///x/compose.yaml", "build": "web" }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "consumer": "file:///x/compose.yaml", "build": "gone" }] }""", -32803)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "consumer": "untitled:compose.yaml", "build": "web" }] }""", -32803)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "stages": [] }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "stages": [{ "dockerfile": "file:///x/Dockerfile", "stage": "gone" }] }] }""", -32803)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///x/Dockerfile", "output": "moon" }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///x/Dockerfile", "progress": "; rm" }] }""", -32602)]
    [InlineData("""{ "command": "rm" }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand" }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [5] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "stage": "build" }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///x/Dockerfile", "engine": "rocket" }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///x/Dockerfile", "shell": "fish" }] }""", -32602)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///no/Dockerfile", "stage": "build" }] }""", -32803)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///x/Dockerfile", "stage": "nope" }] }""", -32803)]
    [InlineData("""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "untitled:Dockerfile", "stage": "build" }] }""", -32803)]
    public async Task A_build_command_that_cannot_be_made_is_an_error(string parameters, int code)
    {
        await using var client = await TestClient.StartAsync();
        client.Open("file:///x/Dockerfile", "FROM alpine AS build\n");
        client.Open("untitled:Dockerfile", "FROM alpine AS build\n");
        client.Open("file:///x/compose.yaml", "services: {web: {build: .}}", "dockercompose");
        Assert.Equal(code, await client.ErrorAsync("workspace/executeCommand", parameters));
    }

    [Fact]
    public async Task Several_stages_are_a_bake_run_over_a_definition_on_its_standard_input()
    {
        await using var client = await TestClient.StartAsync();
        client.Open("file:///x/$%7BHOME%7D/Dockerfile", "FROM alpine AS build\nFROM build\n");
        var answer = await client.RequestAsync("workspace/executeCommand", """
            { "command": "dockstage.buildCommand", "arguments": [{ "engine": "buildx", "noCache": true, "stages": [
              { "dockerfile": "file:///x/$%7BHOME%7D/Dockerfile", "stage": "build" },
              { "dockerfile": "file:///x/$%7BHOME%7D/Dockerfile", "stage": null }] }] }
            """);
        Assert.Equal("""["docker","buildx","bake","-f","-","home-build","home"]""", answer!["argv"]!.ToJsonString());
        var definition = JsonNode.Parse((string)answer["input"]!)!["target"]!;
        Assert.Equal(
            """{"context":".","dockerfile":"Dockerfile","target":"build","tags":["home:build"],"no-cache":true,"output":["type=docker"]}""",
            definition["home-build"]!.ToJsonString());
        Assert.Equal(
            """[{"name":"home-build","dockerfile":"file:///x/$%7BHOME%7D/Dockerfile","stage":"build","tag":"home:build"},"""
            + """{"name":"home","dockerfile":"file:///x/$%7BHOME%7D/Dockerfile","stage":null,"tag":"home:latest"}]""",
            answer["stages"]!.ToJsonString());
    }

    [Fact]
    public async Task Services_are_part_of_that_run_once_their_tool_has_told_of_them()
    {
        await using var client = await TestClient.StartAsync();
        client.Open("file:///x/compose.yaml", "services: {web: {build: .}}", "dockercompose");
        const string Arguments = """
            { "command": "dockstage.buildCommand", "arguments": [{ "engine": "buildx", "defaultPlatform": "linux/386"ANSWERS, "stages": [
              { "consumer": "file:///x/compose.yaml", "build": "web" }] }] }
            """;
        var asked = await client.RequestAsync("workspace/executeCommand", Arguments.Replace("ANSWERS", "", StringComparison.Ordinal));
        Assert.Equal(
            """{"questions":[{"argv":["docker","compose","-f","compose.yaml","--profile","*","config"],"cwd":"/x"}]}""", asked!.ToJsonString());
        var answer = await client.RequestAsync("workspace/executeCommand", Arguments.Replace(
            "ANSWERS", """, "answers": ["name: p\nservices: {web: {build: {context: /x, args: {'a$${b}': '%{c}'}}}}"]""", StringComparison.Ordinal));
        Assert.Equal(
            """{"context":"/x","args":{"a$${b}":"%%{c}"},"labels":{"com.docker.compose.project":"p","com.docker.compose.service":"web"},"tags":["p-web"],"platforms":["linux/386"],"output":["type=docker"]}""",
            JsonNode.Parse((string)answer!["input"]!)!["target"]!["web"]!.ToJsonString());
        Assert.Equal("""["web"]""", answer["targets"]!.ToJsonString());
        Assert.Equal("0", (string?)answer["env"]!["BUILDX_BAKE_ENTITLEMENTS_FS"]);
    }

    [Theory]
    [InlineData("cmd", "Команду нельзя вставить в cmd: в одном из её слов есть перевод строки или другой управляющий символ.")]
    [InlineData("sh", null)]
    public async Task A_line_that_must_not_be_pasted_is_told_beside_the_command(string shell, string? problem)
    {
        await using var client = await TestClient.StartAsync(locale: "ru");
        client.Open("file:///x/Dockerfile", "FROM alpine AS build\n");
        var answer = await client.RequestAsync(
            "workspace/executeCommand",
            $$"""{ "command": "dockstage.buildCommand", "arguments": [{ "dockerfile": "file:///x/Dockerfile", "stage": "build", "shell": "{{shell}}", "buildArgs": ["A=1\n2"] }] }""");
        Assert.Equal(problem, (string?)answer!["textProblem"]);
        Assert.Contains("A=1\n2", answer["argv"]!.AsArray().Select(word => (string?)word));
    }

    [Fact]
    public async Task Errors_speak_the_language_of_the_client()
    {
        await using var client = await TestClient.StartAsync(locale: "ru");
        var response = await client.AskAsync("workspace/executeCommand", JsonNode.Parse("""{ "command": "rm" }"""));
        Assert.Equal("Неизвестная команда: rm", (string?)response["error"]!["message"]);
    }

    [Fact]
    public async Task Places_are_counted_in_bytes_for_a_client_that_prefers_UTF8()
    {
        await using var client = await TestClient.StartAsync(capabilities: """{ "general": { "positionEncodings": ["utf-8"] } }""");
        client.Open(Uri, "ARG X='😀' BASE=build\nFROM alpine AS build\nFROM $BASE\n");
        var inDefault = "ARG X='".Length + 4 + "' BASE=bu".Length;
        var highlights = (await client.RequestAsync("textDocument/documentHighlight", TestClient.Place(Uri, 0, inDefault)))!.AsArray();
        Assert.Equal(["1:15-1:20", "2:5-2:10", "0:18-0:23"], highlights.Select(one => Range(one!["range"]!)));
        var parameters = TestClient.Place(Uri, 0, inDefault);
        parameters["newName"] = "b";
        var edits = (await client.RequestAsync("textDocument/rename", parameters))!["changes"]![Uri]!.AsArray();
        Assert.Equal(["0:18-0:23 b", "1:15-1:20 b"], edits.Select(one => $"{Range(one!["range"]!)} {one["newText"]}"));
    }

    [Theory]
    [InlineData("textDocument/hover")]
    [InlineData("textDocument/completion")]
    [InlineData("textDocument/definition")]
    [InlineData("textDocument/codeLens")]
    [InlineData("textDocument/documentHighlight")]
    [InlineData("textDocument/prepareRename")]
    [InlineData("textDocument/documentSymbol")]
    [InlineData("textDocument/foldingRange")]
    [InlineData("textDocument/semanticTokens/full")]
    public async Task About_a_document_that_is_not_known_there_is_nothing_to_say(string method)
    {
        await using var client = await TestClient.StartAsync();
        Assert.Null(await client.RequestAsync(method, TestClient.Place("file:///no/such/Dockerfile", 3, 3)));
    }

    [Theory]
    [InlineData("{}", "markdown")]
    [InlineData("""{ "textDocument": { "hover": { "contentFormat": ["plaintext", "markdown"] } } }""", "markdown")]
    [InlineData("""{ "textDocument": { "hover": { "contentFormat": ["plaintext"] } } }""", "plaintext")]
    public async Task Hover_is_in_a_format_that_the_client_knows(string capabilities, string kind)
    {
        var file = Markup.ParseOne("FROM alpine AS build\nFROM bu<|>ild\n");
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, file.Text);
        Assert.Equal(kind, (string?)(await client.AtAsync("textDocument/hover", Uri, file))!["contents"]!["kind"]);
    }

    [Theory]
    [InlineData("auto", true)]
    [InlineData("on", true)]
    [InlineData("nonsense", true)]
    [InlineData("off", false)]
    public async Task Instructions_are_explained_unless_the_settings_leave_that_to_others(string choice, bool isExplained)
    {
        var options = new JsonObject { ["dockerfile"] = new JsonObject { ["generalFeatures"] = choice } };
        await using var client = await TestClient.StartAsync(options: options.ToJsonString());
        client.Open(Uri, "FROM alpine AS build\n");
        Assert.Equal(isExplained, await client.RequestAsync("textDocument/hover", TestClient.Place(Uri, 0, 2)) is not null);
        Assert.NotNull(await client.RequestAsync("textDocument/hover", TestClient.Place(Uri, 0, 17)));
    }

    private static async Task<JsonNode> DefinitionAsync(string capabilities)
    {
        var file = Markup.ParseOne("FROM alpine AS build\nFROM bu<|>ild\n");
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, file.Text);
        return (await client.AtAsync("textDocument/definition", Uri, file))!;
    }

    private static async Task<JsonNode> RenameAsync(string capabilities)
    {
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, "FROM alpine AS build\nFROM build\n");
        var parameters = TestClient.Place(Uri, 1, 6);
        parameters["newName"] = "Tools";
        return (await client.RequestAsync("textDocument/rename", parameters))!;
    }

    private static Task<JsonNode?> AskAboutAsync(TestClient client, string method) =>
        client.RequestAsync(method, new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri } });

    private static async Task<JsonNode> OutlineAsync(string capabilities)
    {
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, "FROM alpine AS build\nRUN true\n");
        return (await AskAboutAsync(client, "textDocument/documentSymbol"))!;
    }

    private static async Task<JsonNode> CompletionAsync(string capabilities)
    {
        var file = Markup.ParseOne("FROM alpine AS build\nFROM bu<|>ld\n");
        await using var client = await TestClient.StartAsync(capabilities: capabilities);
        client.Open(Uri, file.Text);
        var list = await client.AtAsync("textDocument/completion", Uri, file);
        return Assert.Single(list!["items"]!.AsArray())!;
    }

    private static string Range(JsonNode range)
    {
        var (start, end) = (range["start"]!, range["end"]!);
        return $"{start["line"]}:{start["character"]}-{end["line"]}:{end["character"]}";
    }
}
