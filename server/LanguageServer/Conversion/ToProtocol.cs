using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Handlers;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using CodeLens = Dockstage.LanguageServer.Protocol.CodeLens;
using CompletionItem = Dockstage.LanguageServer.Protocol.CompletionItem;
using CompletionList = Dockstage.LanguageServer.Protocol.CompletionList;
using Diagnostic = Dockstage.LanguageServer.Protocol.Diagnostic;
using Hover = Dockstage.LanguageServer.Protocol.Hover;
using TextEdit = Dockstage.LanguageServer.Protocol.TextEdit;

namespace Dockstage.LanguageServer.Conversion;

/// <summary>From our words to LSP's, as far as the client understands them.</summary>
internal static class ToProtocol
{
    /// <summary>
    /// The names by which semantic tokens are told to clients: stages are <c>class</c>, images <c>string</c>, variables of ARG
    /// <c>variable</c>, the delimiters of heredocs <c>macro</c> and the files in them <c>string</c>: standard types that every theme colours.
    /// </summary>
    public static SemanticTokensLegend SemanticTokensLegend { get; } = new()
    {
        TokenTypes = [SemanticTokenTypes.Class, SemanticTokenTypes.String, SemanticTokenTypes.Variable, SemanticTokenTypes.Macro],
        TokenModifiers = [SemanticTokenModifiers.Declaration],
    };

    /// <summary>How findings say who found them, beside those of other extensions.</summary>
    public const string Source = "dockstage";

    /// <summary>All findings of a known document.</summary>
    public static Diagnostic[] Diagnostics(SessionState state, DocumentPath path)
    {
        if (state.Workspace.Find(path).Document is not { } document)
            return [];
        return [.. Core.Rules.Diagnostics.Of(state.Workspace, path, state.SettingsFor(path).Rules).Select(one => Diagnostic(state, document, one))];
    }

    /// <summary>
    /// A list of completions, in our order. What all items share is written once where the client understands that: a hundred items are
    /// answered at every keystroke.
    /// </summary>
    /// <param name="state">The state asked about.</param>
    /// <param name="document">The document asked about.</param>
    /// <param name="offset">The cursor.</param>
    /// <param name="list">Our answer.</param>
    public static CompletionList Completion(SessionState state, Document document, int offset, Core.Features.CompletionList list)
    {
        if (list.Items.IsEmpty)
            return new CompletionList { IsIncomplete = list.IsIncomplete, Items = [] };
        var (range, data) = (list.Items[0].Replace, CompletionDataOf(document, list));
        var sharesRange = state.Client.DefaultEditRange && list.Items.All(item => item.Replace == range);
        return new CompletionList
        {
            IsIncomplete = list.IsIncomplete,
            ItemDefaults = sharesRange || (state.Client.DefaultData && data is not null)
                ? new CompletionItemDefaults
                {
                    EditRange = sharesRange ? EditRange(state, document, offset, range) : null,
                    Data = state.Client.DefaultData ? data : null,
                }
                : null,
            Items = [.. list.Items.Select((item, index) => Completion(state, item, index) with
            {
                TextEdit = sharesRange ? null : Replacement(state, document, offset, item),
                TextEditText = sharesRange && item.NewText != item.Label ? item.NewText : null,
                Data = state.Client.DefaultData ? null : data,
            })],
        };
    }

    /// <summary>Links to definitions, or plain locations.</summary>
    public static OneOf<Location[], LocationLink[]> Definition(SessionState state, Document document, ImmutableArray<DefinitionLink> links)
    {
        var known = links.Select(link => (link, state.Workspace.Find(link.Target).Document)).Where(pair => pair.Document is not null);
        if (!state.Client.DefinitionLinks)
            return known.Select(pair => Location(state, pair.Document!, pair.link.TargetSelection)).ToArray();
        return known.Select(pair => new LocationLink
        {
            OriginSelectionRange = Range(state, document, pair.link.Origin),
            TargetUri = HostPlace.Of(pair.Document!.Path).Uri,
            TargetRange = Range(state, pair.Document, pair.link.TargetSpan),
            TargetSelectionRange = Range(state, pair.Document, pair.link.TargetSelection),
        }).ToArray();
    }

