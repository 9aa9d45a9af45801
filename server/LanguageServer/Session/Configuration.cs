using System.Text.Json;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// Keeps the settings current. A client that can be asked is asked at the start and at each change; of another, what comes with
/// <c>initialize</c> and <c>workspace/didChangeConfiguration</c> is taken.
/// </summary>
internal sealed class Configuration(
    ServerSession session, LanguageClient client, ClientLog log, FolderScanner scanner, BackgroundWork background)
{
    /// <summary>The section of all our settings.</summary>
    public const string Section = "dockstage";

    private readonly Lock _reading = new();

    /// <summary>Asks the client, if it can be asked, and first has it report changes.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (session.State.Client.ConfigurationRegistration)
        {
            var options = new DidChangeConfigurationRegistrationOptions { Section = Section };
            var registration = new Registration
            {
                Id = "dockstage.configuration",
                Method = "workspace/didChangeConfiguration",
                RegisterOptions = ServerJson.ToElement(options),
            };
            await client.RegisterAsync([registration], cancellationToken).ConfigureAwait(false);
        }

        await PullAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The client says that settings changed.</summary>
    /// <param name="sent">What it sent along: the object that holds our section, or nothing.</param>
    public void Changed(JsonElement sent)
    {
        if (session.State.Client.Configuration)
            background.Start("workspace/configuration", PullAsync);
        else if (sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(Section, out var section))
            Take(section);
    }

    /// <summary>Takes the value of our section.</summary>
    public void Take(JsonElement section)
    {
        bool rescan;
        lock (_reading)
        {
            var reader = new SettingsReader();
            var settings = reader.Read(section);
            foreach (var problem in reader.Problems)
                log.Warning(problem);
            rescan = !settings.Exclude.IsSameAs(session.State.Settings.Exclude);
            session.Update(state => state with { Settings = settings }, [.. session.State.Workspace.Paths]);
        }

        if (rescan)
            scanner.StartScan(session.State.Folders);
        if (session.State.Client.CodeLensRefresh)
            background.Start("workspace/codeLens/refresh", client.RefreshCodeLensAsync);
    }

    private async Task PullAsync(CancellationToken cancellationToken)
    {
        if (!session.State.Client.Configuration)
            return;
        if (await client.ConfigurationAsync(Section, cancellationToken).ConfigureAwait(false) is { } section)
            Take(section);
    }
}
