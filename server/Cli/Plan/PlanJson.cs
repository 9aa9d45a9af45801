using System.Text.Json;
using Dockstage.Core.Semantics;

namespace Dockstage.Cli.Plan;

/// <summary>A plan as JSON. Other programs rely on its shape.</summary>
internal static class PlanJson
{
    /// <summary>The plan.</summary>
    public static string Of(PlanReport report) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("dockerfile", report.Shown);
        writer.WriteString("target", report.Plan.Target.Name);
        writer.WriteStartArray("runs");
        foreach (var step in report.Plan.Runs)
        {
            writer.WriteStartObject();
            Write(writer, step.Stage, report);
            writer.WriteStartArray("because");
            foreach (var reason in step.Reasons)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", NameOf(reason.Kind));
                writer.WriteNumber("line", report.LineOf(reason.Offset));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("skips");
        foreach (var stage in report.Plan.Skips)
        {
            writer.WriteStartObject();
            Write(writer, stage, report);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("images");
        foreach (var image in report.Plan.Images)
            writer.WriteStringValue(image);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Stage stage, PlanReport report)
    {
        writer.WriteString("name", stage.Name);
        writer.WriteNumber("index", stage.Index);
        writer.WriteNumber("line", report.LineOf(stage.FromSpan.Start));
    }

    private static string NameOf(BuildReasonKind kind) => kind switch
    {
        BuildReasonKind.Target => "target",
        BuildReasonKind.From => "from",
        BuildReasonKind.Copy => "copy",
        BuildReasonKind.Mount => "mount",
        _ => "onbuild",
    };
}
