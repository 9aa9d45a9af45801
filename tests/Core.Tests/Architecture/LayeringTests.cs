using System.Reflection;
using Dockstage.Core.Consumers;
using Dockstage.Core.Rules;
using NetArchTest.Rules;

namespace Dockstage.Core.Tests.Architecture;

/// <summary>The arrows of ARCHITECTURE.md, checked in the compiled assembly.</summary>
public sealed class LayeringTests
{
    /// <summary>Each layer with the layers that it may use; Messages is data that every layer above Text may use.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Text"] = [],
        ["Messages"] = [],
        ["Syntax"] = ["Text"],
        ["Parsing"] = ["Text", "Syntax"],
        ["Semantics"] = ["Text", "Syntax", "Parsing"],
        ["Formats"] = ["Text"],
        ["IgnoreFiles"] = ["Text"],
        ["Documents"] = ["Text"],
        ["Settings"] = ["Text", "Messages", "Semantics", "Formats"],
        ["Consumers"] = ["Text", "Formats", "Documents"],
        ["Workspace"] = ["Text", "Syntax", "Semantics", "Settings", "IgnoreFiles", "Documents", "Consumers"],
        ["Rules"] = ["Text", "Messages", "Syntax", "Semantics", "Formats", "Settings", "IgnoreFiles", "Documents", "Consumers", "Workspace"],
        ["Features"] = ["Text", "Messages", "Syntax", "Semantics", "Documents", "Consumers", "Workspace", "Rules"],
    };

    private static readonly Assembly Core = typeof(RuleTable).Assembly;

    public static TheoryData<string> Layers => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_uses_only_the_layers_below_it(string layer)
    {
        var forbidden = MayUse.Keys.Except(MayUse[layer]).Where(other => other != layer).Select(Namespace).ToArray();
        var result = Types.InAssembly(Core).That().ResideInNamespace(Namespace(layer)).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.True(result.IsSuccessful, "these reach upwards: " + string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Every_layer_is_in_the_table_and_holds_something() => Assert.Equal(
        MayUse.Keys.Order(),
        Core.GetTypes().Select(t => t.Namespace).OfType<string>().Where(n => n.StartsWith("Dockstage.Core.", StringComparison.Ordinal))
            .Select(n => n.Split('.')[2]).Distinct().Order());

    [Theory]
    [InlineData("YamlDotNet", "Formats")]
    [InlineData("Sprache", "Parsing")]
    [InlineData("Wcwidth", "Text")]
    public void A_parsing_library_is_known_to_one_layer_alone(string library, string layer)
    {
        var result = Types.InAssembly(Core).That().DoNotResideInNamespace(Namespace(layer)).ShouldNot().HaveDependencyOn(library).GetResult();
        Assert.True(result.IsSuccessful, "these know it too: " + string.Join(", ", result.FailingTypeNames ?? []));
        Assert.Contains(Core.GetReferencedAssemblies(), a => a.Name == library);
    }

    [Fact]
    public void Core_references_no_protocol_dispatch_or_json_library()
    {
        string[] forbidden = ["StreamJsonRpc", "MediatR", "System.Text.Json", "Newtonsoft.Json", "System.CommandLine"];
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => forbidden.Contains(a.Name));
    }

    [Fact]
    public void Every_consumer_is_in_the_list() => Assert.Equal(
        Implementing<IStageConsumer>().Order(), StageConsumers.All.Select(c => c.GetType().Name).Order());

    [Fact]
    public void Every_rule_is_in_the_table_and_its_file_bears_its_code()
    {
        Assert.Equal(Implementing<IRule>().Order(), RuleTable.All.Select(r => r.GetType().Name).Order());
        Assert.All(RuleTable.All, rule => Assert.Equal(rule.GetType().Name, rule.Code));
    }

    private static IEnumerable<string> Implementing<T>() =>
        Core.GetTypes().Where(t => !t.IsAbstract && typeof(T).IsAssignableFrom(t)).Select(t => t.Name);

    private static string Namespace(string layer) => "Dockstage.Core." + layer;
}
