using Dockstage.Core.Features;
using Dockstage.Core.Features.Targets;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Workspace;

/// <summary>Files that are compose files because <c>COMPOSE_FILE</c> in a <c>.env</c> says so, whatever they are called.</summary>
public sealed class NamedConsumersTests
{
    private const string Stages = "//- Dockerfile\nFROM a AS {|stage:dev|}\nFROM b AS prod\n";

    [Theory]
    [InlineData("COMPOSE_FILE=stack.yml", "stack.yml")]
    [InlineData("COMPOSE_FILE=./stack.yml", "stack.yml")]
    [InlineData("export COMPOSE_FILE=\"stack.yml\" # why", "stack.yml")]
    [InlineData("COMPOSE_FILE=compose.yaml:stack.yml", "stack.yml")]
    [InlineData("COMPOSE_FILE=stack.yml:", "stack.yml")]
    [InlineData("COMPOSE_FILE=stack.yml:missing.yml", "stack.yml")]
    [InlineData("COMPOSE_PATH_SEPARATOR=;\nCOMPOSE_FILE=compose.yaml;stack.yml", "stack.yml")]
    [InlineData("NAME=stack\nCOMPOSE_FILE=${NAME}.yml", "stack.yml")]
    [InlineData("COMPOSE_FILE=/w/stack.yml", "stack.yml")]
    [InlineData("COMPOSE_FILE=my stack", "my stack")]
    [InlineData("\uFEFFCOMPOSE_FILE=стек 😀.yml\r\n", "стек 😀.yml")]
    [InlineData("COMPOSE_FILE=a/b/c/stack.yml", "a/b/c/stack.yml")]
    [InlineData("COMPOSE_FILE=../stack.yml", "../stack.yml")]
    public void A_file_is_one_as_soon_as_a_file_of_variables_names_it(string env, string name)
    {
        var files = $"{Stages}//- compose.yaml\nservices: {{}}\n//- {name}\nservices: {{web: {{build: {{context: /w, target: [|dev|]}}}}}}\n";
        var without = new MarkedWorkspace(files);
        var stack = without.Files.Single(file => file.Path.Equals(Markup.Root.Resolve(name)));
        Assert.Null(without.Snapshot.ConsumerAt(stack.Path));
        Assert.Empty(without.Snapshot.BuildTargetsIn(stack.Path));

        var path = Markup.Root.Resolve(".env");
        var named = without.Snapshot.With(new(path, SourceText.From(env)));
        Assert.Equal("compose", named.ConsumerAt(stack.Path)?.Name);
        Assert.Equal(["dev"], named.BuildTargetsIn(stack.Path).Select(target => target.Target?.Text));

        Assert.Null(named.With(new(path, SourceText.From("COMPOSE_FILE=compose.yaml"))).ConsumerAt(stack.Path));
        Assert.Null(named.WithAbsent(path).ConsumerAt(stack.Path));
        Assert.Null(named.WithUnreadable(path).ConsumerAt(stack.Path));
        Assert.Null(named.Without(path).ConsumerAt(stack.Path));
        Assert.Empty(named.WithAbsent(path).Index.TargetsNaming(Markup.Root.Resolve("Dockerfile")));
    }

    [Theory]
    [InlineData("COMPOSE_FILE=Dockerfile", "Dockerfile")]
    [InlineData("COMPOSE_FILE=.dockstage.json", ".dockstage.json")]
    [InlineData("COMPOSE_FILE=.dockerignore", ".dockerignore")]
    [InlineData("COMPOSE_FILE=.env", ".env")]
    [InlineData("COMPOSE_FILE=$UNKNOWN/stack.yml", "stack.yml")]
    [InlineData("COMPOSE_FILE=", "stack.yml")]
    [InlineData("COMPOSE_FILES=stack.yml", "stack.yml")]
    [InlineData("# COMPOSE_FILE=stack.yml", "stack.yml")]
    public void What_a_file_is_by_its_name_stays_and_what_is_not_named_is_none(string env, string name)
    {
        var files = name == ".env" ? "" : $"//- {name}\nservices: {{web: {{build: .}}}}\n";
        var workspace = new MarkedWorkspace($"{files}//- .env\n{env}\n");
        Assert.Null(workspace.Snapshot.ConsumerAt(Markup.Root.Resolve(name)));
    }

    [Fact]
    public void What_the_editor_says_of_a_file_counts_more()
    {
        var workspace = new MarkedWorkspace("//- .env\nCOMPOSE_FILE=stack\n//- stack\nservices: {web: {build: .}}\n");
        var stack = workspace["stack"];
        Assert.NotNull(workspace.Snapshot.ConsumerAt(stack.Path));
        Assert.NotNull(workspace.Snapshot.With(new(stack.Path, stack.ToDocument().Text, "yaml")).ConsumerAt(stack.Path));
        Assert.Null(workspace.Snapshot.With(new(stack.Path, stack.ToDocument().Text, "dockerfile")).ConsumerAt(stack.Path));
    }

