using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// The base image is for another platform than the one asked for. Docker sees that in the image; Dockstage asks no registry, so it speaks
/// only of Docker's official images whose name says for which single platform they are (<c>arm64v8/alpine</c>).
/// </summary>
public sealed class InvalidBaseImagePlatform : LintRule
{
    /// <summary>docker-library/official-images: the organizations of images for one architecture.</summary>
    private static readonly Dictionary<string, Platform> Organizations = new(StringComparer.Ordinal)
    {
        ["amd64"] = new("linux", "amd64", ""),
        ["arm32v5"] = new("linux", "arm", "v5"),
        ["arm32v6"] = new("linux", "arm", "v6"),
        ["arm32v7"] = new("linux", "arm", "v7"),
        ["arm64v8"] = new("linux", "arm64", ""),
        ["i386"] = new("linux", "386", ""),
        ["mips64le"] = new("linux", "mips64le", ""),
        ["ppc64le"] = new("linux", "ppc64le", ""),
        ["riscv64"] = new("linux", "riscv64", ""),
        ["s390x"] = new("linux", "s390x", ""),
    };

    /// <inheritdoc/>
    public override bool HonoursInlineSkip => false;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            `FROM --platform=` asks for a platform, and the base is one of Docker's official images for another single one, such as
            `arm64v8/alpine`. Docker also sees it in any other image; Dockstage asks no registry.
            """,
        Matters = "The image cannot run on the platform that is built for, or only under emulation.",
        Bad = """
            FROM --platform=linux/amd64 arm64v8/alpine:3.20 AS tools_amd64
            """,
        Good = """
            FROM --platform=linux/arm64 arm64v8/alpine:3.20 AS tools_arm64
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var (instruction, stage) in file.Froms)
        {
            if (stage.Base is not StageBase.OnImage(var image)
                || FromPlatform.Of(file, instruction) is not { Variables.IsEmpty: true, Expanded: { } asked }
                || Platform.Read(asked, out _) is not { } expected
                || PlatformOf(image) is not { } actual
                || (actual.Os == expected.Os && actual.Architecture == expected.Architecture))
            {
                continue;
            }

            yield return Warn(
                stage.BaseSpan, $"Base image {image} was pulled with platform \"{actual}\", expected \"{expected}\" for current build");
        }
    }

    private static Platform? PlatformOf(string image) =>
        ImageReference.Read(image, out _) is { Domain: "docker.io" } reference && reference.Path.Split('/') is [var organization, _]
            ? Organizations.GetValueOrDefault(organization)
            : null;
}
