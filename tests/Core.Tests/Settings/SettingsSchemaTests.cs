using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dockstage.Core.Rules;
using Dockstage.Core.Settings;

namespace Dockstage.Core.Tests.Settings;

/// <summary>
/// schemas/dockstage.schema.json and the settings in package.json say what the code knows. <c>UPDATE_EXPECT=1</c> writes the schema and, in
/// package.json, the rules.
/// </summary>
public sealed class SettingsSchemaTests
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Descriptions { get; } = JsonNode.Parse(File.ReadAllText(InRepository("package.nls.json")))!.AsObject();

    [Fact]
    public void The_schema_of_settings_files_is_current()
    {
        var expected = Schema().ToJsonString(Indented) + "\n";
        if (Updates)
            File.WriteAllText(InRepository("schemas/dockstage.schema.json"), expected);
        Assert.Equal(expected, File.ReadAllText(InRepository("schemas/dockstage.schema.json")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_extension_contributes_exactly_the_settings_that_the_server_knows()
    {
        var contributed = Contributed(Manifest());
        Assert.Equal(SettingTable.All.Select(setting => "dockstage." + setting.Name).Order(), contributed.Select(pair => pair.Key).Order());
        foreach (var setting in SettingTable.All)
        {
            var shape = contributed["dockstage." + setting.Name]!;
            Assert.Equal(TypeOf(setting), (string?)shape["type"]);
            if (setting.Kind == SettingKind.Choice)
                Assert.Equal(setting.Choices, shape["enum"]!.AsArray().Select(word => (string)word!));
            if (setting.Kind == SettingKind.Texts)
                Assert.Equal("string", (string?)shape["items"]!["type"]);
            // What the files may set must be a setting of folders, or the editor would not tell the server which folder has it.
            Assert.Equal(!setting.IsOfEditor, (string?)shape["scope"] == "resource");
            Assert.True(Descriptions.ContainsKey("setting." + setting.Name), $"{setting.Name} has no description in package.nls.json.");
        }
    }

    [Fact]
    public void The_setting_for_rules_offers_every_rule_with_its_description()
    {
        var manifest = Manifest();
        var rules = Contributed(manifest)["dockstage.rules"]!.AsObject();
        var (expected, others) = (RuleProperties(), JsonValue.Create(false));
        if (Updates)
        {
            rules["properties"] = RuleProperties();
            rules["additionalProperties"] = others.DeepClone();
            File.WriteAllText(InRepository("package.json"), manifest.ToJsonString(Indented) + "\n");
        }

        Assert.Equal(expected.ToJsonString(Indented), rules["properties"]?.ToJsonString(Indented));
        Assert.Equal("false", rules["additionalProperties"]?.ToJsonString());
    }

    [Fact]
    public void The_editor_is_told_which_files_the_schema_is_for()
    {
        var contributes = Manifest()["contributes"]!;
        var validation = contributes["jsonValidation"]!.AsArray().Single()!;
        Assert.Equal(SettingsFile.FileName, (string?)validation["fileMatch"]);
        Assert.True(File.Exists(InRepository((string)validation["url"]!)));
        // Comments are allowed, so that the editor must not take it for plain JSON.
        var language = contributes["languages"]!.AsArray().Single()!;
        Assert.Equal("jsonc", (string?)language["id"]);
        Assert.Equal([SettingsFile.FileName], language["filenames"]!.AsArray().Select(name => (string)name!));
    }

    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1";

    private static JsonObject Schema()
    {
        var properties = new JsonObject { ["$schema"] = new JsonObject { ["type"] = "string" } };
        foreach (var setting in SettingTable.All.Where(setting => !setting.IsOfEditor))
        {
            properties[setting.Name] = Shape(setting);
            if (setting.Kind == SettingKind.Severities)
            {
                foreach (var (code, shape) in RuleProperties())
                    properties[SettingTable.RulesPrefix + code] = shape!.DeepClone();
            }
            else if (setting.Name.Split('.') is [var group, var name])
            {
                var inGroup = properties[group] ??= Closed([]);
                inGroup["properties"]![name] = Shape(setting);
            }
        }

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Dockstage settings (.dockstage.json)",
            ["description"] =
                "The dockstage.* settings without the prefix, for the files in this folder and below. The nearest file wins, key by key, and it wins over the editor's settings.",
            ["allowComments"] = true,
            ["allowTrailingCommas"] = true,
        };
        foreach (var (key, value) in Closed(properties))
            schema[key] = value?.DeepClone();
        return schema;
    }

    private static JsonObject Shape(KnownSetting setting)
    {
        var shape = setting.Kind == SettingKind.Severities ? Closed(RuleProperties()) : new JsonObject { ["type"] = TypeOf(setting) };
        if (setting.Kind == SettingKind.Choice)
            shape["enum"] = Words(setting);
        if (setting.Kind == SettingKind.Texts)
            shape["items"] = new JsonObject { ["type"] = "string" };
        shape["description"] = (string?)Descriptions["setting." + setting.Name];
        return shape;
    }

    private static JsonObject RuleProperties()
    {
        var properties = new JsonObject();
        foreach (var rule in RuleTable.All.OrderBy(rule => rule.Code, StringComparer.Ordinal))
        {
            properties[rule.Code] = new JsonObject
            {
                ["type"] = "string",
                ["enum"] = Words(SettingTable.Find("rules")!),
                ["markdownDescription"] = RuleSummary.Of(rule),
            };
        }

        return properties;
    }

    private static JsonObject Closed(JsonObject properties) =>
        new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };

    private static JsonArray Words(KnownSetting setting) => [.. setting.Choices.Select(word => JsonValue.Create(word))];

    private static string TypeOf(KnownSetting setting) => setting.Kind switch
    {
        SettingKind.Flag => "boolean",
        SettingKind.Texts => "array",
        SettingKind.Severities => "object",
        _ => "string",
    };

    private static JsonObject Manifest() => JsonNode.Parse(File.ReadAllText(InRepository("package.json")))!.AsObject();

    private static JsonObject Contributed(JsonObject manifest) => manifest["contributes"]!["configuration"]!["properties"]!.AsObject();

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));
}
