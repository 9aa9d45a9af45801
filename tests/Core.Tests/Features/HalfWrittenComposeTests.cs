using System.Diagnostics;
using System.Runtime.CompilerServices;
using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Tests.Golden;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features;

/// <summary>What holds of every feature in every compose file, at every place, however much of the file is written.</summary>
public sealed class HalfWrittenComposeTests
{
    /// <summary>The promise. What takes longer is tried again, for a machine may be busy with other tests: the best attempt counts.</summary>
    private const int Milliseconds = 50;

    private static readonly WorkspaceSnapshot Around = new MarkedWorkspace("""
        //- Dockerfile
        FROM golang AS builder
        FROM scratch AS prod
        //- .env
        TARGET=prod
        //- base.yaml
        services: {base: {build: {context: ., target: builder}}}
        //- compose.override.yaml
        services: {web: {build: {target: $TARGET}, extends: {file: base.yaml, service: base}}}
        """).Snapshot;

    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Folder(), "*.yaml").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_place_of_a_file_can_be_asked_about(string fixture)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), fixture));
        var (snapshot, path) = Put(Around, text, "compose.yaml");
        for (var offset = 0; offset <= text.Length; offset++)
            InTime(() => AskAt(snapshot, path, offset), $"at {offset}");
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_beginning_of_a_file_can_be_worked_with(string fixture)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), fixture));
        for (var length = 0; length <= text.Length; length++)
            InTime(Around, text[..length], "compose.yaml");
    }

    [Fact]
    public void Every_beginning_of_a_file_of_a_set_up_can_be_worked_with()
    {
        foreach (var one in ComposeGoldenFacts.All)
        {
            var whole = WorkspaceSnapshot.Empty.WithMany(one.Files.Values);
            foreach (var file in one.Files.Values.Where(file => file.Path.Name.EndsWith("ml", StringComparison.Ordinal) || file.Path.Name == ".env"))
            {
                var text = file.Text.ToString();
                var step = Math.Max(1, text.Length / 40);
                for (var length = 0; length <= text.Length; length += step)
                    InTime(whole, text[..length], file.Path);
            }
        }
    }

    private static void InTime(WorkspaceSnapshot around, string text, string path) => InTime(around, text, Markup.Root.Resolve(path));

    private static void InTime(WorkspaceSnapshot around, string text, DocumentPath path) => InTime(
        () =>
        {
            var snapshot = around.With(new Document(path, SourceText.From(text)));
            AskAll(snapshot, path);
            AskAt(snapshot, path, text.Length);
            AskAt(snapshot, path, text.Length / 2);
        },
        text);

    /// <summary>What is slow is slow each time; a busy machine is not.</summary>
    private static void InTime(Action work, string title)
    {
        for (var attempt = 1; ; attempt++)
        {
            var clock = Stopwatch.StartNew();
            work();
            if (clock.ElapsedMilliseconds < Milliseconds)
                return;
            Assert.True(attempt < 10, $"{clock.ElapsedMilliseconds} ms: {title}");
        }
    }

    private static (WorkspaceSnapshot Snapshot, DocumentPath Path) Put(WorkspaceSnapshot around, string text, string path)
    {
        var document = new Document(Markup.Root.Resolve(path), SourceText.From(text));
        return (around.With(document), document.Path);
    }

    private static void AskAll(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        var length = snapshot.Find(path).Document!.Text.Length;
        Assert.All(Diagnostics.Of(snapshot, path, RuleSettings.Default), found => Inside(found.Span, length));
        Assert.All(CodeLens.Of(snapshot, path, LensChoice.All, Language.English), lens => Inside(lens.Span, length));
        Assert.All(DocumentLinks.Of(snapshot, path), link => Inside(link.Span, length));
    }

    private static void AskAt(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        var length = snapshot.Find(path).Document!.Text.Length;
        if (Hover.At(snapshot, path, offset, Language.English, new()) is { } hover)
            Inside(hover.Span, length);
        if (Completion.At(snapshot, path, offset, Language.English) is { } list)
            Assert.All(list.Items, item => Assert.True(item.Replace.Touches(offset)));
        Assert.All(Definition.At(snapshot, path, offset), link => Assert.True(link.Origin.Touches(offset)));
        Assert.All(Highlights.At(snapshot, path, offset), highlight => Inside(highlight.Span, length));
        References.At(snapshot, path, offset, includesDeclaration: true);
        if (Rename.Prepare(snapshot, path, offset) is RenamePreparation.Ready ready)
        {
            Assert.True(ready.Span.Touches(offset));
            Rename.To(snapshot, path, offset, "renamed");
        }
    }

    private static void Inside(TextSpan span, int length) => Assert.True(span.Length >= 0 && span.Start >= 0 && span.End <= length, $"{span} of {length}");

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../fixtures/compose"));
}
