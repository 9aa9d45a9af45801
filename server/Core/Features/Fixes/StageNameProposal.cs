using System.Globalization;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Features.Fixes;

/// <summary>Finds a name for a stage that has none: valid, free, and hiding no image of the file.</summary>
internal static class StageNameProposal
{
    /// <summary>Nobody wants to type a longer one.</summary>
    private const int Longest = 40;

    /// <summary>
    /// For a stage of the file: <c>final</c> for the last one, <c>build</c> for one that runs something, else the name of its base image, from
    /// which it merely passes files on.
    /// </summary>
    public static string For(DockerfileModel model, Stage stage)
    {
        if (stage.Index == model.Stages.Length - 1)
            return Free("final", model, stage);
        if (Runs(model, stage))
            return Free("build", model, stage);
        return Free(stage.Base is StageBase.OnImage image ? FromImage(image.Reference) ?? "files" : "files", model, stage);
    }

    /// <summary>For a stage that is to be written, from a word that says what it is: an image or a variable.</summary>
    public static string ForNew(DockerfileModel model, string word)
    {
        var name = FromImage(word.Trim('$', '{', '}')) ?? "stage";
        return Free(name, model, model.Stages[0] with { Index = -1, Name = null });
    }

    /// <summary>The image's own name: <c>ghcr.io/acme/tool:1.2@sha256:…</c> is <c>tool</c>, <c>golang:${VERSION}</c> is <c>golang</c>.</summary>
    private static string? FromImage(string reference)
    {
        var name = reference[(reference.LastIndexOf('/') + 1)..];
        var end = name.AsSpan().IndexOfAny(":@$");
        return ImageName.ComponentFrom(end > 0 ? name[..end] : name) is { } component && char.IsAsciiLetterLower(component[0]) ? component : null;
    }

    private static string Free(string wish, DockerfileModel model, Stage stage)
    {
        wish = wish[..Math.Min(wish.Length, Longest)].TrimEnd('.', '_', '-');
        var name = wish;
        for (var number = 2; NewStageName.RefusalOf(name, model, stage) is not null; number++)
            name = wish + "-" + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    private static bool Runs(DockerfileModel model, Stage stage)
    {
        var syntax = model.Syntax;
        var end = stage.Index + 1 < syntax.Froms.Length ? syntax.Froms[stage.Index + 1] : syntax.Items.Length;
        for (var place = syntax.Froms[stage.Index]; place < end; place++)
        {
            if (syntax.Items[place] is Instruction { Keyword: InstructionKeyword.Run })
                return true;
        }

        return false;
    }
}
