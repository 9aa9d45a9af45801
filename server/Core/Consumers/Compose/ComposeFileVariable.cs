using System.Buffers;
using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// What <c>COMPOSE_FILE</c> says in a <c>.env</c>: the files on which <c>docker compose</c> runs in that folder, separated by what
/// <c>COMPOSE_PATH_SEPARATOR</c> says, else by <c>:</c> (on Windows <c>;</c>). compose-go, cli/options.go.
/// </summary>
/// <param name="Files">The files, each laid over those before it; none where nothing is said or it cannot be known.</param>
/// <param name="Separator">What stands between them.</param>
internal sealed record ComposeFileVariable(ImmutableArray<FileReference> Files, string Separator)
{
    /// <summary>The name of such files.</summary>
    public const string FileName = ".env";

    private static readonly SearchValues<char> NeedEscapes = SearchValues.Create("\"'\\$\r\n");

    /// <summary>Reads one. A place at which nothing is written yet is an empty value.</summary>
    public static ComposeFileVariable In(Document env)
    {
        var variables = DotEnv.Read([env], ComposeVariables.None);
        var separator = variables.GetValueOrDefault("COMPOSE_PATH_SEPARATOR")?.Text is { Length: > 0 } given ? given : env.Path.HasDrive ? ";" : ":";
        return new ComposeFileVariable(variables.GetValueOrDefault("COMPOSE_FILE") is { IsOpen: false } variable ? Split(env, variable, separator) : [], separator);
    }

    /// <summary>The edit after which a word of a file of variables says something else; null where that would need quotes or escapes, or be two names.</summary>
    public static TextEdit? Rewrite(Document env, TextSpan span, string text)
    {
        var isSafe = text.Length > 0 && text.Trim() == text && !text.AsSpan().ContainsAny(NeedEscapes) && !text.Contains(" #", StringComparison.Ordinal) && text[0] != '#';
        var (files, separator) = In(env);
        return isSafe && !(text.Contains(separator, StringComparison.Ordinal) && files.Any(file => file.Value.Span == span)) ? new TextEdit(span, text) : null;
    }

    private static ImmutableArray<FileReference> Split(Document env, ComposeVariable variable, string separator)
    {
        var files = ImmutableArray.CreateBuilder<FileReference>();
        var start = 0;
        foreach (var name in variable.Text.Split(separator))
        {
            // Where it is put together or escaped, it stands nowhere as it is.
            var span = variable.Value is { } whole ? new TextSpan(whole.Span.Start + start, name.Length) : default;
            var value = new TextValue { File = env.Path, Span = span, Reach = span, Text = name, IsComputed = variable.Value is null };
            files.Add(new FileReference(value, name.Length == 0 ? null : env.Path.Parent?.Resolve(name), env.Path.Parent) { Endings = FileNames.YamlEndings });
            start += name.Length + separator.Length;
        }

        return files.ToImmutable();
    }
}
