using System.Text.Json;
using Dockstage.Core.Features;
using Dockstage.Core.Semantics;
using Dockstage.Core.Workspace;

namespace Dockstage.Cli.Targets;

/// <summary>What can be built, as JSON. Other programs rely on its shape.</summary>
internal static class TargetsJson
{
    /// <summary>The report.</summary>
    public static string Of(TargetsReport report) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("dockerfiles");
        foreach (var (path, model) in report.Dockerfiles)
        {
            writer.WriteStartObject();
            writer.WriteString("path", report.Shown(path));
            writer.WriteStartArray("targets");
            foreach (var stage in model.Stages)
                Write(writer, stage, model);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("consumers");
        foreach (var build in report.Consumers)
            Write(writer, build, report);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Stage stage, DockerfileModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("name", stage.Name);
        writer.WriteNumber("index", stage.Index);
        writer.WriteNumber("line", model.Text.LineAt(stage.FromSpan.Start) + 1);
        writer.WriteString("base", stage.BaseText);
        writer.WriteString("description", stage.Description);
        writer.WriteBoolean("default", stage.Index == model.Stages.Length - 1);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ConsumerBuild build, TargetsReport report)
    {
        var (target, builds) = (build.Target, build.Builds);
        writer.WriteStartObject();
        writer.WriteString("path", report.Shown(target.File));
        writer.WriteString("kind", target.Consumer);
        writer.WriteString("name", target.Name);
        writer.WriteNumber("line", report.LineOf(target.File, build.Offset));
        writer.WriteString("context", target.Context.Folder is { } folder ? report.Shown(folder) : target.Context.Value?.Text);
        writer.WriteString("dockerfile", target.Dockerfile.IsInline || build.DockerfilePath is not { } dockerfile ? null : report.Shown(dockerfile));
        writer.WriteBoolean("inline", target.Dockerfile.IsInline);
        writer.WriteString("target", build.Stage?.Text);
        if (builds is not null)
            writer.WriteNumber("stageLine", report.LineOf(build, builds));
        else
            writer.WriteNull("stageLine");
        if (report.CommandOf(build) is BuildCommandResult.Made { Command: var command })
        {
            writer.WriteStartArray("argv");
            foreach (var word in command.Argv)
                writer.WriteStringValue(word);
            writer.WriteEndArray();
            writer.WriteString("cwd", report.Shown(command.Folder));
        }
        else
        {
            writer.WriteNull("argv");
            writer.WriteNull("cwd");
        }

        if (!build.MergedWith.IsEmpty && !build.IsMerged)
        {
            writer.WriteStartArray("mergedWith");
            foreach (var below in build.MergedWith)
                writer.WriteStringValue(report.Shown(below));
            writer.WriteEndArray();
        }

        if (build.IsMerged)
            writer.WriteBoolean("merged", true);
        writer.WriteEndObject();
    }
}
