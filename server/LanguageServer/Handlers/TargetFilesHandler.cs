using Dockstage.Core.Features.Targets;
using Dockstage.LanguageServer.Dispatch;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary><c>dockstage/targetFiles</c>: the files of the workspace in which something to build is written.</summary>
internal sealed class TargetFilesHandler : IRequestHandler<Request<TargetFilesParams, TargetFileAnswer[]>, TargetFileAnswer[]?>
{
    public Task<TargetFileAnswer[]?> Handle(Request<TargetFilesParams, TargetFileAnswer[]> request, CancellationToken cancellationToken)
    {
        var state = request.State;
        return Task.FromResult<TargetFileAnswer[]?>(
        [
            .. from file in TargetFile.Among(state.Workspace, state.Workspace.Paths.Where(state.Reports))
               select new TargetFileAnswer { Uri = file.Path.Uri, Path = file.Path.RelativeTo(state.RootOf(file.Path)), Kind = file.Kind },
        ]);
    }
}
