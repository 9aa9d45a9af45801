using System.Diagnostics;
using System.Text.Json;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>
/// LSP: <c>workspace/executeCommand</c>. The one command, <c>dockstage.buildCommand</c>, says how a stage, several of them, or a build that
/// a consumer's file asks for, is built; it starts nothing.
/// </summary>
internal sealed class ExecuteCommandHandler(ServerSession session, WorkspaceFiles files)
    : IRequestHandler<Request<ExecuteCommandParams, BuildCommandAnswer>, BuildCommandAnswer?>
{
    /// <summary>The command.</summary>
    public const string Name = "dockstage.buildCommand";

    public async Task<BuildCommandAnswer?> Handle(
        Request<ExecuteCommandParams, BuildCommandAnswer> request, CancellationToken cancellationToken)
    {
        var (parameters, state) = (request.Params, request.State);
        if (parameters.Command != Name)
            throw Failure(ErrorCode.InvalidParams, state, HostMessages.UnknownCommand.With(parameters.Command));
        var arguments = Read(parameters.Arguments)
            ?? throw Failure(ErrorCode.InvalidParams, state, HostMessages.InvalidArguments.With(Name));
        foreach (var path in arguments.Uris.Select(FromProtocol.Path))
        {
            if (LocalPath.Of(path) is null)
                throw Failure(ErrorCode.RequestFailed, state, MessageTable.NotAFile.With(path.Uri));

            // A task may name a file that is neither open nor in a folder of the workspace.
            if (state.Workspace.Find(path).IsUnknown)
            {
                await files.LoadAsync([path], cancellationToken).ConfigureAwait(false);
                await files.LoadWantedByAsync(path, cancellationToken).ConfigureAwait(false);
                state = session.State;
            }
        }

        return Make(state, arguments) switch
        {
            BuildCommandResult.Made made => Answer(made.Command, state),
            BuildCommandResult.Asks asks => new BuildCommandAnswer
            {
                Questions = [.. asks.Questions.Select(one => new ToolQuestionAnswer { Argv = [.. one.Argv], Cwd = LocalPath.Of(one.Folder) ?? one.Folder.Path })],
            },
            BuildCommandResult.Refused refused => throw Failure(ErrorCode.RequestFailed, state, refused.Reason),
            _ => throw new UnreachableException(),
        };
    }

    private static BuildCommandResult Make(SessionState state, BuildCommandArguments arguments)
    {
        // Several are built by the settings of the first.
        var path = FromProtocol.Path(arguments.Uris.First());
        var options = Options(state.SettingsFor(path), arguments);
        if (arguments.Stages is { } stages)
            return SeveralBuilds.For(state.Workspace, [.. stages.Select(Picked)], options, [.. arguments.Answers ?? []]);
        return arguments.Build is { } build && arguments.Dockerfile is null
            ? BuildCommand.ForConsumer(state.Workspace, path, build, options)
            : BuildCommand.For(state.Workspace, path, arguments.Stage, options);
    }

    private static PickedBuild Picked(PickedToBuild one) => one.Dockerfile is { } dockerfile
        ? new PickedBuild.Stage(FromProtocol.Path(dockerfile), one.Stage)
        : new PickedBuild.Consumer(FromProtocol.Path(one.Consumer!), one.Build!);

    /// <summary>The context lies on the Dockerfile's own machine, so that it has a path when the Dockerfile has one.</summary>
    private static BuildCommandAnswer Answer(BuildCommand command, SessionState state) => new()
    {
        Argv = [.. command.Argv],
        Cwd = LocalPath.Of(command.Folder) ?? command.Folder.Path,
        Text = command.Text,
        TextProblem = command.TextProblem?.In(state.Language),
        Env = command.Environment.ToDictionary(),
        Tag = command.Tag,
        Run = command.Run.IsEmpty ? null : [.. command.Run],
        Input = command.Definition is { } definition ? BakeFile.Of(definition) : null,
        Targets = command.Targets.IsEmpty ? null : [.. command.Targets],
        Stages =
        [
            .. command.Stages.Select(built => new BuiltStageAnswer
            {
                Name = built.Name, Dockerfile = HostPlace.Of(built.Dockerfile).Uri, Inside = Inside(state.Workspace, built.Dockerfile), Stage = built.Stage, Tag = built.Tag,
            }),
        ],
    };

    /// <summary>Where a Dockerfile stands that is written inside another file; null for a file of its own.</summary>
    private static InsideAnswer? Inside(WorkspaceSnapshot workspace, DocumentPath dockerfile) => dockerfile.Host is { } host
        ? new InsideAnswer
        {
            Index = workspace.EmbeddedIn(host).Select(embedded => embedded.Path).ToList().IndexOf(dockerfile),
            Lines = [.. HostPlace.LinesOf(workspace, dockerfile)],
        }
        : null;

    /// <summary>The settings, and what this request says besides.</summary>
    private static BuildOptions Options(Settings settings, BuildCommandArguments arguments)
    {
        var options = settings.BuildOptions;
        return options with
        {
            Engine = arguments.Engine is null ? options.Engine : Settings.EngineOf(arguments.Engine),
            Builder = arguments.Builder ?? options.Builder,
            Tag = arguments.Tag,
            Platforms = [.. arguments.Platforms ?? []],
            DefaultPlatform = arguments.DefaultPlatform,
            Arguments = [.. arguments.BuildArgs ?? []],
            Secrets = [.. arguments.Secrets ?? []],
            NoCache = arguments.NoCache,
            Progress = arguments.Progress,
            ChecksOnly = arguments.Check,
            Output = arguments.Output switch
            {
                "push" => BuildOutput.Push,
                "cache" => BuildOutput.Cache,
                _ => BuildOutput.Load,
            },
            Shell = arguments.Shell switch
            {
                null => options.Shell,
                "powershell" => Shell.PowerShell,
                "cmd" => Shell.Cmd,
                _ => Shell.Sh,
            },
        };
    }

    private static BuildCommandArguments? Read(JsonElement[]? arguments)
    {
        if (arguments is not [var only, ..])
            return null;
        try
        {
            return only.Deserialize(OwnJson.Default.BuildCommandArguments) is { } read && read.IsValid ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ResponseException Failure(int code, SessionState state, LocalizedText message) =>
        new(new ResponseError(code, message.In(state.Language)));
}