    /// <summary>Words that lead to files, each with the file's URI as it was met.</summary>
    public static DocumentLink[] Links(SessionState state, Document document, ImmutableArray<FileMention> links) =>
    [
        .. links.Select(link => new DocumentLink
        {
            Range = Range(state, document, link.Span),
            Target = (state.Workspace.Find(link.File).Document?.Path ?? link.File).Uri,
        }),
    ];

    /// <summary>The places that name a stage.</summary>
    public static Location[] References(SessionState state, ImmutableArray<StageMention> mentions) =>
    [
        .. from mention in mentions
           let document = state.Workspace.Find(mention.File).Document
           where document is not null
           select Location(state, document, mention.Span),
    ];

    /// <summary>Highlights: where a stage gets its name it is written, elsewhere read.</summary>
    public static DocumentHighlight[] Highlights(SessionState state, Document document, ImmutableArray<Highlight> highlights) =>
    [
        .. highlights.Select(highlight => new DocumentHighlight
        {
            Range = Range(state, document, highlight.Span),
            Kind = highlight.IsDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }),
    ];

    /// <summary>What would be renamed.</summary>
    public static PrepareRenameResult RenamePlace(SessionState state, Document document, RenamePreparation.Ready place) =>
        new() { Range = Range(state, document, place.Span), Placeholder = place.Placeholder };

    /// <summary>
    /// Edits of several documents: for the versions that the client has open, where it understands that. A new file is made first; it
    /// takes a client that can (<see cref="ClientAbilities.CreatesFiles"/>).
    /// </summary>
    /// <param name="state">The state asked about.</param>
    /// <param name="files">The edits.</param>
    /// <param name="title">What they do, in words.</param>
    /// <param name="kind">What they do, for the client: edits of one kind are shown together.</param>
    /// <param name="created">The new file, or null.</param>
    public static WorkspaceEdit WorkspaceEdit(
        SessionState state, ImmutableArray<FileEdits> files, string title, string kind, NewFile? created = null)
    {
        var known = files.Select(file => (file.Edits, Document: state.Workspace.Find(file.File).Document!));
        if (!state.Client.VersionedEdits)
        {
            return new WorkspaceEdit
            {
                Changes = known.ToDictionary(
                    file => file.Document.Path.Uri,
                    file => file.Edits.Select(edit => new TextEdit { Range = Range(state, file.Document, edit.Span), NewText = edit.NewText }).ToArray()),
            };
        }

        var annotation = state.Client.AnnotatedEdits ? kind : null;
        return new WorkspaceEdit
        {
            DocumentChanges =
            [
                .. created is null ? [] : Creation(created, annotation),
                .. known.Select(file => Change(
                    file.Document.Path.Uri,
                    state.Open.GetValueOrDefault(file.Document.Path)?.Version,
                    file.Edits.Select(edit => AnnotatedEdit(Range(state, file.Document, edit.Span), edit.NewText, annotation)))),
            ],
            ChangeAnnotations = annotation is null
                ? null
                : new Dictionary<string, ChangeAnnotation> { [annotation] = new() { Label = title, NeedsConfirmation = false } },
        };
    }

    /// <summary>What can be done about a finding. The edit comes at once only for clients that do not ask for it later.</summary>
    public static CodeAction Action(SessionState state, Document document, Core.Rules.Diagnostic found, CodeFix fix, int index) => new()
    {
        Title = fix.Title.In(state.Language),
        Kind = CodeActionKind.QuickFix,
        Diagnostics = [Diagnostic(state, document, found)],
        IsPreferred = state.Client.PreferredActions && fix.IsPreferred ? true : null,
        Edit = state.Client.ResolvesActions ? null : EditOf(state, fix),
        Data = state.Client.ResolvesActions
            ? ServerJson.ToElement(new CodeActionData
            {
                Document = document.Path.Uri,
                Code = found.Code,
                Start = found.Span.Start,
                Length = found.Span.Length,
                Fix = index,
            })
            : null,
    };

