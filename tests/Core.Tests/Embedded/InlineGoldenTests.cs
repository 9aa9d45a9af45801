using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Tests.Golden;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Embedded;

/// <summary>
/// Every golden Dockerfile, put into a compose file as a literal block and in quotes, is to all features what it is as a file: the same answers at the places
/// where its words stand, and after edits the same text.
/// </summary>
public sealed class InlineGoldenTests
{
    private static readonly DocumentPath Compose = Markup.Root.Resolve("compose.yaml");
    private static readonly DocumentPath Plain = Markup.Root.Resolve("Dockerfile");

    private static readonly Func<string, string>[] Styles = [InlineText.InCompose, InlineText.InQuotes];

    private static readonly LensChoice Lenses = new() { Build = false, References = true, Consumers = true, Status = true };

    /// <summary>A carriage return would be a line end to YAML; what nobody can see is written with escapes.</summary>
    private static List<string> Texts { get; } =
    [
        .. GoldenFacts.All.Select(file => file.Text).Where(text => text.AsSpan().Trim().Length > 0 && text.All(unit =>
            unit is '\n' or '\t' or (>= ' ' and < '\u007F') or (> '\u00A0' and < '\u2028') or (> '\u2029' and < '\uE000'))).Distinct(),
    ];

    [Fact]
    public void There_are_hundreds() => Assert.True(Texts.Count > 500, $"{Texts.Count} texts");

    [Fact]
    public void The_text_is_the_same() => ForAll((plain, inline, map) => Assert.Equal(plain.Find(Plain).Document!.Text.ToString(), map.Text.ToString()));

    [Fact]
    public void Findings_are_the_same() => ForAll((plain, inline, map) => Assert.Equal(
        Diagnostics.Of(plain, Plain, RuleSettings.Default).Select(found => Shown(found, map.ToHost(found.Span))),
        Diagnostics.Of(inline, Compose, RuleSettings.Default).Select(found => Shown(found, found.Span))));

    [Fact]
    public void Colours_folds_outline_and_lenses_are_the_same() => ForAll((plain, inline, map) =>
    {
        var host = inline.Find(Compose).Document!.Text;
        Assert.Equal(
            SemanticTokens.Of(plain, Plain).Select(token => token with { Span = map.ToHost(token.Span) }), SemanticTokens.Of(inline, Compose));
        var first = host.LineAt(map.ToHost(TextSpan.At(0)).Start);
        // In quotes all of it is one line.
        if (host.LineAt(map.HostSpan.End) > first)
        {
            Assert.Equal(
                Folding.Of(plain, Plain).Where(fold => !IsDeeper(plain, fold)).Select(fold => fold with { StartLine = fold.StartLine + first, EndLine = fold.EndLine + first }),
                Folding.Of(inline, Compose).Where(fold => fold.Kind != FoldKind.Indentation));
        }

        Assert.Equal(
            Outline.Of(plain, Plain, Language.English).SelectMany(item => Shown(item, map.ToHost)),
            Assert.Single(Outline.Of(inline, Compose, Language.English)).Children.SelectMany(item => Shown(item, span => span)));
        Assert.Equal(
            CodeLens.Of(plain, Plain, Lenses, Language.English).Select(lens => (map.ToHost(lens.Span), lens.Title)),
            CodeLens.Of(inline, Compose, Lenses, Language.English).Select(lens => (lens.Span, lens.Title)));
    });

    [Fact]
    public void Definitions_references_and_renames_are_the_same() => ForAll((plain, inline, map) =>
    {
        foreach (var stage in plain.DockerfileAt(Plain)!.Stages.Take(3))
        {
            if (stage.NameSpan is not { } name)
                continue;
            var (path, offset) = InlineText.At(inline, Compose, map.ToHost(name).Start);
            Assert.Equal(name.Start, offset);
            Assert.Equal(
                References.At(plain, Plain, name.Start, true).Where(mention => mention.File.Equals(Plain)).Select(mention => map.ToHost(mention.Span)),
                References.At(inline, path, offset, true).Select(mention => HostPlace.Of(inline, mention.Place).Span));
            var (one, other) = (Rename.To(plain, Plain, name.Start, "renamed-now"), Rename.To(inline, path, offset, "renamed-now"));
            if (one is RenameResult.Made made)
            {
                Assert.Equal(
                    InlineText.Apply(plain, made.Files).Find(Plain).Document!.Text.ToString(),
                    TextOf(InlineText.Apply(inline, Assert.IsType<RenameResult.Made>(other).Files)));
            }
            else
            {
                Assert.Equal(((RenameResult.Refused)one).Reason.In(Language.English), Assert.IsType<RenameResult.Refused>(other).Reason.In(Language.English));
            }
        }
    });

