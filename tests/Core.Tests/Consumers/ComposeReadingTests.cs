using Dockstage.Core.Consumers.Compose;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Consumers;

/// <summary>How often other files are asked for while one is read: what grows with the square of a project takes seconds in a large one.</summary>
public sealed class ComposeReadingTests
{
    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("compose.override.yaml")]
    [InlineData("compose.prod.yaml")]
    public void A_project_that_includes_many_files_is_read_a_few_times_however_many_there_are(string file)
    {
        var (few, many) = (QuestionsFor(file, 20), QuestionsFor(file, 200));
        Assert.True(few >= 20, $"{few} questions");
        Assert.InRange(many, few, few * 11);
    }

    private static int QuestionsFor(string name, int includes)
    {
        var services = Enumerable.Range(0, includes).ToList();
        var root = new Dictionary<string, string>
        {
            ["compose.yaml"] = "include:\n" + string.Concat(services.Select(i => $"  - s{i}/part.yaml\n")),
            ["compose.prod.yaml"] = "services: {s1: {build: {target: prod}}, own: {build: .}}\n",
        };
        if (name != "compose.yaml")
            root[name] = root["compose.prod.yaml"];
        foreach (var i in services)
            root[$"s{i}/part.yaml"] = $"services: {{s{i}: {{build: .}}}}\n";
        var documents = new Counting(root.ToDictionary(
            entry => Markup.Root.Resolve(entry.Key), entry => new Document(Markup.Root.Resolve(entry.Key), SourceText.From(entry.Value))));
        new ComposeConsumer().Read(documents.Find(Markup.Root.Resolve(name)).Document!, documents);
        return documents.Questions;
    }

    private sealed class Counting(Dictionary<DocumentPath, Document> documents) : IDocumentSource
    {
        public int Questions { get; private set; }

        public DocumentState Find(DocumentPath path)
        {
            Questions++;
            return documents.TryGetValue(path, out var found) ? DocumentState.Known(found) : DocumentState.Absent;
        }
    }
}