    /// <summary>What a fix changes.</summary>
    public static WorkspaceEdit EditOf(SessionState state, CodeFix fix)
    {
        var change = fix.Change();
        return WorkspaceEdit(state, change.Files, fix.Title.In(state.Language), "fix", change.Created);
    }

    /// <summary>An outline: a tree, or for older clients a list in which each item knows what contains it.</summary>
    public static OneOf<SymbolInformation[], DocumentSymbol[]> Outline(SessionState state, Document document, ImmutableArray<OutlineItem> outline)
    {
        if (state.Client.OutlineTrees)
            return outline.Select(item => Symbol(state, document, item)).ToArray();
        return outline.SelectMany(item => item.Children.Select(child => Symbol(state, document, child, item.Name))
            .Prepend(Symbol(state, document, item, null))).ToArray();
    }

    /// <summary>Lines to fold, as many as the client wants.</summary>
    public static FoldingRange[] Folding(SessionState state, ImmutableArray<Fold> folds) =>
    [
        .. folds.Take(state.Client.FoldingLimit).Select(fold => new FoldingRange
        {
            StartLine = fold.StartLine,
            EndLine = fold.EndLine,
            Kind = fold.Kind switch
            {
                FoldKind.Stage => FoldingRangeKind.Region,
                FoldKind.Comments => FoldingRangeKind.Comment,
                _ => null,
            },
        }),
    ];

    /// <summary>Names of the workspace. They name no container: editors show the file beside each, and would show it twice.</summary>
    public static WorkspaceSymbol[] Symbols(SessionState state, ImmutableArray<NamedPlace> places) =>
    [
        .. from place in places
           let document = state.Workspace.Find(place.File).Document
           where document is not null
           select new WorkspaceSymbol
           {
               Name = place.Name,
               Kind = place.Kind == NamedPlaceKind.Stage ? SymbolKind.Class : SymbolKind.Module,
               Location = Location(state, document, place.Span),
           },
    ];

    /// <summary>Semantic tokens. LSP: five numbers each, places relative to the token before, type and modifiers by the legend.</summary>
    public static Protocol.SemanticTokens SemanticTokens(SessionState state, Document document, ImmutableArray<SemanticToken> tokens)
    {
        var data = new List<int>(tokens.Length * 5);
        var (line, character) = (0, 0);
        foreach (var token in tokens)
        {
            var start = Position(state, document, token.Span.Start);
            var end = Position(state, document, token.Span.End);
            data.Add(start.Line - line);
            data.Add(start.Line == line ? start.Character - character : start.Character);
            data.Add(end.Character - start.Character);
            data.Add(LegendIndexOf(token.Type));
            data.Add(token.IsDeclaration ? 1 : 0);
            (line, character) = (start.Line, start.Character);
        }

        return new Protocol.SemanticTokens { Data = [.. data] };
    }

    /// <summary>The place of a type in <see cref="SemanticTokensLegend"/>.</summary>
    private static int LegendIndexOf(SemanticTokenType type) => type switch
    {
        SemanticTokenType.Stage => 0,
        SemanticTokenType.Image or SemanticTokenType.HeredocText => 1,
        SemanticTokenType.Variable => 2,
        _ => 3,
    };

    /// <summary>A hover.</summary>
    public static Hover Hover(SessionState state, Document document, HoverText hover) => new()
    {
        Contents = Markup(hover.Markdown, state.Client.MarkdownHover),
        Range = Range(state, document, hover.Span),
    };

    /// <summary>A lens. One whose command the client does not know is text alone: a command without a name is none.</summary>
    public static CodeLens Lens(SessionState state, Document document, StageLens lens) =>
        new() { Range = Range(state, document, lens.Span), Command = CommandOf(state, document, lens) };

    private static OneOf<TextDocumentEdit, CreateFile> Change(string uri, int? version, IEnumerable<AnnotatedTextEdit> edits) => new TextDocumentEdit
    {
        TextDocument = new OptionalVersionedTextDocumentIdentifier { Uri = uri, Version = version },
        Edits = [.. edits],
    };

    private static AnnotatedTextEdit AnnotatedEdit(Protocol.Range range, string newText, string? annotation) =>
        new() { Range = range, NewText = newText, AnnotationId = annotation };

