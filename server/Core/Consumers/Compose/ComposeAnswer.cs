using System.Collections.Immutable;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// What <c>docker compose config</c> prints: the project with everything replaced, merged and resolved. What is built for each service comes of it as in Compose's
/// own way to bake (docker/compose, pkg/compose/build_bake.go).
/// </summary>
internal static class ComposeAnswer
{
    private const string Insecure = "security.insecure";
    private const string ProjectLabel = "com.docker.compose.project";
    private const string ServiceLabel = "com.docker.compose.service";

    /// <summary>The builds of all services, or null when the text is no such answer.</summary>
    /// <param name="text">The answer, YAML.</param>
    /// <param name="variables">The variables known from files.</param>
    public static ImmutableArray<ToldBuild>? Read(string text, ComposeVariables variables)
    {
        if (YamlReader.Read(SourceText.From(text)) is not { IsBroken: false, Documents: [YamlMapping root] } || TextOf(root, "name") is not { } project)
            return null;
        var secrets = Entries(root, "secrets").ToDictionary(entry => entry.Key, entry => entry.Value as YamlMapping, StringComparer.Ordinal);
        return
        [
            .. from service in Entries(root, "services")
               where service.Value is YamlMapping
               let build = Find((YamlMapping)service.Value, "build") as YamlMapping
               where build is not null
               select BuildOf(project, service.Key, (YamlMapping)service.Value, build, secrets, variables),
        ];
    }

    private static ToldBuild BuildOf(
        string project, string name, YamlMapping service, YamlMapping build, Dictionary<string, YamlMapping?> definitions, ComposeVariables variables)
    {
        var secrets = ImmutableArray.CreateBuilder<string>();
        var hidden = ImmutableArray.CreateBuilder<string>();
        foreach (var given in Items(build, "secrets").OfType<YamlMapping>())
        {
            var source = TextOf(given, "source") ?? "";
            var target = TextOf(given, "target") is { Length: > 0 } other ? other : source;
            // What is neither a variable nor a file, such as a secret that is somewhere else, Compose hands to no builder.
            if (definitions.GetValueOrDefault(source) is not { } definition)
                continue;
            if (TextOf(definition, "environment") is { Length: > 0 } variable)
            {
                secrets.Add($"id={target},type=env,env={variable}");
                if (variables.Find(variable) is not null)
                    hidden.Add(variable);
            }
            else if (TextOf(definition, "file") is { Length: > 0 } file)
            {
                secrets.Add($"id={target},type=file,src={file}");
            }
        }

        var entitlements = Texts(build, "entitlements");
        if (IsTrue(build, "privileged"))
            entitlements = entitlements.Add(Insecure);
        return new ToldBuild
        {
            Name = name,
            Context = TextOf(build, "context") is { Length: > 0 } context ? context : null,
            Dockerfile = TextOf(build, "dockerfile"),
            InlineDockerfile = TextOf(build, "dockerfile_inline"),
            Stage = TextOf(build, "target") is { Length: > 0 } stage ? stage : null,
            Contexts = [.. Pairs(build, "additional_contexts").Select(pair => ContextOf(pair.Key, pair.Value ?? ""))],
            // Compose: one without a value that the environment does not set is not handed on.
            Arguments = [.. Pairs(build, "args").Where(pair => pair.Value is not null)],
            // Compose's own, by which it finds its images again, win. Its version is not among them: the answer does not tell it.
            Labels =
            [
                .. Pairs(build, "labels").Where(pair => pair.Key is not (ProjectLabel or ServiceLabel)).Select(pair => KeyValuePair.Create(pair.Key, (string?)(pair.Value ?? ""))),
                KeyValuePair.Create(ProjectLabel, (string?)project),
                KeyValuePair.Create(ServiceLabel, (string?)name),
            ],
            Tags = [.. Texts(build, "tags"), TextOf(service, "image") is { Length: > 0 } image ? image : $"{project}-{name}"],
            Platforms = Texts(build, "platforms") is { IsEmpty: false } platforms ? platforms : Texts(service, "platform"),
            CacheFrom = Texts(build, "cache_from"),
            CacheTo = Texts(build, "cache_to"),
            Secrets = secrets.ToImmutable(),
            Ssh = [.. Texts(build, "ssh").Select(SshOf)],
            NoCache = IsTrue(build, "no_cache"),
            UncachedStages = Texts(build, "no_cache_filter"),
            Pull = IsTrue(build, "pull"),
            Network = TextOf(build, "network") is { Length: > 0 } network ? network : null,
            SharedMemory = TextOf(build, "shm_size") is { Length: > 0 } size && size != "0" ? size : null,
            Limits = [.. Entries(build, "ulimits").Select(entry => $"{entry.Key}={LimitOf(entry.Value)}")],
            Hosts = HostsOf(Texts(build, "extra_hosts")),
            Entitlements = entitlements,
            IsPrivileged = entitlements.Contains(Insecure),
            Attestations = [.. AttestationOf(build, "provenance"), .. AttestationOf(build, "sbom")],
            HiddenVariables = hidden.ToImmutable(),
        };
    }