    [Fact]
    public void A_named_file_that_nobody_has_looked_at_is_wanted()
    {
        var env = Markup.Root.Resolve(".env");
        var snapshot = WorkspaceSnapshot.Empty.With(new(env, SourceText.From("A=b")));
        var named = snapshot.With(new(env, SourceText.From("COMPOSE_FILE=deploy/stack.yml")));
        Assert.Empty(snapshot.Wanted);
        Assert.True(named.MayWantMoreThan(snapshot, [env]));
        Assert.Equal(["file:///w/deploy/stack.yml"], named.Wanted.Select(path => path.Uri));
        Assert.Equal(["file:///w/deploy/stack.yml"], named.WantedBy(env).Select(path => path.Uri));
        Assert.Contains("file:///w/deploy/stack.yml", named.Named.Select(path => path.Uri));
        Assert.Empty(named.WithAbsent(Markup.Root.Resolve("deploy/stack.yml")).Wanted);
    }

    [Fact]
    public void An_edit_of_the_file_of_variables_that_names_the_same_keeps_what_was_read()
    {
        var workspace = new MarkedWorkspace("//- .env\nCOMPOSE_FILE=stack.yml\n//- other.yml\nservices: {}\n//- stack.yml\nservices: {web: {build: {context: ., target: $T}}}\n");
        var stack = workspace["stack.yml"].Path;
        var before = workspace.Snapshot.ConsumerAt(stack);
        var after = workspace.Snapshot.With(new(workspace[".env"].Path, SourceText.From("COMPOSE_FILE=stack.yml\nT=dev\n")));
        Assert.Same(before, after.ConsumerAt(stack));
        Assert.Equal("dev", after.BuildTargetsIn(stack).Single().Target?.Text);
    }

    [Fact]
    public void Files_come_in_any_order()
    {
        var files = Markup.Parse("//- stack.yml\nservices: {web: {build: .}}\n//- .env\nCOMPOSE_FILE=stack.yml\n").Select(file => file.ToDocument()).ToArray();
        foreach (var order in new[] { files, [.. files.Reverse()] })
        {
            Assert.NotNull(WorkspaceSnapshot.Empty.WithMany(order).ConsumerAt(Markup.Root.Resolve("stack.yml")));
            Assert.NotNull(order.Aggregate(WorkspaceSnapshot.Empty, (snapshot, document) => snapshot.With(document)).ConsumerAt(Markup.Root.Resolve("stack.yml")));
        }
    }

    /// <summary>Compose in the folder of that file: its variables count before those of the folder of the first compose file, wherever it lies.</summary>
    [Theory]
    [InlineData(".env", "a/b/stack.yml")]
    [InlineData("ops/.env", "../a/stack.yml")]
    public void The_files_are_merged_as_the_one_that_names_them_says(string env, string name)
    {
        var workspace = new MarkedWorkspace($"""
            {Stages}//- {env}
            COMPOSE_FILE={name}:/w/more.yml
            T=dev
            //- more.yml
            services: {"{"}web: {"{"}build: {"{"}target: $T{"}}}"}
            """);
        var first = Markup.Root.Resolve(env).Parent!.Resolve(name);
        var snapshot = workspace.Snapshot.With(new(first, SourceText.From("services: {web: {build: {context: /w, target: prod}}}")));
        while (snapshot.Wanted is { IsEmpty: false } wanted)
            snapshot = wanted.Aggregate(snapshot, (s, path) => s.WithAbsent(path));
        var target = Assert.Single(snapshot.BuildTargetsIn(workspace["more.yml"].Path));
        Assert.Equal(("dev", 2), (target.Target?.Text, target.MergedFiles.Length));
        Assert.Equal(["prod"], snapshot.BuildTargetsIn(first).Where(build => build.MergedFiles.IsEmpty).Select(build => build.Target?.Text));
    }

