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

        if (await AskAsync(cancellationToken).ConfigureAwait(false) is { } section)
            Take(section);
    }

    /// <summary>The client says that settings changed.</summary>
    /// <param name="sent">What it sent along: the object that holds our section, or nothing.</param>
    public void Changed(JsonElement sent)
    {
        if (session.State.Client.Configuration)
            background.Start("workspace/configuration", AskAgainAsync);
        else if (sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(Section, out var section))
            TakeChanged(section);
    }

    /// <summary>Takes the value of our section, or an object that holds it.</summary>
    public void Take(JsonElement sent)
    {
        var section = sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(Section, out var inner) ? inner : sent;
        lock (_reading)
        {
            var settings = Settings.From(SettingsReader.Read(section, out var problems));
            foreach (var problem in problems)
                log.Warning(problem);
            session.Update(state => state with { Settings = settings }, [.. session.State.Workspace.Paths]);
        }
    }

    private void TakeChanged(JsonElement section)
    {
        var before = session.State.Settings;
        Take(section);
        if (!session.State.Settings.Exclude.IsSameAs(before.Exclude))
            scanner.StartScan(session.State.Folders);
        if (session.State.Client.CodeLensRefresh)
            background.Start("workspace/codeLens/refresh", client.RefreshCodeLensAsync);
    }

    private async Task AskAgainAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync(cancellationToken).ConfigureAwait(false) is { } section)
            TakeChanged(section);
    }

    private async Task<JsonElement?> AskAsync(CancellationToken cancellationToken) =>
        session.State.Client.Configuration ? await client.ConfigurationAsync(Section, cancellationToken).ConfigureAwait(false) : null;
}
