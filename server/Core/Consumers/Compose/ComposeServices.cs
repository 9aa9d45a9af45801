namespace Dockstage.Core.Consumers.Compose;

/// <summary>Services by name, in the order of the files.</summary>
internal sealed class ComposeServices
{
    private readonly OrderedDictionary<string, ComposeService> _services = new(StringComparer.Ordinal);
    private readonly HashSet<string> _extended = new(StringComparer.Ordinal);

    /// <summary>The services.</summary>
    public IReadOnlyList<ComposeService> Values => _services.Values;

    /// <summary>A service, or null.</summary>
    public ComposeService? Find(string name) => _services.GetValueOrDefault(name);

    /// <summary>Whether <c>extends</c> of a service has been followed.</summary>
    public bool IsExtended(string name) => _extended.Contains(name);

    /// <summary>Puts in what a service is with all that it extends.</summary>
    public void SetExtended(ComposeService service)
    {
        _services[service.Name] = service;
        _extended.Add(service.Name);
    }

    /// <summary>Lays a service over the one of its name that is there.</summary>
    public void Lay(ComposeService over)
    {
        if (over.IsReset)
            _services.Remove(over.Name);
        else
            _services[over.Name] = over.Over(Find(over.Name), keepsTags: false).InCanonicalForm();
    }

    /// <summary>Puts a service below the one of its name that is there.</summary>
    public void PutBelow(ComposeService below)
    {
        _services[below.Name] = Find(below.Name) switch
        {
            null => below,
            // Compose: what is taken away then are the services of earlier files alone.
            { IsReset: true } => below with { Body = below.Body with { ReplacesBelow = true } },
            var over => over.Over(below, keepsTags: true),
        };
    }

    /// <summary>Takes all services away.</summary>
    public void Clear() => _services.Clear();

    /// <summary>Adds a service as it is written.</summary>
    public void Add(ComposeService service) => _services[service.Name] = service;
}