    [Fact]
    public void Every_feature_works_in_it()
    {
        var workspace = new MarkedWorkspace(Stages + """
            //- .env
            COMPOSE_FILE=stack.yml
            //- stack.yml
            services:
              web:
                build:
                  context: .
                  target: {|place:d<|>ev|}
            """);
        var (snapshot, path, cursor) = (workspace.Snapshot, workspace.At.Path, workspace.Cursor);
        var (dockerfile, place) = (workspace["Dockerfile"], workspace.At["place"]);
        Assert.Equal(["dev", "prod"], Completion.At(snapshot, path, place.Start, Language.English)!.Items.Select(item => item.Label));
        Assert.Equal((dockerfile.Path, dockerfile["stage"]), (Definition.At(snapshot, path, cursor).Single().Target, Definition.At(snapshot, path, cursor).Single().TargetSelection));
        Assert.Contains("**dev**", Hover.At(snapshot, path, cursor, Language.English, new())!.Markdown, StringComparison.Ordinal);
        Assert.Contains(new FilePlace(path, place), References.At(snapshot, dockerfile.Path, dockerfile["stage"].Start, includesDeclaration: false).Select(mention => mention.Place));
        var made = Assert.IsType<RenameResult.Made>(Rename.To(snapshot, dockerfile.Path, dockerfile["stage"].Start, "compile"));
        Assert.Equal([dockerfile.Path, path], made.Files.Select(file => file.File));
        Assert.Contains(TargetFile.Among(snapshot, snapshot.Paths), file => file.Path.Equals(path) && file.Kind == "compose");
        Assert.IsType<BuildCommandResult.Made>(BuildCommand.ForConsumer(snapshot, snapshot.BuildTargetsIn(path).Single(), new()));
        var moved = RenamedFiles.EditsFor(snapshot, [new FileMove(path, Markup.Root.Resolve("deploy/stack.yml"))]);
        Assert.Equal("..", Assert.Single(moved.Single(file => file.File.Equals(path)).Edits).NewText);
    }

    [Theory]
    [InlineData("COMPOSE_FILE=[|<|>|]", "more.yaml, stack.yml")]
    [InlineData("COMPOSE_FILE='[|st<|>|]'", "stack.yml, more.yaml")]
    [InlineData("COMPOSE_FILE=stack.yml:[|<|>|]", "more.yaml, stack.yml")]
    [InlineData("COMPOSE_FILE=[|stack.yml<|>|]:more.yaml", "stack.yml, more.yaml")]
    [InlineData("COMPOSE_FILE=${A}st<|>", null)]
    [InlineData("COMPOSE_FILES=st<|>", null)]
    public void Where_files_are_named_those_that_may_be_are_offered(string env, string? expected)
    {
        var workspace = new MarkedWorkspace($"{Stages}//- .env\n{env}\n//- stack.yml\nservices: {{}}\n//- more.yaml\nservices: {{}}\n//- sub/.env\nCOMPOSE_FILE=../more.yaml\n");
        var list = Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English);
        Assert.Equal(expected, list is null ? null : string.Join(", ", list.Items.Select(item => item.Label)));
        Assert.All(list?.Items ?? [], item => Assert.Equal((workspace.At.Spans.Single(), item.Label), (item.Replace, item.NewText)));
    }

    [Fact]
    public void What_names_it_leads_to_it()
    {
        var workspace = new MarkedWorkspace("//- .env\nCOMPOSE_FILE=compose.yaml:{|there:sta<|>ck.yml|}:gone.yml\n//- compose.yaml\nservices: {}\n//- stack.yml\nservices: {}\n");
        var link = Assert.Single(Definition.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor));
        Assert.Equal((workspace["stack.yml"].Path, workspace.At["there"]), (link.Target, link.Origin));
        Assert.Equal(2, FileMentions.In(workspace.Snapshot, workspace.At.Path).Count());
    }

    [Fact]
    public void Findings_of_it_and_of_its_Dockerfile_follow_the_file_of_variables()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM a AS dev
            FROM b AS certificates
            FROM c AS prod
            //- compose.yaml
            services: {web: {build: {context: ., target: dev}}, all: {build: .}}
            //- stack.yml
            services: {web: {build: {context: ., dockerfile: gone.df}}, certificates: {build: {context: ., target: certificates}}}
            """);
        var (env, stack, dockerfile) = (Markup.Root.Resolve(".env"), workspace["stack.yml"].Path, workspace["Dockerfile"].Path);
        var named = workspace.Snapshot.With(new(env, SourceText.From("COMPOSE_FILE=stack.yml"))).WithAbsent(Markup.Root.Resolve("gone.df"));
        Assert.Equal(["DockerfileNotFound"], Diagnostics.Of(named, stack, RuleSettings.Default).Select(found => found.Code));
        Assert.Empty(Diagnostics.Of(workspace.Snapshot, stack, RuleSettings.Default));
        Assert.Contains(stack, named.AffectedBy(env));
        Assert.Contains(dockerfile, named.AffectedBy(env));
        Assert.Equal(["UnreachableStage"], Diagnostics.Of(workspace.Snapshot, dockerfile, RuleSettings.Default).Select(found => found.Code));
        Assert.Empty(Diagnostics.Of(named, dockerfile, RuleSettings.Default));
        Assert.Equal(["UnreachableStage"], Diagnostics.Of(named.WithAbsent(env), dockerfile, RuleSettings.Default).Select(found => found.Code));
    }
}
