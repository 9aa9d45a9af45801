using Dockstage.Core.IgnoreFiles;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// COPY or ADD of a file that <c>.dockerignore</c> keeps out of the context. Where builds have several contexts, all of them must keep it out.
/// BuildKit (<c>validateCopySourcePath</c>): a file with exceptions is too hard to judge; the whole context is judged only by patterns that
/// leave nothing of it.
/// </summary>
public sealed class CopyIgnoredFile : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            `COPY` or `ADD` names a file or folder that the ignore file keeps out of the build context.

            The ignore file is `<Dockerfile>.dockerignore` beside the Dockerfile, else `.dockerignore` in the context: the context of the compose
            services that build the Dockerfile, else its own folder. When services build it in different contexts, the file must be kept out
            of all of them. As in Docker, an ignore file with a line that begins with `!` is not judged. Where no service builds it and it
            copies its own folder from above (`COPY api/x /` in `api/Dockerfile`), its context lies above, nobody here knows where.
            """,
        Matters = """
            The build fails with `failed to calculate checksum of ref …: "/secret.txt": not found` though the file is there, or copies less
            than was meant.
            """,
        Bad = """
            //- .dockerignore
            *.txt
            //- Dockerfile
            FROM scratch
            COPY notes.txt /
            """,
        Good = """
            //- .dockerignore
            *.tmp
            //- Dockerfile
            FROM scratch
            COPY notes.txt /
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        var ignored = file.Snapshot.IgnoredBy(file.Path);
        if (ignored.IsEmpty || ignored.Any(one => one.IsRefused || one.HasExceptions) || IsForAnotherContext(file))
            yield break;
        foreach (var step in file.Steps.Where(IsOfContext))
        {
            var name = step.Keyword == InstructionKeyword.Copy ? "Copy" : "Add";
            foreach (var (source, path) in SourcesOf(step))
            {
                if (ignored.All(one => path is "." or "/" ? one.ExcludesAll && one.Excludes(path) : one.Excludes(path)))
                {
                    yield return Warn(
                        step.InFile(source.Span), $"Attempting to {name} file {QuotedText.Of(path)} that is excluded by .dockerignore");
                }
            }
        }
    }

    /// <summary>
    /// Whether the ignore file is that of the Dockerfile's folder only because no build is known, while the Dockerfile itself shows that its
    /// context lies above: it copies something of its own folder by a path that begins outside of it.
    /// </summary>
    private static bool IsForAnotherContext(CheckedDockerfile file) =>
        file.Path.Parent is { } folder
        && !file.Snapshot.BuildTargetsOf(file.Path).Any()
        && IgnoreFile.OfDockerfile(file.Path) is { } own && file.Snapshot.Find(own).Document is null
        && file.Steps.Where(IsOfContext).SelectMany(SourcesOf).Any(source => IsFromAbove(source.Path.TrimStart('/'), folder));

    private static bool IsFromAbove(string source, DocumentPath folder)
    {
        for (var end = source.IndexOf('/', StringComparison.Ordinal); end >= 0; end = source.IndexOf('/', end + 1))
        {
            if (folder.Path.TrimEnd('/').EndsWith("/" + source[..end], StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>What is copied out of the context, as far as its variables are known.</summary>
    private static IEnumerable<(Argument Source, string Path)> SourcesOf(CheckedStep step)
    {
        foreach (var (source, text) in step.Parts.Content.Sources.Zip(step.Step.ExpandedArguments))
        {
            if (text is not null && !IsRemote(text))
                yield return (source, CleanPath.Of(text));
        }
    }

    private static bool IsOfContext(CheckedStep step) =>
        step.Keyword == InstructionKeyword.Add
        || (step.Keyword == InstructionKeyword.Copy && !step.Parts.Flags.Any(flag => flag.Name.Text == "from" && flag.Value is { Text.Length: > 0 }));

    /// <summary>BuildKit: URLs, and repositories as <c>git</c> writes them for ssh (<c>user@host:path</c>).</summary>
    private static bool IsRemote(string source) =>
        source.StartsWith("http://", StringComparison.Ordinal)
        || source.StartsWith("https://", StringComparison.Ordinal)
        || source.StartsWith("git://", StringComparison.Ordinal)
        || source.StartsWith("ssh://", StringComparison.Ordinal)
        || (source.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && source.IndexOf(':', at) > at);
}
