using Dockstage.Core.Features.Targets;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary><c>dockstage/targets</c>: what can be built in a file.</summary>
internal sealed class TargetsHandler : IRequestHandler<Request<TargetsParams, TargetsAnswer>, TargetsAnswer?>
{
    public Task<TargetsAnswer?> Handle(Request<TargetsParams, TargetsAnswer> request, CancellationToken cancellationToken)
    {
        var state = request.State;
        var path = FromProtocol.Path(request.Params.Document);
        return Task.FromResult<TargetsAnswer?>(state.Workspace.Find(path).Document is not { } document ? null : new TargetsAnswer
        {
            Stages = [.. StageTarget.In(state.Workspace, path).Select(stage => ToAnswer.Target(document, stage))],
            Builds =
            [
                .. from build in ConsumerBuilds.In(state.Workspace, path)
                   where build.IsMerged || build.MergedWith.IsEmpty
                   select ToAnswer.Target(state, document, build),
            ],
        });
    }
}