    private static ToldContext ContextOf(string name, string value) => value.StartsWith("service:", StringComparison.Ordinal)
        ? new ToldContext(name, value["service:".Length..], IsBuild: true)
        : new ToldContext(name, value, IsBuild: false);

    /// <summary>Compose prints a key's path behind <c>": "</c>, and takes <c>=</c>; the agent alone has no path.</summary>
    private static string SshOf(string text)
    {
        var at = text.IndexOfAny(['=', ':']);
        return at < 0 ? text + "=" : $"{text[..at]}={text[(at + 1)..].TrimStart(' ')}";
    }

    private static string LimitOf(YamlNode value) => value is YamlMapping both
        ? $"{TextOf(both, "soft") ?? "0"}:{TextOf(both, "hard") ?? "0"}"
        : TextOf(value) is { } single && !single.StartsWith('-') && single != "0" ? single : "0:0";

    /// <summary>Each host once; Compose prints one address a line, behind <c>=</c>.</summary>
    private static ImmutableArray<KeyValuePair<string, string?>> HostsOf(ImmutableArray<string> lines) =>
    [
        .. lines.Select(line => line.Split(line.Contains('=') ? '=' : ':', 2))
            .GroupBy(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "", StringComparer.Ordinal)
            .Select(host => KeyValuePair.Create(host.Key, (string?)string.Join(',', host))),
    ];

    private static IEnumerable<string> AttestationOf(YamlMapping build, string key) => TextOf(build, key) switch
    {
        null or "" or "false" => [],
        "true" => [$"type={key}"],
        var options => [$"type={key},{options}"],
    };

    private static bool IsTrue(YamlMapping mapping, string key) => TextOf(mapping, key) == "true";

    private static YamlNode? Find(YamlMapping mapping, string key) => mapping.Find(key)?.Value.Resolved;

    private static string? TextOf(YamlMapping mapping, string key) => Find(mapping, key) is { } value ? TextOf(value) : null;

    /// <summary>Compose doubles every <c>$</c> of its answer, so that it could be read as a compose file again.</summary>
    private static string? TextOf(YamlNode value) =>
        value is YamlScalar { IsNull: false } scalar ? (PlainValue.Of(scalar) ?? scalar.Text).Replace("$$", "$", StringComparison.Ordinal) : null;

    private static IEnumerable<YamlNode> Items(YamlMapping mapping, string key) => Find(mapping, key) switch
    {
        YamlSequence list => list.Items.Select(item => item.Resolved).OfType<YamlNode>(),
        { } single => [single],
        null => [],
    };

    private static ImmutableArray<string> Texts(YamlMapping mapping, string key) => [.. Items(mapping, key).Select(TextOf).OfType<string>()];

    private static IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlMapping mapping, string key) =>
        (Find(mapping, key) as YamlMapping)?.MergedEntries()
            .Where(entry => entry.Value.Resolved is not null)
            .Select(entry => KeyValuePair.Create(entry.Name!.Replace("$$", "$", StringComparison.Ordinal), entry.Value.Resolved!)) ?? [];

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(YamlMapping mapping, string key) =>
        Entries(mapping, key).Select(entry => KeyValuePair.Create(entry.Key, TextOf(entry.Value)));
}