    private static IEnumerable<OneOf<TextDocumentEdit, CreateFile>> Creation(NewFile file, string? annotation)
    {
        yield return new CreateFile { Uri = file.File.Uri, AnnotationId = annotation };
        var start = new Position { Line = 0, Character = 0 };
        yield return Change(file.File.Uri, null, [AnnotatedEdit(new Protocol.Range { Start = start, End = start }, file.Text, annotation)]);
    }

    private static Diagnostic Diagnostic(SessionState state, Document document, Core.Rules.Diagnostic found) => new()
    {
        Range = Range(state, document, found.Span),
        Severity = found.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            Severity.Info => DiagnosticSeverity.Information,
            _ => DiagnosticSeverity.Hint,
        },
        Code = found.Code,
        CodeDescription = state.Client.CodeDescription ? new CodeDescription { Href = RuleUrl.Of(found.Rule, Product.RepositoryUrl) } : null,
        Source = Source,
        Message = found.Message.In(state.Language),
        RelatedInformation = state.Client.RelatedInformation ? Related(state, found.Related) : null,
        Tags = TagOf(found.Tag) is { } tag && state.Client.DiagnosticTags.Contains(tag) ? [tag] : null,
    };

    private static DiagnosticTag? TagOf(FindingTag tag) => tag switch
    {
        FindingTag.Unnecessary => DiagnosticTag.Unnecessary,
        FindingTag.Deprecated => DiagnosticTag.Deprecated,
        _ => null,
    };

    private static DiagnosticRelatedInformation[]? Related(SessionState state, ImmutableArray<RelatedPlace> places)
    {
        DiagnosticRelatedInformation[] related =
        [
            .. from place in places
               let document = state.Workspace.Find(place.Path).Document
               where document is not null
               select new DiagnosticRelatedInformation
               {
                   Location = Location(state, document, place.Span),
                   Message = place.Message.In(state.Language),
               },
        ];
        return related.Length == 0 ? null : related;
    }

    /// <summary>
    /// Every item finds its stage again by its label among those up to the last one that is offered, so that all carry the same. The
    /// stages of one list are those of one Dockerfile. Other items have nothing to be found again.
    /// </summary>
    private static JsonElement? CompletionDataOf(Document document, Core.Features.CompletionList list) => list.Items[0].Dockerfile is not { } dockerfile
        ? null
        : ServerJson.ToElement(new CompletionData
        {
            Document = HostPlace.Of(document.Path).Uri,
            Dockerfile = HostPlace.Of(dockerfile).Uri,
            Inside = dockerfile.HostOffset,
            Above = list.Items.Max(item => item.Stage) + 1,
        });

    private static CompletionItem Completion(SessionState state, Core.Features.CompletionItem item, int index) => new()
    {
        Label = item.Label,
        LabelDetails = state.Client.LabelDetails && item.Detail is not null
            ? new CompletionItemLabelDetails { Description = item.Detail }
            : null,
        Detail = state.Client.LabelDetails ? null : item.Detail,
        Kind = CompletionItemKind.Reference,
        SortText = index.ToString("D4", CultureInfo.InvariantCulture),
        FilterText = item.NewText == item.Label ? null : item.NewText,
    };

    /// <summary>
    /// Where the client knows the difference, inserting replaces only what stands before the cursor (LSP: InsertReplaceEdit; both ranges
    /// are on one line and hold the cursor).
    /// </summary>
    private static OneOf<TextEdit, InsertReplaceEdit> Replacement(
        SessionState state, Document document, int offset, Core.Features.CompletionItem item) =>
        EditRange(state, document, offset, item.Replace).Value switch
        {
            EditRangeWithInsertReplace both => new InsertReplaceEdit { NewText = item.NewText, Insert = both.Insert, Replace = both.Replace },
            Protocol.Range range => new TextEdit { Range = range, NewText = item.NewText },
            var other => throw new InvalidOperationException($"no range: {other}"),
        };

    private static OneOf<Protocol.Range, EditRangeWithInsertReplace> EditRange(SessionState state, Document document, int offset, TextSpan span)
    {
        var replace = Range(state, document, span);
        if (!state.Client.InsertReplace)
            return replace;
        var insert = TextSpan.Between(span.Start, Math.Clamp(offset, span.Start, span.End));
        return new EditRangeWithInsertReplace { Insert = Range(state, document, insert), Replace = replace };
    }

    /// <summary>Building is done by the client where it can, else by asking us for the command line.</summary>
    private static Command CommandOf(SessionState state, Document document, StageLens lens) => lens switch
    {
        StageLens.Build build => new Command
        {
            Title = lens.Title,
            CommandValue = state.Client.BuildsTargets ? "dockstage.buildTarget" : ExecuteCommandHandler.Name,
            Arguments = [ServerJson.ToElement(new StageToBuild { Dockerfile = build.Dockerfile.Uri, Stage = build.Stage })],
        },
        StageLens.BuildOfConsumer build => new Command
        {
            Title = lens.Title,
            CommandValue = state.Client.BuildsTargets ? "dockstage.buildTarget" : ExecuteCommandHandler.Name,
            Arguments = [ServerJson.ToElement(new ConsumerToBuild { Consumer = build.File.Uri, Build = build.Name })],
        },
        StageLens.References { Places.IsEmpty: false } references when state.Client.ShowsReferences => new Command
        {
            Title = lens.Title,
            CommandValue = "dockstage.showReferences",
            Arguments =
            [
                ServerJson.ToElement(new ShowReferencesArguments
                {
                    Uri = document.Path.Uri,
                    Position = Position(state, document, references.Name.Start),
                    Locations =
                    [
                        .. from place in references.Places
                           let file = state.Workspace.Find(place.File).Document
                           where file is not null
                           select Location(state, file, place.Span),
                    ],
                }),
            ],
        },
        StageLens.Graph graph => new Command
        {
            Title = lens.Title,
            CommandValue = "dockstage.showGraph",
            Arguments = [ServerJson.ToElement(new StageToShow { Document = graph.Dockerfile.Uri, Label = graph.Stage })],
        },
        _ => new Command { Title = lens.Title, CommandValue = "" },
    };

    private static DocumentSymbol Symbol(SessionState state, Document document, OutlineItem item) => new()
    {
        Name = item.Name,
        Detail = item.Detail,
        Kind = KindOf(item),
        Range = Range(state, document, item.Span),
        SelectionRange = Range(state, document, item.Selection),
        Children = item.Children.IsEmpty ? null : [.. item.Children.Select(child => Symbol(state, document, child))],
    };

    private static SymbolInformation Symbol(SessionState state, Document document, OutlineItem item, string? container) => new()
    {
        Name = item.Name,
        Kind = KindOf(item),
        ContainerName = container,
        Location = Location(state, document, item.Span),
    };

    private static SymbolKind KindOf(OutlineItem item) => item.Kind switch
    {
        OutlineKind.Stage => SymbolKind.Class,
        OutlineKind.Variable => SymbolKind.Variable,
        OutlineKind.Dockerfile => SymbolKind.Module,
        _ => SymbolKind.Function,
    };

    /// <summary>Text for people. Our Markdown reads well as it stands, too.</summary>
    public static MarkupContent Markup(string markdown, bool isKnown) =>
        new() { Kind = isKnown ? MarkupKind.Markdown : MarkupKind.PlainText, Value = markdown };

    private static Location Location(SessionState state, Document document, TextSpan span) =>
        new() { Uri = HostPlace.Of(document.Path).Uri, Range = Range(state, document, span) };

    /// <summary>A range of a document; of one that is written inside another, where it stands there.</summary>
    private static Protocol.Range Range(SessionState state, Document document, TextSpan span)
    {
        if (document.Path.Host is { } host)
            (document, span) = (state.Workspace.Find(host).Document!, HostPlace.Of(state.Workspace, new FilePlace(document.Path, span)).Span);
        return new Protocol.Range { Start = Position(state, document, span.Start), End = Position(state, document, span.End) };
    }

    private static Position Position(SessionState state, Document document, int offset)
    {
        var position = document.Text.PositionAt(offset, state.Client.Encoding);
        return new Position { Line = position.Line, Character = position.Character };
    }
}