    [Fact]
    public void Fixes_come_to_the_same()
    {
        var (offered, made) = (0, 0);
        ForAll((plain, inline, map) =>
        {
            foreach (var (found, fixes) in CodeFixes.At(plain, Plain, new TextSpan(0, plain.Find(Plain).Document!.Text.Length), RuleSettings.Default))
            {
                var others = CodeFixes.At(inline, Compose, map.ToHost(found.Span), RuleSettings.Default)
                    .Where(one => Shown(one.Found, one.Found.Span) == Shown(found, map.ToHost(found.Span))).SelectMany(one => one.Fixes).ToList();
                foreach (var fix in fixes)
                {
                    offered++;
                    // What cannot be written is not offered.
                    if (others.FirstOrDefault(one => one.Title.In(Language.English) == fix.Title.In(Language.English)) is not { } other)
                        continue;
                    made++;
                    Assert.Equal(
                        InlineText.Apply(plain, fix.Change().Files).Find(Plain).Document!.Text.ToString().TrimEnd('\n'),
                        TextOf(InlineText.Apply(inline, other.Change().Files)).TrimEnd('\n'));
                }
            }

            var all = FixAll.Of(plain, Plain, RuleSettings.Default);
            Assert.Equal(
                InlineText.Apply(plain, [new FileEdits(Plain, all)]).Find(Plain).Document!.Text.ToString().TrimEnd('\n'),
                TextOf(InlineText.Apply(inline, [new FileEdits(Compose, FixAll.Of(inline, Compose, RuleSettings.Default))])).TrimEnd('\n'));
        });
        Assert.True(made > 300 && made >= offered * 99 / 100, $"{made} of {offered} fixes can be written");
    }

    /// <summary>Whether the host folds the same lines, or more of them, because they stand deeper.</summary>
    private static bool IsDeeper(WorkspaceSnapshot plain, Fold fold)
    {
        var text = plain.Find(Plain).Document!.Text;
        var (first, last) = (fold.StartLine, fold.StartLine);
        for (var line = first + 1; line < text.LineCount; line++)
        {
            var content = text.ToString(text.LineSpan(line));
            if (content.Trim().Length == 0)
                continue;
            if (Indent(content) <= Indent(text.ToString(text.LineSpan(first))))
                break;
            last = line;
        }

        return last > fold.EndLine;

        static int Indent(string content) => content.Length - content.TrimStart().Length;
    }

    private static string TextOf(WorkspaceSnapshot snapshot) => Assert.Single(snapshot.EmbeddedIn(Compose)).Document.Text.ToString();

    private static void ForAll(Action<WorkspaceSnapshot, WorkspaceSnapshot, MappedText> check)
    {
        foreach (var (text, compose) in Texts.SelectMany(text => Styles.Select(style => (text, style(text)))))
        {
            var inline = WorkspaceSnapshot.Empty.With(new Document(Compose, SourceText.From(compose)));
            Assert.True(inline.EmbeddedIn(Compose).Length == 1, compose);
            var plain = WorkspaceSnapshot.Empty.WithMany(
            [
                new Document(Plain, SourceText.From(text)),
                new Document(Compose, SourceText.From("services:\n  web:\n    build: {dockerfile: Dockerfile}\n")),
            ]);
            try
            {
                check(plain, inline, inline.EmbeddedIn(Compose)[0].Said.Text);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{e.Message}\n--- of\n{compose}", e);
            }
        }
    }

    private static string Shown(Diagnostic found, TextSpan span) => $"{span.Start}+{span.Length} {found.Code} {found.Severity} {found.Message.In(Language.English)}";

    private static IEnumerable<string> Shown(OutlineItem item, Func<TextSpan, TextSpan> place) =>
        item.Children.SelectMany(child => Shown(child, place)).Prepend($"{place(item.Span)} {place(item.Selection)} {item.Kind} {item.Name} {item.Detail}");
}
