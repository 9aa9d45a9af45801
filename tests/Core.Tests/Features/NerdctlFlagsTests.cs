using System.Collections.Immutable;
using Dockstage.Core.Features;

namespace Dockstage.Core.Tests.Features;

/// <summary>
/// The words that nerdctl is given are those that it documents: github.com/containerd/nerdctl, docs/command-reference.md at commit 8da504083f15 (after v2.3.5).
/// </summary>
public sealed class NerdctlFlagsTests
{
    /// <summary>"nerdctl build", Usage: <c>nerdctl build [OPTIONS] PATH</c>. A flag with <c>=</c> takes a word.</summary>
    private static readonly Dictionary<string, bool> Build = Documented("--buildkit-host= -t= --tag= -f= --file= --target= --build-arg= --no-cache --output= --progress= --provenance= --pull --secret= --allow= "
        + "--attest= --ssh= -q --quiet --sbom= --cache-from= --cache-to= --platform= --iidfile= --ipfs --label= --network= --build-context= --add-host= "
        + "--source-policy-file=");

    /// <summary>"nerdctl run", Usage: <c>nerdctl run [OPTIONS] IMAGE [COMMAND] [ARG...]</c>, "Basic flags"; <c>-it</c> is <c>-i</c> and <c>-t</c>.</summary>
    private static readonly Dictionary<string, bool> Run = Documented("-i -t -it -d --rm --pull=");

    /// <summary>"nerdctl compose", Usage: <c>nerdctl compose [OPTIONS] [COMMAND]</c>.</summary>
    private static readonly Dictionary<string, bool> Compose = Documented("-f= --file= -p= --project-name= --project-directory=");

    /// <summary>"nerdctl compose build", Usage: <c>nerdctl compose build [OPTIONS] [SERVICE...]</c>. <c>--</c> is that of every program that reads its flags with cobra.</summary>
    private static readonly Dictionary<string, bool> ComposeBuild = Documented("--build-arg= --no-cache --progress= --ipfs --=");

    private static readonly MarkedWorkspace Workspace = new("""
        //- Dockerfile
        FROM golang AS builder
        //- shop/compose.yaml
        services:
          web: {build: {context: ., target: builder}}
          -x: {build: .}
        //- shop/compose.dev.yaml
        services: {web: {build: {target: develop}}}
        """);

    public static TheoryData<bool, bool, string?> Choices => new MatrixTheoryData<bool, bool, string?>([false, true], [false, true], [null, "", "example/x:1"]);

    [Theory]
    [MemberData(nameof(Choices))]
    public void A_stage_is_built_and_run_with_flags_that_nerdctl_has(bool hasChoices, bool isNamed, string? tag)
    {
        var options = new BuildOptions
        {
            Engine = Engine.Nerdctl,
            Tag = tag,
            // What only buildx has stays out.
            Builder = "remote",
            Progress = "rawjson",
        };
        if (hasChoices)
        {
            options = options with
            {
                Platforms = ["linux/amd64", "linux/arm64"],
                Arguments = ["A=b", "TOKEN"],
                Secrets = ["id=npm,src=.npmrc"],
                NoCache = true,
                Output = BuildOutput.Cache,
            };
        }

        var made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.For(Workspace.Snapshot, Workspace["Dockerfile"].Path, isNamed ? "builder" : null, options)).Command;
        var (flags, rest) = Read(made.Argv, ["nerdctl", "build"], Build);
        Assert.Equal(["."], rest);
        string[] chosen = hasChoices ? ["--platform", "--build-arg", "--build-arg", "--secret", "--no-cache"] : [];
        Assert.Equal([.. isNamed ? ["--target"] : Array.Empty<string>(), "-f", .. tag == "" ? Array.Empty<string>() : ["-t"], .. chosen], flags);
        if (made.Run.IsEmpty)
        {
            Assert.True(tag == "" || hasChoices);
            return;
        }

        (flags, rest) = Read(made.Run, ["nerdctl", "run"], Run);
        Assert.Equal(["--rm", "-it"], flags);
        Assert.Equal([made.Tag!], rest);
    }

    [Theory]
    [InlineData("shop/compose.yaml", "web", "-f")]
    [InlineData("shop/compose.yaml", "-x", "-f")]
    [InlineData("shop/compose.dev.yaml", "web", "-f", "-f")]
    public void A_service_is_built_with_flags_that_nerdctl_compose_has(string file, string service, params string[] expected)
    {
        var options = new BuildOptions { Engine = Engine.Nerdctl, Builder = "remote", NoCache = true };
        var made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.ForConsumer(Workspace.Snapshot, Workspace[file].Path, service, options)).Command;
        var (flags, rest) = Read(made.Argv, ["nerdctl", "compose"], Compose);
        Assert.Equal(expected, flags);
        (flags, rest) = Read(rest, ["build"], ComposeBuild);
        Assert.Equal(service.StartsWith('-') ? ["--"] : [], flags);
        Assert.Equal(service.StartsWith('-') ? [] : [service], rest);
        Assert.Equal(service, made.Argv[^1]);
    }

    /// <summary>The flags up to the first word that is none, and what stands from there on. A flag that is not documented is an error.</summary>
    private static (ImmutableArray<string> Flags, ImmutableArray<string> Others) Read(ImmutableArray<string> argv, string[] command, Dictionary<string, bool> documented)
    {
        Assert.Equal(command, argv.Take(command.Length));
        var flags = ImmutableArray.CreateBuilder<string>();
        var at = command.Length;
        for (; at < argv.Length && argv[at].StartsWith('-'); at++)
        {
            Assert.True(documented.TryGetValue(argv[at], out var takesWord), $"{string.Join(' ', command)} has no {argv[at]}");
            flags.Add(argv[at]);
            at += takesWord ? 1 : 0;
        }

        return (flags.ToImmutable(), [.. argv.Skip(at)]);
    }

    private static Dictionary<string, bool> Documented(string flags) => flags.Split(' ').ToDictionary(flag => flag.TrimEnd('='), flag => flag.EndsWith('='));
}
