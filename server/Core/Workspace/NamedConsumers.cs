using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>The files that are of a consumer's kind because another file says so, whatever they are called (<see cref="IStageConsumer.NamingFile"/>).</summary>
internal sealed class NamedConsumers
{
    private readonly ImmutableDictionary<DocumentPath, ImmutableArray<(IStageConsumer Consumer, FileReference Words)>> _said;

    private NamedConsumers(ImmutableDictionary<DocumentPath, ImmutableArray<(IStageConsumer Consumer, FileReference Words)>> said) => _said = said;

    /// <summary>No file says so of any.</summary>
    public static NamedConsumers None { get; } = new(ImmutableDictionary<DocumentPath, ImmutableArray<(IStageConsumer Consumer, FileReference Words)>>.Empty);

    /// <summary>All words that say so, with the consumer whose files they name.</summary>
    public IEnumerable<(IStageConsumer Consumer, FileReference Words)> All => _said.Values.SelectMany(words => words);

    /// <summary>All such files, whether or not they exist.</summary>
    public IEnumerable<DocumentPath> Files => All.Select(one => one.Words.File).OfType<DocumentPath>().Distinct();

    /// <summary>The words of a file that say so.</summary>
    public IEnumerable<FileReference> WordsIn(DocumentPath path) => Said(path).Select(one => one.Words);

    /// <summary>The files of which a file says it.</summary>
    public IEnumerable<DocumentPath> FilesIn(DocumentPath path) => WordsIn(path).Select(words => words.File).OfType<DocumentPath>().Distinct();

    /// <summary>The files that say it of a file: those of the nearest folder above it first, then the others, by their paths.</summary>
    public IEnumerable<DocumentPath> NamersOf(DocumentPath path) =>
        from said in _said
        where said.Value.Any(one => path.Equals(one.Words.File))
        let isAbove = said.Key.Parent is { } folder && path.IsWithin(folder)
        orderby isAbove descending, isAbove ? -said.Key.Path.Length : 0, said.Key.Uri
        select said.Key;

    /// <summary>The consumer of which a file is said to be, or null. What a file is by its name, or by its language, counts more.</summary>
    public IStageConsumer? ConsumerOf(Document document) =>
        _said.IsEmpty || StageFiles.HasKindByName(document.Path, document.LanguageId) ? null : All.FirstOrDefault(one => document.Path.Equals(one.Words.File)).Consumer;

    /// <summary>The same with what a document says now; itself when that is nothing new.</summary>
    public NamedConsumers With(Document document, ImmutableArray<IStageConsumer> kinds)
    {
        if (document.Path.Host is not null || !kinds.Any(kind => kind.NamingFile == document.Path.Name))
            return this;
        ImmutableArray<(IStageConsumer Consumer, FileReference Words)> said =
        [
            .. from kind in kinds
               where kind.NamingFile == document.Path.Name
               from words in kind.NamedBy(document)
               select (kind, words),
        ];
        return said.IsEmpty ? Without(document.Path) : Said(document.Path).SequenceEqual(said) ? this : new NamedConsumers(_said.SetItem(document.Path, said));
    }

    /// <summary>The same without what a path said; itself when that is nothing.</summary>
    public NamedConsumers Without(DocumentPath path) => _said.ContainsKey(path) ? new NamedConsumers(_said.Remove(path)) : this;

    private ImmutableArray<(IStageConsumer Consumer, FileReference Words)> Said(DocumentPath path) => _said.GetValueOrDefault(path, []);
}
